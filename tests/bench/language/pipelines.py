from itertools import chain, combinations, permutations, product, groupby, accumulate, islice, count, takewhile, zip_longest, starmap
print(sum(1 for c in combinations(range(20), 4) if sum(c) % 3 == 0))
print(sum(p[0] * p[-1] for p in permutations(range(7))))
print(sum(a * b for a, b in product(range(150), repeat=2)))
print([(k, len(list(g))) for k, g in groupby(sorted(range(20000), key=lambda x: x % 5), key=lambda x: x % 5)])
print(list(islice(accumulate(count(1), lambda a, b: (a * b) % 10007), 20000))[-1])
print(sum(map(lambda t: t[0] + t[1], zip(range(40000), reversed(range(40000))))), len(list(filter(None, [i % 3 for i in range(40000)]))))
print(sum(starmap(pow, [(2, i % 10) for i in range(10000)])), sum(takewhile(lambda x: x < 5000, count())))
for i, (a, b) in enumerate(zip_longest(range(20000), range(10000), fillvalue=0)): pass
print(list(chain.from_iterable([[i] * 2 for i in range(5)])), any(x > 39998 for x in range(40000)))
