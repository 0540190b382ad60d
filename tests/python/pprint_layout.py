import pprint
d = {'name': 'x' * 30, 'list': list(range(30)), 'nested': {'a': [1, 2, 3], 'b': {'c': 'long text here ' * 5, 'd': (1,)}}}
pprint.pprint(d)
pprint.pprint(d, width=40, compact=True)
pprint.pprint({'z': [['a' * 20] * 3, ['b' * 20] * 2]}, indent=4, width=60)
print(pprint.pformat(list(range(40)), compact=True))
pprint.pp({'b': 1, 'a': 2})
pprint.pprint({'b': 1, 'a': [1, [2, [3, [4]]]]}, depth=2)
pprint.pprint('word ' * 20)
pprint.pprint([1.5, None, True, b'x', (1, 2), {3}, frozenset([1]), {}], width=10)
pprint.pprint(12345678, underscore_numbers=True)
print(pprint.saferepr({'b': 1, 'a': 2}), pprint.isreadable([1]))
