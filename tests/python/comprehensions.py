print([x ** 2 for x in range(5)], [x for x in range(10) if x % 2], [(x, y) for x in (1, 2) for y in "ab"])
print({x: x ** 2 for x in range(3)}, {len(w) for w in ["a", "bb", "cc"]}, sum(x for x in range(5)))
m = [[1, 2], [3, 4], [5, 6]]
print([[r[i] for r in m] for i in range(2)], [x for row in m for x in row], [x if x > 2 else -x for x in range(5)])
n = 10
print([n + i for i in range(3)], n, list(x * 2 for x in [1, 2]), tuple(i for i in range(3)))
print([f(3) for f in [lambda x: x + 1, lambda x: x * 2]], max(len(w) for w in ["a", "bbb"]))
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
print({k: [v for v in range(k)] for k in range(3)}, [y := 5, y ** 2], any(x > 3 for x in range(5)))
print([a + b for a, b in zip([1, 2], [3, 4])], [i for i, c in enumerate("abc") if c != "b"])
