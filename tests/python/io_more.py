# io: buffers as views, what a stream can do, descriptors.
import io

b = io.BytesIO(b"abcdef")
view = b.getbuffer()
print(bytes(view), b.read1(3), b.read1(), b.readable(), b.writable(), b.seekable(), b.isatty())
del view
t = io.StringIO()
t.writelines(["a\n", "b\n"])
print(repr(t.getvalue()), t.isatty(), t.seekable())
with open("x.bin", "wb+") as f:
    f.writelines([b"one", b"two"])
    print(f.isatty(), f.fileno() > 2, f.name, f.closed, f.seekable())
print(f.closed)
with open("x.txt", "w", encoding="utf-8", errors="replace") as f:
    print(f.errors, f.encoding, f.writable(), f.readable())
    f.write("raw")
print(open("x.txt").read())
for work in (lambda: io.StringIO().fileno(), lambda: io.BytesIO().fileno()):
    try:
        work()
    except io.UnsupportedOperation as error:
        print(type(error).__name__, error, isinstance(error, OSError))
import gzip

with gzip.open("g.gz", "wb") as g:
    print(g.readable(), g.writable())
    g.write(b"packed text")
with gzip.open("g.gz") as g:
    print(g.peek(3)[:3], g.read(6), g.readable(), g.writable())
