from itertools import chain, compress, dropwhile, filterfalse, pairwise, starmap, takewhile, tee, zip_longest


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(list(chain('ab', [1], ())), list(chain.from_iterable([[1], [2, 3]])), list(compress('ABCD', [1, 0, 1])))
print(list(dropwhile(lambda x: x < 3, [1, 4, 2])), list(takewhile(lambda x: x < 3, [1, 4, 2])))
print(list(filterfalse(lambda x: x % 2, range(5))), list(filterfalse(None, [0, 1, ''])), list(starmap(pow, [(2, 3), (3, 2)])))
print(list(pairwise([1, 2, 3])), list(pairwise('a')), list(zip_longest([1, 2, 3], 'a', fillvalue='-')), list(zip_longest()))
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a), [list(t) for t in tee('ab', 3)], tee([], 0))
print(chain, type(chain()).__name__, sum(chain([1], (2,), {3: 4})))
attempt(lambda: chain(1).__next__())
attempt(lambda: list(starmap(pow, [1])))
attempt(lambda: tee([], -1))
attempt(lambda: next(chain()))
