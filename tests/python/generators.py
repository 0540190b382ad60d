def count(n):
    i = 0
    while i < n:
        got = yield i
        if got: print("got", got)
        i += 1
g = count(3)
print(next(g), g.send("hi"), list(g))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(10)])
def chain(*its):
    for it in its: yield from it
print(list(chain([1], "ab", range(2))))
def r():
    yield 1
    return "result"
def d():
    x = yield from r()
    print("r returned", x)
print(list(d()))
def closing():
    try:
        yield 1
        yield 2
    finally:
        print("closed")
c = closing()
next(c)
c.close()
sq = (x * x for x in range(4))
print(next(sq), sum(sq), list(sq))
def batches(n, size):
    for i in range(0, n, size): yield i, min(i + size, n)
print(list(batches(10, 4)))
try:
    next(iter([]))
except StopIteration as e:
    print("stop", e.value)
