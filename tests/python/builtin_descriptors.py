# property.getter and deleter, __isabstractmethod__, __self__, __import__.
from abc import abstractmethod, get_cache_token


class Circle:
    def __init__(self, radius):
        self._radius = radius

    @property
    def radius(self):
        return "first"

    @radius.getter
    def radius(self):
        return self._radius

    @radius.deleter
    def radius(self):
        print("deleting")
        self._radius = None


c = Circle(2)
print(c.radius, Circle.radius.fget.__name__, Circle.radius.fset)
del c.radius
print(c.radius)


class Base:
    @classmethod
    @abstractmethod
    def make(cls):
        return cls.__name__

    @classmethod
    def plain(cls):
        return cls


class Child(Base):
    def me(self):
        return super().__self__ is self, super().__self_class__.__name__, super().__thisclass__.__name__


print(Base.__dict__["make"].__isabstractmethod__, Base.__dict__["plain"].__isabstractmethod__, Base.make())
print(Child().me())
print([].append.__self__, {}.get.__self__, "ab".upper.__self__)
math = __import__("math")
print(math.floor(2.5), __import__("os.path").__name__, isinstance(get_cache_token(), int))
print(type(None)() is None, type(None).__name__)
data = bytearray(b"abc")
data += b"defgh"
print(data.__alloc__() >= len(data), data)
