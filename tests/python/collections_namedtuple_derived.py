from collections import namedtuple


class Vector(namedtuple('Vector', 'x y')):
    __slots__ = ()

    def __new__(cls, x, y=7):
        return super().__new__(cls, x, y)

    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


print(Vector(3, 4).norm, Vector(1), Vector(1, 2) + Vector(3, 4), Vector(1, 2)._replace(x=0))
print(sorted([Vector(2, 1), Vector(1, 5)]), Vector(1, 2) == (1, 2), [v for v in Vector(5, 6)])
print(Vector._fields, Vector.__name__, Vector.__mro__[-2:], f'{Vector(1, 2)}', '%s-%s' % Vector(1, 2))
