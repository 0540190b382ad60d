from itertools import combinations, combinations_with_replacement, groupby, permutations, product


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(list(product('ab', [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product([], [1])))
print(list(permutations([1, 2, 3], 2)), list(permutations('ab')), list(permutations([1], 2)), len(list(permutations(range(5)))))
print(list(combinations('abcd', 2)), list(combinations([1, 2, 3], 0)), list(combinations([1], 3)))
print(list(combinations_with_replacement('ab', 2)), list(combinations_with_replacement([], 1)))
print([(k, list(g)) for k, g in groupby('aabbbca')], [(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
groups = groupby('aab')
(k1, g1), (k2, g2) = groups
print(k1, list(g1), k2, [k for k, g in groupby([1, 1, 2])])
attempt(lambda: combinations([1], -1))
attempt(lambda: product([1], repeat=-1))
attempt(lambda: permutations())
attempt(lambda: list(combinations(5, 2)))
