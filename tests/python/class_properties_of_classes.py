# classmethod around what is no function: properties of classes, and what wrapped functions say of themselves.
import functools


class Circle:
    unit = 'cm'

    @classmethod
    @property
    def label(cls):
        'how circles are called'
        return cls.__name__ + ' in ' + cls.unit

    @classmethod
    def make(cls, r):
        'makes one'
        return cls, r

    @staticmethod
    def area(r):
        'how large'
        return 3 * r * r

    twice = classmethod(functools.partial(lambda n, cls, k=0: (n, cls.__name__, k), 2))
    length = classmethod(len)


class Disc(Circle):
    unit = 'mm'


print(Circle.label, Disc.label, Disc().label, Circle.make(1)[1], Disc.make(2)[0].__name__)
print(Circle.__dict__['make'].__doc__, Circle.__dict__['area'].__doc__, Circle.__dict__['area'].__name__, Circle.twice(k=3))
print(Circle.__dict__['area'](2), Circle.area.__doc__, Circle.make.__doc__)


class Descriptor:
    def __get__(self, instance, owner):
        return instance, owner


class Holder:
    found = classmethod(Descriptor())


print(Holder.found == (Holder, Holder), Holder().found[0] is Holder)
try:
    Holder.length
except AttributeError as error:
    print(error)
try:
    Circle.length()
except TypeError as error:
    print(error)
