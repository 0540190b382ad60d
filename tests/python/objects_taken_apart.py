# What __reduce_ex__, __getstate__ and their relatives say, and what copy and pickle make of it.
import collections
import copy
import decimal
import fractions
import pickle
import types


class Plain:
    def __init__(self, x):
        self.x = x


class Slotted:
    __slots__ = ('a', '__hidden')


class Open(Slotted):
    pass


class Number(int):
    pass


class Pair(tuple):
    pass


class Problem(Exception):
    def __init__(self, text, code=5):
        super().__init__(text, code)
        self.code = code


class Told:
    def __init__(self, v):
        self.v = v

    def __reduce__(self):
        return Told, (self.v,), {'extra': 1}


class New:
    def __new__(cls, x):
        self = super().__new__(cls)
        self.x = x
        return self

    def __getnewargs__(self):
        return self.x,


class Named:
    def __new__(cls, *, x):
        self = super().__new__(cls)
        self.x = x
        return self

    def __getnewargs_ex__(self):
        return (), {'x': self.x}


class State:
    def __getstate__(self):
        return 'state'

    def __setstate__(self, state):
        self.got = state


class Wrong:
    def __init__(self, how):
        self.how = how

    def __reduce__(self):
        return self.how


slotted = Slotted()
slotted.a = [1]
opened = Open()
opened.a, opened.z = 1, 2
tagged = Pair((1, 2))
tagged.tag = 't'
print(object().__reduce_ex__(4)[1:], Plain(1).__reduce_ex__(2)[1:3], Plain(1).__reduce__()[1:], Plain(3).__getstate__())
print(slotted.__getstate__(), opened.__getstate__(), object().__getstate__(), Number(7).__reduce_ex__(2)[1])
for value in [Plain([1]), slotted, opened, Number(7), tagged, Problem('m'), Told(4), New(5), Named(x=6), State(),
              ValueError('x', 3), OSError(2, 'no', 'file'), {1}, frozenset({1}), bytearray(b'x'), 1j, range(3),
              slice(1, 2), collections.deque([1], 5), collections.defaultdict(list, {1: [2]}),
              collections.OrderedDict(a=1), collections.Counter('aab'), collections.UserList([1]),
              decimal.Decimal('1.50'), fractions.Fraction(1, 3), types.SimpleNamespace(a=1)]:
    for again in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        shown = repr(again)
        print(type(again).__name__, sorted(getattr(again, '__dict__', 'a')) if ' object at ' in shown else shown,
              end='; ')
    print()
print(pickle.loads(pickle.dumps(opened)).a, copy.deepcopy(slotted).a is slotted.a, copy.copy(slotted).a is slotted.a)
print(pickle.loads(pickle.dumps(OSError(2, 'no', 'file'))).filename, pickle.loads(pickle.dumps([int, Plain, iter])))
itself = Plain(None)
itself.x = itself
print(pickle.loads(pickle.dumps(itself)).x.x is not itself, copy.deepcopy(itself).x is not itself)
bound = Plain(3).__getstate__
print(copy.copy(bound)(), (1).__reduce_ex__(2)[1], Plain.__flags__ >> 9 & 3, int.__flags__ >> 9 & 3, bool.__flags__ >> 9 & 3)
for how in (5, (1,), (1, ()), (Plain, 3)):
    try:
        pickle.dumps(Wrong(how))
    except pickle.PicklingError as error:
        print(error)
for name, value in [('__getnewargs__', 1), ('__getnewargs_ex__', 1), ('__getnewargs_ex__', ()),
                    ('__getnewargs_ex__', (1, 2)), ('__getnewargs_ex__', ((), 2))]:
    try:
        copy.copy(type('Odd', (), {name: lambda self, value=value: value})())
    except (TypeError, ValueError) as error:
        print(error)
print(len([each for each in ArithmeticError.__subclasses__() if each.__module__ == 'builtins']))
