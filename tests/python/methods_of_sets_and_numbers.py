# Methods of frozen sets, sets, floats, integers and texts that programs call seldom.
f, s = frozenset([1, 2, 3]), {1, 2, 3}
print(f.copy() is f, f.union([4]), f.intersection([1, 9]), f.difference([1]), f.symmetric_difference([1, 7]))
print(f.issubset([1, 2, 3, 4]), f.issuperset([1]), f.isdisjoint([9]), s.symmetric_difference([3, 4]))
s.intersection_update([1, 2, 8])
s.symmetric_difference_update([2, 5])
s.difference_update([5])
print(s)
x = 2.5
print(x.conjugate(), x.real, x.imag, x.__floor__(), x.__ceil__(), (1j).__complex__(), (5).__getnewargs__())
print('Straße'.casefold(), 'a\n'.isprintable(), 'abc'.translate(str.maketrans('ab', 'xy')), '{a}'.format_map({'a': 1}))

class P:
    @property
    def v(self):
        return self._v

    v = v.setter(lambda self, value: setattr(self, '_v', value)).deleter(lambda self: delattr(self, '_v'))
    w = property().getter(lambda self: 'w')

p = P()
p.v = 3
print(p.v, p.w)
del p.v
print(hasattr(p, 'v'), object().__sizeof__() > 0, (5).__sizeof__() > 0, '__class__' in object().__dir__())

def g():
    yield g.__name__

z = g()
print(z.__name__, z.__qualname__, z.gi_running, [].append.__self__, super(P, p).__self__ is p, g.__globals__ is globals())
