print([], [1], [1, 2, ], (), (1,), (1, 2), {}, {1}, {1: 2, 'a': [3]}, [[], ()])
d = {'a': 1, **{'b': 2}}
d['c'] = 3
print(d, len(d), 'a' in d, d.get('z', 0), list(d.items()), list(d.keys()), list(d.values()))
for k, v in d.items(): print(k, v, end=' ')
print()
print([*range(3), *'ab'], (*[1], 2), {*(1, 2), 2}, {**d, 'a': 9})
big = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] * 3
print(len(big), big[-1], sum(big))
t = 1, 2
print(t, (t), ((t)), t + (3,))
n = {1: {2: {3: 'deep'}}}
print(n[1][2][3])
n[1][2][3] += 'er'
print(n)
x = [1, 2, 3]
x.append(x.pop(0))
print(x, x.index(3), [1, 2] * 2, sorted([3, 1, 2], key=lambda v: -v))
print({True: 1, 1: 2, 1.0: 3}, len({1, 1.0, True}))
try: {[]: 1}
except TypeError as e: print(e)
