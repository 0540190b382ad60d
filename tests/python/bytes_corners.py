# bytes and bytearrays at their corners: texts in hexadecimal, conversions, copies, pickles of plain values.
import copy
import pickle
import struct
import textwrap
from collections import defaultdict, deque
from decimal import Decimal
from fractions import Fraction
from pathlib import PurePosixPath
from uuid import UUID


def attempt(function, *arguments, **named):
    try:
        print(repr(function(*arguments, **named)))
    except Exception as error:
        print(type(error).__name__, error)


class Text(str):
    def __bytes__(self):
        return b'own'


for kind in (bytes, bytearray):
    attempt(kind(b'ab').hex, 'é')
    attempt(kind.fromhex, '\0')
    attempt(kind.fromhex, '61\0')
    attempt(kind, 0, errors='ignore')
    attempt(kind, Text('abc'))
    attempt(kind(b'abc').find, b'a', 1, 2, 3)
    attempt(kind(b'abc').startswith)
    print(kind(b'it\'s'), kind(b'"it\'s"'), kind(b'plain'))
for call in (('abc').find, 'abc'.count, 'abc'.rindex, 'abc'.endswith):
    attempt(call)
    attempt(call, 'a', 1, 2, 3)
print('abc'.__getnewargs__(), b'ab'.__getnewargs__())


class Own(bytearray):
    pass


own = Own(b'abc')
own.name = 'x'
twin = copy.copy(own)
print(twin, type(twin).__name__, twin.name, copy.deepcopy(own) == own)
for value in (bytearray(b'ab'), 1 + 2j, range(1, 9, 2), slice(1, 2), deque([1, 2], 5), defaultdict(list, {1: [2]}),
              Fraction(1, 3), Decimal('1.50'), UUID(int=5), PurePosixPath('a/b'), (bytearray(b'q'),) * 2):
    made = [pickle.loads(pickle.dumps(value, protocol)) for protocol in range(6)]
    print(repr(value), all(each == value and type(each) is type(value) for each in made), copy.copy(value) == value)
for arguments in (('e', 70000), ('e', 70000.0), ('<f', 10 ** 39), ('<f', 1e39)):
    attempt(struct.pack, *arguments)
attempt(lambda: '%ld %hd' % (1, 2))
attempt(lambda: '%lld' % 3)
print(textwrap.wrap('this-is-a-useful-feature-for-a-b-c-d x-ray 1-2-3', 8))
