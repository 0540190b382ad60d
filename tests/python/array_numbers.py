from array import array


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


a = array('i', [1, 2, 3])
a.append(4)
a.extend([5])
print(a, a[0], a[1:3], len(a), a.typecode, a.itemsize, a.tolist(), sum(a), a.index(3), a.count(1), 2 in a, a.pop())
print(a + array('i', [7]), a * 2, a == array('i', [1, 2, 3, 4]), array('d', [1, 2.5]), array('f', [0.1]), array('B'), array('u', 'hi'))
print(a.tobytes(), array('d', [1]).tobytes())
a[0] = 9
a.insert(1, 8)
a.remove(2)
a.reverse()
print(a)
for wrong in (lambda: a.append('x'), lambda: a.append(1.5), lambda: a[10], lambda: array('i', [2 ** 40]), lambda: array('Z'),
              lambda: array('b', [200]), lambda: a.remove(77), lambda: array('d', ['x'])):
    attempt(wrong)
