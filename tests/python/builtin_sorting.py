words = ["banana", "Apple", "cherry", "date"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
pairs = [(2, "b"), (1, "z"), (2, "a")]
print(sorted(pairs), sorted(pairs, key=lambda p: p[1]), sorted(pairs, key=lambda p: (-p[0], p[1])))
d = {"x": 3, "y": 1, "z": 2}
print(sorted(d), sorted(d.items(), key=lambda kv: kv[1]), sorted(d, key=d.get, reverse=True))
words.sort(key=lambda w: w[-1])
print(words)
print(sorted([1.5, -2, True, 0]), sorted([[2, 1], [1, 9], [1]]))
try:
    sorted([1, "a"])
except TypeError as e:
    print(e)
