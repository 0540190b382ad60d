class Base:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.subs.append(cls.__name__)
class C1(Base, tag='one'): pass
class C2(Base): pass
class C3(C1, tag='deep'): pass
print(Base.subs, C1.tag, C2.tag, C3.tag, Base.__subclasses__()[-1].__name__ in ('C1', 'C2'))
for code in ('class C4(Base, bad=1): pass', 'class C5(bad=1): pass'):
    try:
        exec(code)
    except TypeError as error:
        print(error)
class Field:
    def __set_name__(self, owner, name): self.name = name; print('set_name', owner.__name__, name)
    def __get__(self, instance, owner): return self if instance is None else f'{self.name}!'
class User:
    field = Field()
print(User().field, type(User.field).__name__)
class Bracket:
    def __class_getitem__(cls, key): return f'{cls.__name__}[{key}]'
print(Bracket[3], Bracket['a', 2])
made = type('Made', (Base,), {'v': 3, 'm': lambda self: self.v}, tag='dynamic')
print(made().m(), made.tag, made.__name__, type(made), made.__mro__[1] is Base)
