# A class's attributes change while instances and subclasses look at them.
class A:
    n = 0
    def f(self): return 'A.f'
class B(A): pass
class C(B):
    n = 5
a, b, c = A(), B(), C()
out = []
for i in range(3):
    A.n += 1
    out.append((a.n, b.n, c.n, B.n, C.n))
print(out)
B.n = 'own'
print(a.n, b.n, c.n)
del B.n
print(b.n)
print(b.f())
A.f = lambda self: 'changed'
print(a.f(), b.f(), c.f())
B.f = lambda self: 'B.f'
print(a.f(), b.f(), c.f())
A.__len__ = lambda self: 7
print(len(a), len(c))
del A.__len__
try:
    len(c)
except TypeError as e:
    print(e)
try:
    del A.missing
except AttributeError as e:
    print(e)
