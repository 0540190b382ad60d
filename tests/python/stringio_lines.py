# io.StringIO: ends of lines, places in texts that are not ASCII, writing in the middle, classes derived from it, errors.
import csv
import io

for newline in (None, "", "\n", "\r", "\r\n"):
    text = io.StringIO("a\r\nb\nc\rd", newline=newline)
    text.seek(0, 2)
    print(repr(newline), text.write("x\ny\r\n"), repr(text.getvalue()), text.tell())
    text.seek(0)
    print(list(text), text.readline(), text.read())
text = io.StringIO("größer\nund 日本語\n")
print(text.read(3), text.tell(), repr(text.readline()), text.tell(), text.readline(5), text.tell())
text.seek(2)
print(text.write("Ö?"), text.getvalue().split(), text.tell(), text.seek(0, 1))
text.seek(30)
print(text.write(""), text.write("é"), repr(text.getvalue()), text.truncate(5), repr(text.getvalue()), text.tell())
print(text.truncate(), text.seek(0), text.read(None), repr(text.read()), text.readlines(), text.closed)
text = io.StringIO("one\ntwo\nthree\n")
print(text.readlines(5), next(text), list(text))
text.writelines(["four\n", "five"])
print(text.getvalue().splitlines(), text.readable(), text.writable(), text.seekable(), text.isatty(), text.line_buffering, text.encoding)


class Counted(io.StringIO):
    def __init__(self, *given):
        super().__init__(*given)
        self.calls = 0

    def write(self, text):
        self.calls += 1
        return super().write(text.upper())

    def readline(self, size=-1):
        return super().readline(size)[::-1]


counted = Counted("ab\ncd\n")
print(list(counted))
print("shout", file=counted)
print(counted.calls > 0, repr(counted.getvalue()), isinstance(counted, io.TextIOBase))
with io.StringIO("x") as closed:
    pass
for what in (closed.read, closed.readline, closed.getvalue, closed.tell, lambda: closed.seek(0), lambda: closed.write("a"),
             lambda: next(closed), closed.truncate, lambda: text.write(b"x"),
             lambda: text.seek(-1), lambda: text.seek(1, 1), lambda: text.seek(0, 3), lambda: text.truncate(-2), lambda: io.StringIO(5),
             lambda: io.StringIO("", 5), lambda: io.StringIO("", "x"), lambda: text.seek(0.5)):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)
rows = csv.DictReader(["a,b", "1,2", "3", "4,5,6"], restkey="more", restval="none")
print(list(rows), csv.DictReader([], ("x", "y")).fieldnames)
out = io.StringIO()
writer = csv.DictWriter(out, ("a", "a", "b"), restval="-")
print(writer.writeheader(), writer.writerow({"b": 1, "a": 2.5}), writer.writerow({}), repr(out.getvalue()))
try:
    writer.writerow({"a": 1, "z": 2})
except ValueError as error:
    print(error)
