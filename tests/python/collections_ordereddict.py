from collections import OrderedDict


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


o = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
o.move_to_end('a')
print(o)
o.move_to_end('c', last=False)
print(o, o.popitem(), o.popitem(last=False), o)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {'a': 1}, OrderedDict())
print(list(reversed(OrderedDict(a=1, b=2))), OrderedDict.fromkeys('xy', 0), OrderedDict(a=1) | {'b': 3}, {'b': 3} | OrderedDict(a=1))
o['d'] = 1
del o['b']
o |= {'e': 2}
print(o, list(o.items()), o.copy(), isinstance(o, dict), OrderedDict(a=1) != OrderedDict(a=2))
attempt(lambda: o.move_to_end('zz'))
attempt(lambda: OrderedDict().popitem())
