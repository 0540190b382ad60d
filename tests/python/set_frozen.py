# frozenset's methods, and those of set that change it by several others.
a, b = frozenset([1, 2, 3]), frozenset([3, 4])
print(sorted(a.union(b)), sorted(a.intersection(b)), sorted(a.difference(b)), sorted(a.symmetric_difference(b)))
print(sorted(a.union([7], (8,))), sorted(a.intersection([1, 2], [2, 9])), type(a.union([1])).__name__)
print(a.issubset(range(5)), a.issuperset([1, 9]), a.isdisjoint([7]), a.copy() is a, a.copy() == {1, 2, 3})
s = {1, 2, 3, 4, 5}
s.intersection_update([1, 2, 3, 9], (2, 3))
print(sorted(s))
s.difference_update([3], [8])
print(sorted(s))
s.symmetric_difference_update([2, 6, 7])
print(sorted(s), sorted({1, 2}.symmetric_difference("ab", ), key=str))
for work in (lambda: a.add(1), lambda: s.intersection_update(3), lambda: frozenset([[]])):
    try:
        work()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
