import copy


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


a = [1, [2, 3], {'k': (4, [5])}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(9)
print(b, c, b[1] is a[1], c[1] is a[1])
ring = [1]
ring.append(ring)
other = copy.deepcopy(ring)
print(other[1] is other, other is ring)
x = [1]
y = copy.deepcopy([x, x])
print(y[0] is y[1])


class Plain:
    def __init__(self, v):
        self.v = v


class Own:
    def __copy__(self):
        return 'copied'

    def __deepcopy__(self, memo):
        return ('deep', isinstance(memo, dict))


o = Plain([1])
p, q = copy.copy(o), copy.deepcopy(o)
o.v.append(2)
print(p.v, q.v, type(q).__name__, copy.copy(Own()), copy.deepcopy([Own()]))
attempt(lambda: copy.deepcopy(i for i in []))
