from collections import namedtuple


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


P = namedtuple('P', ['x', 'y'])
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), hash(p) == hash((1, 2)), len(p), isinstance(p, tuple))
print(p._replace(x=5), p._asdict(), P._fields, P._make([3, 4]), P, P.__doc__)
x, y = p
print(x, y, p + (3,), p[:], p[0:1], max(P(1, 2), P(0, 9)), {P(1, 2): 'a'}[(1, 2)])
Q = namedtuple('Q', 'a b c', defaults=[1, 2])
print(Q(0), Q._field_defaults, Q(0, c=9))
print(namedtuple('R', 'x class x _y', rename=True)._fields)
for wrong in (lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, z=3), lambda: P(1, x=3), lambda: P(), lambda: Q(1, 2, 3, 4),
              lambda: p._replace(z=1), lambda: P._make([1]), lambda: setattr(p, 'x', 3), lambda: setattr(p, 'z', 3),
              lambda: p.z, lambda: namedtuple('1a', 'x'), lambda: namedtuple('A', 'def'),
              lambda: namedtuple('A', '_x'), lambda: namedtuple('A', 'x x'), lambda: namedtuple('A', 'x', defaults=[1, 2])):
    attempt(wrong)
