from enum import Enum


class Planet(Enum):
    EARTH = (5.976e+24, 6.37814e6)
    MARS = (6.421e+23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300E-11 * self.mass / (self.radius * self.radius)

    @classmethod
    def first(cls):
        return list(cls)[0]

    def __str__(self):
        return self.name.title()


class Named(Enum):
    def _generate_next_value_(name, start, count, last):
        return name.lower()


class Doubled(Enum):
    ONE = 'x'

    def __new__(cls, value):
        member = object.__new__(cls)
        member._value_ = value * 2
        return member


print(Planet.EARTH, repr(Planet.MARS), round(Planet.EARTH.gravity, 3), Planet((6.421e+23, 3.3972e6)), Planet.first())
print([p.radius for p in Planet], repr(Doubled.ONE), Doubled('xx'), Named('Sub', 'A B') and 'made')
print(sorted(Planet, key=lambda p: p.mass), max(Planet, key=lambda p: p.radius))
