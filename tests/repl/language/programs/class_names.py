# Names of classes with what is around them, in reprs, errors and attributes.
class Outer:
    class Inner:
        class Deep(Exception):
            pass

        def method(self):
            return type(self).__qualname__


def make():
    class Local:
        pass
    return Local


print(Outer.__qualname__, Outer.Inner.__qualname__, Outer.Inner.Deep.__qualname__, Outer.Inner.__name__)
print(Outer.Inner, Outer.Inner.Deep, make())
print(make().__qualname__, make().__name__, Outer.Inner().method())
print(Outer.Inner(), make()())
print(int.__qualname__, type.__qualname__, ValueError.__qualname__)
print('__qualname__' in Outer.__dict__)


class Named:
    __qualname__ = 'Other.Name'


print(Named, Named.__name__, Named.__qualname__)


class Derived(Named):
    pass


print(Derived.__qualname__)
Derived.__qualname__ = 'A.B'
print(Derived, Derived.__name__)
Derived.__name__ = 'C'
print(Derived, Derived.__name__, Derived.__qualname__)
for attribute in ['__name__', '__qualname__']:
    try:
        if attribute == '__name__':
            Derived.__name__ = 1
        else:
            Derived.__qualname__ = None
    except TypeError as e:
        print(e)
try:
    int.__qualname__ = 'x'
except TypeError as e:
    print(e)
try:
    class Wrong:
        __qualname__ = 5
except TypeError as e:
    print(e)
try:
    Outer.Inner().nothing
except AttributeError as e:
    print(e)
try:
    raise Outer.Inner.Deep('text')
except Outer.Inner.Deep as e:
    print(repr(e), e)


def fail():
    class Local(ValueError):
        pass
    raise Local('in a function')


fail()
