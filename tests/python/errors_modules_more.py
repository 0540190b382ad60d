# Errors of files, time, operator and the modules around them; each text runs with the names below.
import collections, functools, hashlib, hmac, heapq, io, itertools, operator, os, random, time
from dataclasses import dataclass

with open("f.txt", "w") as file:
    file.write("hello\nworld\n")


@dataclass
class Point:
    x: int = 0


class Grows:
    def __init__(self, items):
        self.items = items

    def __lt__(self, other):
        self.items.append(1)
        return True


def growing(count):
    items = []
    items.extend(Grows(items) for _ in range(count))
    return items


def attempt(source):
    label = source.replace("\n", "; ")
    try:
        try:
            code = compile(source, "<string>", "eval")
        except SyntaxError:
            code = compile(source, "<string>", "exec")
        print(label, "gives", repr(eval(code, globals())))
    except Exception as error:
        print(label, type(error).__name__, error)


text, binary, writing, both = open("f.txt"), open("f.txt", "rb"), open("g.txt", "wb"), open("h.txt", "w+b")
for source in ("text.truncate()", "binary.truncate()", "text.buffer is text.buffer", "text.buffer.readline()", "text.buffer.mode", "text.buffer.writable()",
               "text.buffer.write(b'x')", "type(open('h2.txt', 'w').buffer).__name__", "type(open('h2.txt', 'w+').buffer).__name__",
               "[f.close() for f in (text, binary, writing, both)]", "text.buffer.read()", "text.buffer.closed",
               "text.fileno()", "binary.fileno()", "text.readable()", "text.writable()", "binary.writable()", "binary.readable()", "writing.readable()",
               "writing.writable()", "both.readable()", "both.writable()", "text.isatty()", "text.seekable()", "text.tell()", "binary.tell()", "iter(binary)",
               "time.gmtime(1e18)", "time.localtime(10**17)", "time.gmtime(10**30)", "time.gmtime(1e30)", "time.gmtime(float('nan'))", "time.ctime(-1e18)",
               "time.gmtime(6e16).tm_year", "time.asctime((10**10, 1, 1, 1, 1, 1, 1, 1, 1))", "time.strftime('%Y', (-10**10, 1, 1, 1, 1, 1, 1, 1, 1))",
               "Point.__init__()", "Point.__init__(x=1)", "Point.__init__(5)", "collections.OrderedDict().popitem(last=False)", "collections.OrderedDict().popitem()",
               "functools.cmp_to_key(min)()", "functools.cmp_to_key(min)(1, 2)", "functools.cmp_to_key(min)(x=1)", "functools.cmp_to_key(min)(1, obj=1)",
               "functools.cmp_to_key(min)(obj=1) is None", "heapq.heapify(growing(2))", "l = growing(3)\nheapq.heappop(l)", "l = growing(3)\nheapq.heappush(l, Grows(l))",
               "operator.itemgetter(1)(x=1)", "operator.attrgetter('a')(x=1)", "operator.methodcaller('a')(x=1)", "operator.itemgetter(1)()", "operator.itemgetter()",
               "os.read(0, -1)", "os.read(0, 'a')", "os.read(99, 1)", "hashlib.new('nothing')", "hmac.new(b'k', b'm', 'nothing')"):
    attempt(source)
with open("w.txt", "w") as file:
    file.write("one ")
    file.flush()
    file.buffer.write(b"two ")
    file.buffer.flush()
    file.write("three")
with open("w.txt") as file:
    print(file.buffer.read(), file.buffer.seek(0), file.read(3))
    file.buffer.close()
    print(file.closed)
