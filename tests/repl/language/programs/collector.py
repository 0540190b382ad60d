class Node:
    def __init__(self): self.me = self
for i in range(100): Node()
def cycle():
    def f(): return f
    return f
for i in range(100): cycle()
def gen():
    me = yield
    while True: yield me
for i in range(50):
    g = gen()
    next(g)
    g.send(g)
l = []
l.append(l)
del l

try:
    raise ValueError
except ValueError as e:
    e.self = e
for i in range(3):
    def g2():
        x = [g2]
        yield x
    it = g2()
    next(it)
print('alive')
