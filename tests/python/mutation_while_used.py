def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
d = {1: 1, 2: 2}
def grow():
    for k in d: d[k + 10] = 1
def shrink():
    for k in d.values(): d.clear()
s = {1, 2}
def grow_set():
    for k in s: s.add(k + 10)
attempt(grow); attempt(shrink); attempt(grow_set)
q = [3, 1, 2]
def mutate(x): q.append(x); return x
attempt(lambda: q.sort(key=mutate))
def boom(x): raise ValueError('key')
attempt(lambda: q.sort(key=boom))
print(q)
class Cmp:
    def __lt__(self, o): raise KeyError('cmp')
attempt(lambda: [Cmp(), Cmp()].sort())
x = [1, 2, 3]
for v in x:
    if len(x) < 6: x.append(v)
print(x)
def g():
    yield from g()
try:
    next(g())
except RecursionError:
    print('deep')
