# zlib: bytes as the library makes them, streams piece by piece, dictionaries, errors.
import gzip
import io
import zipfile
import zlib
from copy import copy, deepcopy

data = b'hello world ' * 500 + bytes(range(256))
for level in (-1, 0, 1, 6, 9):
    made = zlib.compress(data, level)
    print(level, len(made), zlib.crc32(made), len(gzip.compress(data, 9, mtime=0)), made[:6])
for wbits in (-15, -9, 9, 15, 31):
    print(wbits, zlib.decompress(zlib.compress(data, wbits=wbits), wbits=wbits) == data)
for broken in (b'', b'x', b'x\x9c', zlib.compress(data)[:-2], zlib.compress(data)[:-1] + b'x', b'x\x9cabcdefg', b'abcd'):
    try:
        print(len(zlib.decompress(broken)))
    except zlib.error as error:
        print(error)
for wrong in (lambda: zlib.compressobj(method=3), lambda: zlib.decompressobj(wbits=3), lambda: zlib.compress(data, 12),
              lambda: zlib.decompress(data, wbits=99), lambda: zlib.decompressobj(zdict=3), lambda: zlib.compress('text'),
              lambda: zlib.decompressobj().flush(0), lambda: zlib.decompressobj().decompress(b'', -1)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
packer = zlib.compressobj(6, zlib.DEFLATED, zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_DEFAULT_STRATEGY, b'hello world')
packed = packer.compress(data[:1000]) + packer.flush(zlib.Z_SYNC_FLUSH)
twin = copy(packer)
packed += packer.compress(data[1000:]) + packer.flush()
for again in (packer.flush, packer.copy, lambda: packer.compress(b'x')):
    try:
        again()
    except (zlib.error, ValueError) as error:
        print(error)
print(len(packed), len(twin.flush()), type(packer), packed[:8])
unpacker = zlib.decompressobj(zdict=b'hello world')
first = unpacker.decompress(packed + b'tail', 100)
other = deepcopy(unpacker)
rest = unpacker.decompress(unpacker.unconsumed_tail)
print(len(first), first + rest == data, unpacker.eof, unpacker.unused_data, unpacker.flush(), type(unpacker), other.eof)
print(len(other.flush()) + 100 == len(data), other.unused_data)
print(zlib.ZLIB_VERSION == zlib.ZLIB_RUNTIME_VERSION, zlib.Z_HUFFMAN_ONLY, zlib.Z_PARTIAL_FLUSH, zlib.DEF_BUF_SIZE)
file = io.BytesIO()
with gzip.GzipFile('x.txt.gz', 'wb', fileobj=file, mtime=1) as packing:
    packing.write(data)
    packing.write(bytearray(b'abc'))
print(file.getvalue()[:20], len(file.getvalue()), zlib.crc32(file.getvalue()))
file.seek(0)
with gzip.GzipFile(fileobj=file) as reading:
    print(reading.mtime, reading.read(5), reading.mtime, reading.seek(-3, whence=2), reading.read(), reading.mode == gzip.READ)
    print(reading.myfileobj, reading.fileobj is file)
with gzip.open('lines.gz', 'wt', newline='\n') as text:
    text.write('a\nb\n')
    print(text.buffer.fileno() > 2)
print(gzip.open('lines.gz', 'rt').readlines(), gzip.open('lines.gz').name)
archive = io.BytesIO()
with zipfile.ZipFile(archive, 'w', zipfile.ZIP_DEFLATED) as made:
    made.writestr('a.txt', data)
print([(info.compress_size, info.file_size) for info in zipfile.ZipFile(archive).infolist()])
try:
    gzip.GzipFile('x', 'rt')
except ValueError as error:
    print(error)
for mode, given in (('z', None), ('zb', io.BytesIO())):
    try:
        gzip.GzipFile('x', mode, fileobj=given)
    except ValueError as error:
        print(error)
