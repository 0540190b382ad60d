def counter(step):
    n = 0
    def up():
        nonlocal n
        n += step
        return n
    return up
def compose(f, g):
    return lambda x: f(g(x))
ups = [counter(i) for i in range(10)]
f = compose(lambda x: x + 1, lambda x: x * 2)
total = 0
for i in range(60000):
    total += ups[i % 10]()
    total += f(i)
print(total)
print(sum(map(lambda x: x * x, filter(lambda x: x % 3, range(200000)))))
