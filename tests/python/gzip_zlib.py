import gzip, zlib
with gzip.open("a.gz", "wb") as f: print(f.write(b"line one\nline two\n"))
with gzip.open("a.gz", "rb") as f: print(f.read(4), f.readline(), f.tell(), f.read(), f.closed)
with gzip.open("a.gz", "rt", encoding="utf-8") as f:
    for line in f: print(repr(line))
with gzip.open("b.gz", "wt") as f: f.write("héllo\n")
print(gzip.open("b.gz").read(), gzip.decompress(gzip.compress(b"abc" * 100)) == b"abc" * 100)
with gzip.GzipFile("a.gz") as f: f.seek(5); print(f.readlines())
data = b"hello world " * 50
packed = zlib.compress(data, level=9)
print(len(packed) < len(data), zlib.decompress(packed) == data, zlib.crc32(b"abc"), zlib.adler32(b"abc"), zlib.crc32(b"c", zlib.crc32(b"ab")))
for bad in [lambda: gzip.decompress(b"abc"), lambda: zlib.decompress(b"abc"), lambda: zlib.decompress(packed[:-3]), lambda: gzip.open("none.gz"), lambda: zlib.compress("a")]:
    try: bad()
    except Exception as error: print(type(error).__name__, error)
