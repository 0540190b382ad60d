import io, sys
s = io.StringIO()
print("hi", 5, file=s); s.write("x\ny")
print(repr(s.getvalue()), s.tell(), s.seek(0), s.readline(), s.read(), list(io.StringIO("a\nb")))
b = io.BytesIO(b"abc")
print(b.read(2), b.tell(), b.seek(0, 2), b.write(b"de"), b.getvalue(), b.readable(), b.closed)
with io.StringIO("text") as f: print(f.read(2), f.truncate(), f.getvalue())
print(f.closed, io.open is open, isinstance(open(__file__), io.TextIOWrapper))
old, sys.stdout = sys.stdout, io.StringIO()
print("captured")
got, sys.stdout = sys.stdout.getvalue(), old
print(repr(got), sys.stdout.write("direct\n"), sys.stdout.encoding, sys.stdout.name)
for bad in [lambda: f.read(), lambda: s.write(5), lambda: io.BytesIO("a"), lambda: b.write("x"), lambda: io.StringIO(5), lambda: s.seek(-1)]:
    try: bad()
    except (ValueError, TypeError) as error: print(type(error).__name__, error)
