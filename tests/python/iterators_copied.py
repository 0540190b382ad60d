# Iterators are copied and pickled where they stand: what is still to come comes from the copy, too.
import collections
import copy
import itertools
import pickle

ITEMS = list(range(10))


class Squares:
    def __getitem__(self, place):
        if place > 7:
            raise IndexError
        return place * place

    def __len__(self):
        return 8


MAKERS = {
    'list': lambda: iter(ITEMS), 'reversed list': lambda: reversed(ITEMS), 'tuple': lambda: iter(tuple(ITEMS)),
    'str': lambda: iter('abc\u00e9def'), 'range': lambda: iter(range(2, 30, 3)), 'set': lambda: iter(set(ITEMS)),
    'dict': lambda: iter({1: 2, 3: 4, 5: 6}), 'items': lambda: iter({1: 2, 3: 4, 5: 6}.items()),
    'bytes': lambda: iter(b'abcd'), 'until': lambda: iter(int, 1), 'sequence': lambda: iter(Squares()),
    'reversed': lambda: reversed(Squares()), 'enumerate': lambda: enumerate('abcdef', 3),
    'enumerate big': lambda: enumerate('abcdef', 2 ** 63 - 2), 'zip': lambda: zip(ITEMS, 'abcdef'),
    'zip strict': lambda: zip(ITEMS, ITEMS, strict=True), 'map': lambda: map(str, ITEMS),
    'filter': lambda: filter(None, ITEMS), 'count': lambda: itertools.count(3, 2), 'cycle': lambda: itertools.cycle('ab'),
    'cycle long': lambda: itertools.cycle('abcdef'), 'repeat': lambda: itertools.repeat(1, 5),
    'accumulate': lambda: itertools.accumulate(ITEMS), 'chain': lambda: itertools.chain(ITEMS, 'ab'),
    'accumulate from': lambda: itertools.accumulate(ITEMS, max, initial=5),
    'compress': lambda: itertools.compress(ITEMS, ITEMS), 'islice': lambda: itertools.islice(ITEMS, 1, 8, 2),
    'dropwhile': lambda: itertools.dropwhile(bool, ITEMS), 'takewhile': lambda: itertools.takewhile(str, ITEMS),
    'filterfalse': lambda: itertools.filterfalse(None, [0] * 5), 'starmap': lambda: itertools.starmap(int, [('3',)] * 5),
    'zip_longest': lambda: itertools.zip_longest(ITEMS, 'ab'), 'product': lambda: itertools.product('ab', repeat=3),
    'zip_longest filled': lambda: itertools.zip_longest('ab', 'a', fillvalue='-'),
    'permutations': lambda: itertools.permutations('abc'), 'combinations': lambda: itertools.combinations('abcd', 2),
    'with replacement': lambda: itertools.combinations_with_replacement('abc', 2),
}
for name, make in MAKERS.items():
    for steps in (0, 3, 30):
        it = make()
        for _ in range(steps):
            next(it, None)
        pickled = pickle.loads(pickle.dumps(it))
        deep = copy.deepcopy(it)
        print(name, steps, *itertools.islice(pickled, 3), '|', *itertools.islice(deep, 2), '|',
              *itertools.islice(copy.copy(it), 2))
    if name not in ('str', 'chain', 'set'):
        print([getattr(part, '__name__', type(part).__name__) for part in make().__reduce__()])
it = reversed(ITEMS)
print(type(it).__name__, it.__length_hint__(), type(iter(b'')).__name__, type(iter(bytearray())).__name__)
ITEMS.clear()
print(list(it), it.__length_hint__(), reversed(Squares()).__length_hint__())
groups = itertools.groupby('aabbbc')
key, group = next(groups)
print(key, list(group))
again = copy.copy(groups)
print([(k, ''.join(g)) for k, g in again])
for it, state in [(iter([1, 2, 3]), -5), (iter([1, 2, 3]), 99), (iter('abc'), 2), (iter(range(9)), 7),
                  (reversed([1, 2, 3]), 0), (reversed((1, 2, 3)), 99)]:
    it.__setstate__(state)
    print(list(it), end=' ')
print()
for it, state in [(itertools.chain(), 3), (itertools.chain(), ()), (itertools.chain(), (1,)),
                  (itertools.cycle('ab'), 1), (itertools.groupby('a'), 1), (itertools.groupby('a'), (1,)),
                  (itertools.product('ab'), 1), (itertools.permutations('ab'), 3)]:
    try:
        it.__setstate__(state)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for it in ((x for x in 'ab'), itertools.pairwise('ab')):
    try:
        copy.copy(it)
    except TypeError as error:
        print(error)
