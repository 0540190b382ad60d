# What array.array refuses, and in which words.
from array import array

a, i = array('B', [1, 2, 3]), array('I', [1, 2, 3])
for action in (lambda: array('X'), lambda: array(1), lambda: array('b', 'x'), lambda: array('b', [200]),
               lambda: array('B', [-1]), lambda: array('B', [300]), lambda: array('H', [1 << 17]),
               lambda: array('i', [1 << 40]), lambda: array('I', [-1]), lambda: array('I', [1 << 33]),
               lambda: array('Q', [1 << 64]), lambda: array('Q', [-1]), lambda: array('q', [1 << 63]),
               lambda: array('L', [-1]), lambda: array('l', [1 << 63]), lambda: array('b', [1.5]),
               lambda: array('d', ['x']), lambda: array('u', [1]), lambda: array('b', array('u', 'x')), lambda: array(),
               lambda: array('i', [1], 2), lambda: a[10], lambda: a['x'], lambda: a.pop(9), lambda: a + [1],
               lambda: a + i, lambda: array('i').pop(), lambda: a.remove(9), lambda: a.index(9),
               lambda: a.fromlist((1,)), lambda: i.frombytes(b'123'), lambda: i.frombytes('text'),
               lambda: a.__iadd__([1]), lambda: a * 1.5, lambda: a.extend(i), lambda: a.__setitem__(9, 1),
               lambda: a.__setitem__(slice(0, 1), [1]), lambda: a.__setitem__(slice(0, 3, 2), a), lambda: hash(a),
               lambda: i.fromunicode('x'), lambda: i.tounicode(), lambda: i.fromlist([1, 'x'])):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(a, i)
