class T(tuple):
    __slots__ = ()
    def __new__(cls, x, y): return tuple.__new__(cls, (x, y))
    @property
    def x(self): return self[0]
    def __add__(self, o): return T(self[0] + o[0], self[1] + o[1])
    def __repr__(self): return f'T(x={self[0]}, y={self[1]})'
t = T(1, 2)
print(t, t.x, t + (3, 4), t[0:1], type(t[:]), len(t), list(t), t == (1, 2), hash(t) == hash((1, 2)), tuple(t), type(tuple(t)))
print(t * 2, {(1, 2): 'k'}[t], 1 in t, t.index(2), isinstance(t, tuple), sorted([T(2, 1), T(1, 2)]), '%d-%d' % t)
p, q = t
print(p, q, *t)
try:
    t.foo = 1
except AttributeError as error:
    print(error)
class Open(tuple): pass
o = Open('ab')
o.note = 'n'
print(o, o.note, Open(), o + (1,), type(o + ()))
class D(dict):
    def __missing__(self, k): return k * 2
d = D(a=1)
print(d['a'], d['zz'], d, D.fromkeys('ab', 0), type(D.fromkeys('ab')))
class L(list):
    def last(self): return self[-1]
print(L([1, 2]).last(), L('ab') + ['c'], type(L() + []))
