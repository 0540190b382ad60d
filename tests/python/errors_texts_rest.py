# What the codecs, zlib, base64 and their like refuse, each in its own words.
import array
import base64
import binascii
import codecs
import csv
import gzip
import hashlib
import io
import zlib
from encodings.idna import ToUnicode


def attempt(function, *arguments, **named):
    try:
        print(function(*arguments, **named))
    except Exception as error:
        print(type(error).__name__, error)


closed = gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(b'x')))
closed.close()
attempt(closed.__enter__)
attempt(codecs.escape_encode, 3)
attempt(codecs.escape_decode, b'a\\')
attempt(lambda: csv.nothing)
attempt(lambda: zlib.nothing)
attempt(hashlib.blake2b, digest_size=65)
attempt(hashlib.blake2s, digest_size=0)
attempt(zlib.compressobj, wbits=31, zdict=b'words')
attempt(zlib.compress, b'', wbits=99)
packer = zlib.compressobj(zdict=b'some words')
packed = packer.compress(b'some words') + packer.flush()
attempt(zlib.decompressobj(zdict=b'others').decompress, packed)
attempt(zlib.decompressobj().decompress, packed)
attempt(zlib.decompressobj().decompress, b'abcdefgh')
attempt(format, 'abc', ',')
attempt(ToUnicode, 'xn--abc-')
attempt('xn--ü'.encode, 'idna')
attempt('ü\x85'.encode, 'idna')
attempt('ü'.encode, 'idna', 'replace')
attempt(b'a'.decode, 'idna', 'replace')
attempt(b'ab-z'.decode, 'punycode')
attempt(b'9999999c'.decode, 'punycode')
memory = io.BytesIO(b'x')
memory.close()
attempt(memory.read)
attempt(base64.encodebytes, memoryview(b'1234').cast('B', (2, 2)))
attempt(base64.encodebytes, array.array('i', [1]))
attempt(binascii.b2a_hex, memoryview(bytearray(4))[::2])
