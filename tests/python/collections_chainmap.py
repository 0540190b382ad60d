from collections import ChainMap


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(m, m['a'], m['b'], list(m), len(m), m.new_child({'z': 1}), m.parents, dict(m))
m['q'] = 5
print(m.maps, 'a' in m, m.get('x', 4), sorted(m.items()), m.copy(), m.new_child(w=1)['w'], bool(ChainMap()))
print(m.pop('q'), m | {'n': 1}, {'n': 1} | m, ChainMap.fromkeys('ab', 0), m.popitem())
del m.maps[1]['b']
print(m)
m.clear()
print(m)
attempt(lambda: m['nope'])
attempt(lambda: m.pop('nope'))
attempt(lambda: m.popitem())
