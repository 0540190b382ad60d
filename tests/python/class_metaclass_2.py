class Single(type):
    made = {}
    def __call__(cls, *a):
        if cls not in Single.made:
            Single.made[cls] = super().__call__(*a)
        return Single.made[cls]
class S1(metaclass=Single): pass
print(S1() is S1())
class Prepared(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw): return {'pre': name}
class User(metaclass=Prepared):
    z = pre + '!'
print(User.z, User.pre)
class Checks(type):
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int
class IC(metaclass=Checks): pass
print(isinstance(5, IC), isinstance(6, IC), issubclass(int, IC), issubclass(str, IC))
class Abstract: pass
Abstract.__abstractmethods__ = frozenset(['f', 'g'])
for code in ('Abstract()', 'class C(S1, User): pass', 'class X(metaclass=Single): pass\nX.q'):
    try:
        exec(code)
    except Exception as error:
        print(type(error).__name__, error)
class K1:
    def hi(self): return 'k1'
class K2:
    def hi(self): return 'k2'
k = K1()
k.__class__ = K2
print(k.hi(), type(k))
for code in ('k.__class__ = 3', 'k.__class__ = int', '(5).__class__ = K1'):
    try:
        exec(code)
    except TypeError as error:
        print(error)
class F(metaclass=lambda n, b, d: (n, b, sorted(d)[:1])): pass
print(F)
