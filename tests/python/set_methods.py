s = {3, 1, 2}
s.add(4)
s.add(1)
s.discard(9)
s.remove(2)
print(s, len(s), 3 in s, set("aab") == {"a", "b"}, set(), sorted(set([3, 3, 1])))
print({1, 2} | {2, 3}, {1, 2} & {2, 3}, {1, 2} - {2}, {1, 2} ^ {2, 3})
print({1, 2} <= {1, 2, 3}, {1}.issubset({1, 2}), {1, 2}.issuperset({1}), {1}.isdisjoint({2}))
print({1}.union([2], [3]), {1, 2}.intersection([2]), {1, 2}.difference([1]), {x % 3 for x in range(10)})
f = frozenset([1, 2])
print(f, hash(f) == hash(frozenset([2, 1])), {f: 1}[f])
s.update([10, 11])
print(s, s.pop() in (1, 3, 4, 10, 11))
s.clear()
print(s)
try:
    s.remove(5)
except KeyError as e:
    print("KeyError", e)
