# The methods of array.array one by one.
import copy
import pickle
from array import array, typecodes

print(typecodes, array('Q', [(1 << 64) - 1]), array('f', [1.5, 0.1]), array('d', [0.1, 1e300]), array('u', 'héllo'))
a = array('B', b'\1\2\3')
a[0:2] = array('B', [7, 8, 9])
print(a, a[::-1], a[1:], a[-1])
del a[0]
print(a)
del a[::2]
print(a, 8 in a, 9 in a, '9' in a)
x = array('I', range(6))
print(x.tolist(), x.count(0), x.index(3), x.index(4, 2), sum(x), max(x), list(reversed(x))[:2], x.tobytes()[:8])
print(copy.copy(x) == x, copy.deepcopy(x) is x, pickle.loads(pickle.dumps(x.tolist())) == x.tolist())
x.reverse()
x.insert(1, 5)
x.insert(-100, 6)
x.extend([1, 2])
x.extend(array('I', [9]))
x.fromlist([4])
print(x, x.pop(), x.pop(0))
x.remove(5)
x *= 2
x += array('I', [3])
print(len(x), array('b', [1]) * 3, 2 * array('b', [1]), array('b', [1]) + array('b', [2]))
x[::5] = array('I', [70, 71, 72, 73])
x.byteswap()
print(x[0], x[5] == x[10])
text = array('u', 'ab')
text.fromunicode('cd')
print(text.tounicode(), text, memoryview(text)[1] if False else text[1])


class Sub(array):
    def __init__(self, *args):
        self.extra = 1


s = Sub('i', [1, 2])
print(s, s.extra, isinstance(s, array), type(s[0:1]).__name__, s.tobytes(), s == array('i', [1, 2]))
print(array('b', [1, 2]) < array('b', [1, 3]), array('b', [1]) != array('i', [1]), array('b', [2]) >= array('d', [1.5]),
      array('b') <= array('b'), array('b', [5]) > array('b'), array('b') == [])
print(bool(array('i')), bool(array('i', [0])), array('l', array('b', [1])), a.__reduce_ex__(2)[1])
