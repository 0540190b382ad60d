def f(x):
    return x + (x := 5) + x
print(f(1))
while (n := len('abc') - 2) > 3: pass
print(n)
def g(data):
    if (m := len(data)) > 2: return m
    return [y := 1, y ** 2, m]
print(g([1, 2, 3]), g([]))
print([p := 3, p + 1], (q := 2) * q)
total = 0
vals = [total := total + v for v in range(5)]
print(vals, total)
def closure():
    r = [s := i for i in range(3)]
    def get(): return s
    return get(), r
print(closure())
x = 10
print(x - (x := 3), x)
