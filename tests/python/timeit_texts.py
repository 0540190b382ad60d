# timeit of texts, weak sets, hints of lengths, buffers as bytes.
import timeit, weakref, base64, binascii, zlib, operator
def f(): calls.append(1)
calls = []
t = timeit.timeit('f()', setup='from __main__ import f', number=5); print(len(calls), t >= 0, isinstance(t, float))
timeit.timeit('f()', globals=globals(), number=3); print(len(calls))
print(len(timeit.repeat('x + y', 'x = 1; y = 2', number=10, repeat=3)), timeit.timeit(f, number=2) >= 0, len(calls))
print(timeit.timeit('''
for i in range(3):
    calls.append(i)
''', globals=globals(), number=2) >= 0, len(calls))
for bad in ('x y', 'return', 1):
    try: timeit.Timer(bad)
    except (SyntaxError, ValueError) as e: print(type(e).__name__, e)
try: timeit.timeit('zork', number=1)
except NameError as e: print(e)
n, s = timeit.Timer('for i in range(1000): pass').autorange(); print(n > 0)
class A:
    def __init__(s, n): s.n = n
    def __repr__(s): return 'A%d' % s.n
a, b, c = A(1), A(2), A(3)
w = weakref.WeakSet([a, b]); v = weakref.WeakSet([b, c])
print(len(w), a in w, c in w, sorted((w | v), key=lambda x: x.n), list(w & v), list(w - v), sorted(w ^ v, key=lambda x: x.n), w == w.copy(), w <= v, w.issubset([a, b, c]), w.isdisjoint([c]))
w.update([c]); w.discard(a); w -= {b}; print(list(w)); w |= {a}; w &= {a}; print(list(w), w.pop(), len(w))
try: w.pop()
except KeyError as e: print(e)
v.clear(); print(len(v))
for d in (bytearray(b'abc'), memoryview(b'abc')):
    print(binascii.hexlify(d), binascii.crc32(d), base64.b64encode(d), zlib.decompress(zlib.compress(d)), base64.b64decode(bytearray(b'YWJj')), binascii.unhexlify(bytearray(b'6162')), base64.b16encode(d), base64.b32encode(d), zlib.adler32(d))
class H:
    def __length_hint__(s): return s.v
h = H(); h.v = 3; print(operator.length_hint(h, 7), operator.length_hint(object(), 7)); h.v = NotImplemented; print(operator.length_hint(h, 5))
for h.v in (-1, 'a'):
    try: operator.length_hint(h)
    except (ValueError, TypeError) as e: print(e)
