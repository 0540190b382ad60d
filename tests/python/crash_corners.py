# Steps that lead beyond all indices, names of keywords that are none, ends of objects in circles.
import functools
import gc
import sys
big = sys.maxsize
print('abc'[::big], 'abc'[0:3:big], 'abc'[::-big], 'abcé'[1::big], [1, 2, 3][::big], (1, 2)[::-big], b'abc'[1::big])
print(bytearray(b'ab')[::big], range(5)[::big], 'abc'[big::], 'abc'[-big:2])
p = functools.partial(print)
p.keywords[3] = 4
try:
    p()
except TypeError as error:
    print('TypeError')
print('3=4' in repr(p))


class A:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print('end of', self.name)

A('circle')
print(gc.collect() > 0)


def local():
    class B(list):
        def __del__(self):
            print('end of B')
    b = B()
    b.append(b)

local()
print(gc.collect() > 0)
nested = None
for i in range(3000):
    nested = [nested]
    if i % 1000 == 0:
        gc.collect()
del nested
print('done')
