# What the special methods of numbers and sequences say when they are called by name.
from operator import length_hint
print((1).__add__(1.5), (1).__mul__('a'), (1.5).__add__(1), (1).__rsub__(3), True.__and__(1), (2).__rpow__(3), (1.5).__add__(1j))
print([1].__mul__(2), [1].__rmul__(2), 'a'.__mul__(3), (1,).__mul__(2), b'a'.__rmul__(2), [1].__add__([2]), [1].__iadd__([2]))
for wrong in (lambda: [1].__mul__('a'), lambda: 'a'.__add__(1), lambda: [1].__add__((2,)), lambda: b'a'.__add__('b'), lambda: (1,).__add__([])):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
t = (1, 2)
print(t * 1 is t, [1].__imul__(3))
print([length_hint(x) for x in (iter([1, 2]), iter((1,)), iter({1, 2}), iter({1: 2}), iter('abé'), iter(range(4)), iter(b'ab'))])
it = iter([1, 2, 3])
next(it)
print(it.__length_hint__(), range(10).count(5.0), range(5).index(3.0), range(3).count(True))


class NoNext:
    def __iter__(self):
        return self


class OnlyNext:
    def __next__(self):
        return 1
for call in (list, iter, sum, lambda x: 3 in x, lambda x: [*x], lambda x: dict([x])):
    for thing in (NoNext(), OnlyNext()):
        try:
            print(call(thing))
        except TypeError as error:
            print(error)


class Key:
    def __eq__(self, other):
        left.clear()
        right.clear()
        return True

    def __hash__(self):
        return 7
for op in ('&', '|', '-', '^', '==', '<=', '<'):
    left, right = {Key(), 1, 2, 3}, {Key(), 4, 5}
    try:
        eval(f'left {op} right')
        print(op, 'done')
    except RuntimeError as error:
        print(op, error)
