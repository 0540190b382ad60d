# Dictionaries that keep neither keys nor values, as mappings.
import copy
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


a, b, c = Thing('a'), Thing('b'), Thing('c')
values = weakref.WeakValueDictionary(one=a, two=b)
values['three'] = c
print(sorted(values), len(values), values['one'], values.get('none', 5), 'two' in values)
print(sorted(values.keys()), sorted(map(repr, values.values())), sorted(values.items(), key=str))
print(values.pop('three'), values.pop('three', None), values.setdefault('one', c), dict(values | {'x': c}))
print(len(values.valuerefs()), len(list(values.itervaluerefs())), values == {'one': a, 'two': b})
copied = values.copy()
del a
print(sorted(values), sorted(copied), copy.copy(values) == values)
del values['two']
values |= {'c': c}
print(dict(values), type({'z': b} | values).__name__, repr(values)[:24])
keys = weakref.WeakKeyDictionary({b: 1, c: 2})
print(len(keys), keys[b], b in keys, 5 in keys, keys.get(c), sorted(map(repr, keys)), sorted(keys.values()))
print(keys.pop(b), keys.setdefault(c, 9), list(keys.items()), len(keys.keyrefs()), keys.copy() == keys)
keys.update({b: 3})
print(sorted(keys.values()), dict(keys | {b: 4})[b], keys.popitem()[1] in (2, 3))
keys[b] = 1
keys[c] = 2
del b
print(list(keys.items()))
keys.clear()
print(len(keys))
for wrong in (lambda: values['none'], lambda: keys[c], lambda: values | 5, lambda: 5 | keys):
    try:
        wrong()
    except (KeyError, TypeError) as e:
        print(type(e).__name__)
