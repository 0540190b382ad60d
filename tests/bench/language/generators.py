def walk(n):
    for i in range(n):
        yield i
        yield from (i * 2, i * 3)
def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)
def running():
    total = 0
    while True:
        x = yield total
        total += x
g = running()
next(g)
for v in walk(60000):
    s = g.send(v)
print(s, sum(tree(14)))
