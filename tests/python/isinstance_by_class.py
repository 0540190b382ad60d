# What counts as an instance or a subclass without being one: __class__ and __bases__.
class Pretends:
    @property
    def __class__(self):
        return dict


class Abstract:
    def __init__(self, bases):
        self.bases = bases

    def __getattr__(self, name):
        if name == '__bases__':
            return self.bases
        raise AttributeError(name)


class Instance:
    def __init__(self, kind):
        self.kind = kind

    @property
    def __class__(self):
        return self.kind

base = Abstract(())
derived = Abstract((base,))
print(isinstance(Pretends(), dict), isinstance(Pretends(), Pretends), isinstance(Pretends(), list), type(Pretends()).__name__)
print(issubclass(derived, base), issubclass(base, derived), issubclass(derived, (int, base)))
print(isinstance(Instance(derived), base), isinstance(Instance(base), derived), isinstance(3, base))
for wrong in (lambda: issubclass(3, int), lambda: issubclass(int, 3), lambda: isinstance(3, 4), lambda: isinstance(3, Instance(int))):
    try:
        print(wrong())
    except TypeError as error:
        print(error)


class Raises:
    def __getattr__(self, name):
        raise RuntimeError(name)
try:
    isinstance(3, Raises())
except RuntimeError as error:
    print('RuntimeError', error)


class A:
    make = dict.fromkeys
    biggest = max
    translate = str.maketrans
print(A().make('ab'), A().biggest(1, 2), A().translate('a', 'b'))
