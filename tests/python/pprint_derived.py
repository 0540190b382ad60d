# pprint of bytes, of classes derived from containers, of proxies and namespaces; random's old seeds; dialects held to rules.
import csv
import io
import pprint
import random
import types
from collections import UserDict, UserList, UserString
from fractions import Fraction


class Own(set):
    pass


class Pairs(dict):
    pass


class Names(types.SimpleNamespace):
    pass


class Told(list):
    def __repr__(self):
        return 'told' * 30


letters = b'abcdefghijklmnopqrstuvwxyz'
for value, width in ((letters, 19), (letters, 20), (letters[:-2], 20), (b'', 4), (b'abcd', 3), (b'abcdefgh', 4),
                     (bytearray(letters), 28), ({'a': letters, 'b': [bytearray(letters)]}, 24), (Own(range(7)), 20),
                     (Pairs(one=list(range(9)), two=2), 20), (types.MappingProxyType(dict.fromkeys('defabc', 1000)), 20),
                     (Names(one='a' * 20, two=[1, 2, 3] * 5), 30), (Told([1]), 20), (UserList(range(20)), 30),
                     (UserDict({'b': list(range(9)), 'a': 1}), 20), (UserString('the quick brown fox jumped'), 20),
                     ([UserList(range(9)), UserString('x y z w v u')], 14)):
    pprint.pprint(value, width=width)
for text in ('nofar', 'rachel', '', b'tim', b'\xff'):
    generator = random.Random()
    generator.seed(text, version=1)
    print(text, generator.random(), generator.randrange(1000))
print(random.Random(Fraction(1, 2).numerator).random(), Fraction(1, 4) ** (0.5 + 0j))
first, second = random.Random(), random.Random()
first.seed(bytearray(b'abc'))
second.seed(b'abc')
print(first.random() == second.random())
for field, wrong in (('delimiter', ';;'), ('delimiter', None), ('quotechar', 4), ('escapechar', 'ab'), ('quoting', 9),
                     ('quoting', 'x'), ('lineterminator', 4), ('quotechar', None)):
    class Mine(csv.excel):
        pass
    setattr(Mine, field, wrong)
    try:
        print(field, Mine().delimiter)
    except csv.Error as error:
        print(error)
with open('some.bin', 'wb') as file:
    print(file.write(bytearray(b'ab')), file.write(memoryview(b'cde')[1:]))
print(open('some.bin', 'rb').read(), io.BytesIO(bytearray(b'x')).read())
