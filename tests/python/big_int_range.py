r = range(10**20, 10**20 + 10, 3)
print(r, list(r), len(r), r[1], r[-1], 10**20 + 3 in r, 10**20 + 1 in r, r.index(10**20 + 6), r.count(10**20), r.start, r.step)
print(list(reversed(r)), r[1:3], list(r[::-1]), r == range(10**20, 10**20 + 11, 3), isinstance(r, range), bool(r))
big = range(2**70)
print(big, big[5], 5 in big, 2**71 in big, big[2**69], bool(range(2**70, 0)), list(range(2**70, 0)))
for i in range(2**64, 2**64 + 2):
    print(i)
print(list(range(2**64, 2**64 - 5, -2)), sum(range(10**20, 10**20 + 4)), [x for x in range(-2**65, -2**65 + 2)], max(range(5, 10**30, 10**29)))
for text in ('len(big)', 'big[2**70]', 'range(0, 2**70, 0)', 'r.index(5)', "big['a']", 'range(2**70, 1.5)', 'hash(r) == hash(range(10**20, 10**20 + 10, 3))'):
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, '|', type(error).__name__, error)
