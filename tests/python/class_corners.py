# Hashes, descriptors, object.__init__ and __new__, names of generators, __dict__ and __class__ that are set.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class D(dict): pass
class L(list): pass
t(lambda: hash(D())); t(lambda: hash(L())); t(lambda: {D(): 1})
class D2(dict): __hash__ = object.__hash__
t(lambda: isinstance(hash(D2()), int))
class E:
    def __eq__(s, o): return True
t(lambda: hash(E())); print(E.__hash__)
class E2(E): pass
t(lambda: hash(E2()))
class E3(E):
    def __hash__(s): return 3
print(hash(E3()))
class Desc:
    def __set__(s, o, v): o.__dict__['x'] = v * 2
class O: x = Desc()
o = O(); print(type(o.x).__name__); o.x = 4; print(o.x)
class NI: pass
t(lambda: NI(1)); t(lambda: NI(a=1)); t(lambda: object(1)); t(lambda: object.__new__(NI, 1)); t(lambda: NI().__init__(1))
class WI:
    def __init__(self, a): pass
t(lambda: object.__new__(WI, 1) is not None); t(lambda: WI()); t(lambda: WI(1).__init__()); t(lambda: object.__init__(WI(1), 2))
class WN:
    def __new__(cls, a): return object.__new__(cls)
t(lambda: WN(1) is not None); t(lambda: WN()); t(lambda: object.__new__(WN, 1)); t(lambda: object.__init__(WN(1), 5))
class WB:
    def __new__(cls, *a): return super().__new__(cls, *a)
    def __init__(s, *a): super().__init__(*a)
t(lambda: WB(1)); t(lambda: object.__new__(int)); t(lambda: object.__new__(3)); t(lambda: int.__new__(str)); t(lambda: tuple.__new__(list))
class Ret:
    def __init__(s): return 3
t(Ret)
class NewOther:
    def __new__(cls): return 5
    def __init__(s): print('no')
print(NewOther())
print(str(object=b'abc', errors='strict'), str(b'abc', encoding='ascii'), bytes(source=b'a') if 0 else '', int('12'), list(()), tuple([1]), dict(a=1), float('1'))
t(lambda: str(b'a', errors='x')); t(lambda: bytearray('abc', encoding='ascii')); t(lambda: bytes('a', errors='strict')); t(lambda: bytearray(source=b'q')); t(lambda: int(x=1)); t(lambda: list(iterable=[1])); t(lambda: float(x=1)); t(lambda: bool(x=1)); t(lambda: tuple(sequence=()))
def f(): yield 1
g = f(); f.__name__ = 'ff'; f.__qualname__ = 'qq'; print(g.__name__, f().__name__, f().__qualname__)
def h():
    try: yield
    except Exception as e: 
        raise RuntimeError from None if 0 else KeyError('k')
def gg():
    try:
        yield 1
    except ValueError as e: yield e.__context__
g = gg(); next(g)
try: raise KeyError('outer')
except KeyError: print(repr(g.throw(ValueError)))
def g2():
    yield
g = g2(); next(g)
try:
    try: raise KeyError('outer')
    except KeyError: g.throw(ValueError('in'))
except ValueError as e: print(repr(e.__context__))
class Sl:
    pass
t(lambda: type('X', (), {'__slots__': 'a b'})); t(lambda: type('X', (), {'__slots__': ['1']})); t(lambda: type('X', (), {'__slots__': [3]})); t(lambda: type('X', (int,), {'__slots__': ['a']})) ; t(lambda: type('X', (), {'__slots__': ['a'], 'a': 1}))
class SA: __slots__ = ['a']
t(lambda: setattr(s, '__class__', 3)); t(lambda: setattr(3, '__class__', int)); t(lambda: setattr(int, 'x', 1)); t(lambda: delattr(int, 'real'))
class A: pass
class B: pass
a = A(); a.__class__ = B; print(type(a).__name__, isinstance(a, B)); t(lambda: setattr(a, '__dict__', {'q': 1})); print(a.q); t(lambda: setattr(a, '__dict__', 3)); B.__name__ = 'Q'; print(B.__name__, B); t(lambda: setattr(B, '__name__', 3)); B.__bases__
class C1:
    def m(self): pass
c = C1(); print(c.m == c.m, c.m is c.m, c.m.__self__ is c, c.m.__func__ is C1.m, C1.m.__name__, c.m.__name__, hash(c.m) == hash(c.m)); c.m.__func__.z = 3; print(c.m.z); t(lambda: setattr(c.m, 'z', 4))
