# A text file's bytes: one stream, closed together; weak references to instances of many classes.
import weakref, gc
with open("x.txt", "w") as file:
    file.write("abc\ndef\n")
b = open('x.txt').buffer
try: print(b.read())
except ValueError as e: print(e)
print(b.closed)
f = open('x.txt'); b = f.buffer; del f
try: b.readline()
except ValueError as e: print(e)
f = open('x.txt'); b = f.buffer; b.close(); print(f.closed)
f = open('x.txt', 'r+'); print(f.buffer.read(2)); f.buffer.seek(0); f.buffer.write(b'XY'); f.buffer.flush(); f.close(); print(open('x.txt').read())
kinds = [type('K%d' % i, (), {}) for i in range(600)]
things = [k() for k in kinds]
refs = [weakref.ref(t) for t in things]
print(sum(r() is t for r, t in zip(refs, things)))
del things; gc.collect()
print(sum(r() is None for r in refs))
