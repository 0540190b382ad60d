# Metaclasses of any kind, and when methods know their class.
def meta(name, bases, namespace, **keywords):
    print(name, bases, sorted(namespace), keywords)
    return type(name, bases, namespace)


class Maker:
    def __prepare__(self, name, bases, **keywords):
        print('prepare', name, keywords)
        return {'given': 1}

    def __call__(self, name, bases, namespace, **keywords):
        return type(name, bases, namespace)


class C(metaclass=meta, other=3):
    x = 1


class D(metaclass=Maker(), q=1):
    pass


print(D.given, type(D))


class Base:
    def __init_subclass__(cls, **keywords):
        print('made', cls.hello(), keywords)


class Greeting(Base, k=1):
    @classmethod
    def hello(cls):
        return __class__.__name__, cls.__name__, super().__name__ if hasattr(super(), '__name__') else 'no name'


class Meta(type):
    def __new__(metaclass, name, bases, namespace):
        print(sorted(key for key in namespace if not key.startswith('__') or 'cell' in key))
        made = super().__new__(metaclass, name, bases, namespace)
        print(made().who())
        return made


class User(metaclass=Meta):
    def who(self):
        return __class__.__name__


class Instance:
    pass


manager = Instance()
manager.__enter__ = lambda: 1
manager.__exit__ = lambda *details: True
try:
    with manager:
        pass
except TypeError as error:
    print(error)
try:
    type('Odd', (), {'__classcell__': 3})
except TypeError as error:
    print(error)
