print([x * y for x in range(3) for y in range(x)], {x % 3 for x in range(10)}, {k: v for k, v in zip('ab', [1, 2])})
print([[j for j in range(i)] for i in range(4)], [x for x in range(20) if x % 2 if x % 3])
g = (x ** 2 for x in range(5))
print(next(g), next(g), list(g))
print(sum(x for x in range(101)), sorted(c for c in 'hello'), [*(i for i in range(3))])
x = 'kept'
l = [x for x in range(3)]
print(x, l)
print([(a, b) for a, *b in [(1, 2, 3), (4,)]], [y := 1, y + 1], [last := i for i in range(5)], last)
print([f(3) for f in [lambda v: v + i for i in range(3)]])
def total(rows): return sum(v for row in rows for v in row if v > 0)
print(total([[1, -2], [3]]))
print({i: [j for j in range(i)] for i in range(3)}, [i if i else 'zero' for i in range(2)])
def nested(n):
    k = 10
    return [[k * i + j for j in range(n)] for i in range(n)]
print(nested(2))
print(any_true := [v for v in (0, 1, 2) if v], [w for w in [1, 2, 3] if (t := w * 2) > 2], t)
