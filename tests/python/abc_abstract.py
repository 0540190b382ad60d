from abc import ABC, ABCMeta, abstractmethod


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Shape(ABC):
    def __init__(self, scale=1):
        self.scale = scale

    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f'{self.name}: {self.area() * self.scale}'


class Square(Shape):
    def area(self):
        return 4


class Full(Square):
    name = 'full'


class Meta(metaclass=ABCMeta):
    @classmethod
    @abstractmethod
    def build(cls): ...


class Quacks(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, 'quack') or NotImplemented


class Duck:
    quack = 1


print(Full(3).describe(), Full().describe(), sorted(Shape.__abstractmethods__), isinstance(Full(), Shape), issubclass(Full, Shape))
Meta.register(int)
print(isinstance(3, Meta), issubclass(int, Meta), type(Meta).__name__, isinstance(Duck(), Quacks), isinstance(3, Quacks))
attempt(lambda: Shape())
attempt(lambda: Square())
attempt(lambda: Meta())
