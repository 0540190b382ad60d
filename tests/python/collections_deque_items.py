from collections import deque


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


e = deque('abcab')
e.insert(2, 'X')
print(e, e.index('a', 1), e.count('b'), 'X' in e)
e.remove('X')
e[0] = 'Z'
del e[1]
print(e, e.copy() == e, deque([1]) < deque([2]), deque([1, 2]) + deque([3]), deque([1]) * 3)
e += 'q'
print(e)
r = deque()
r.append(r)
print(r)
attempt(lambda: deque().pop())
attempt(lambda: deque([1])[3])
attempt(lambda: deque([1]).remove(4))
attempt(lambda: deque([1]).index(4))
attempt(lambda: deque([], -1))
attempt(lambda: deque([1], 1).insert(0, 1))
attempt(lambda: deque([1])[1:2])
attempt(lambda: deque([1]) + [2])
attempt(lambda: hash(deque()))
