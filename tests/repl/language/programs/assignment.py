a = b = c = [1]
b.append(2)
print(a, b, c)
x, y = 1, 2
x, y = y, x
print(x, y)
(a, b), [c, d] = (1, 2), [3, 4]
print(a, b, c, d)
first, *rest = [1, 2, 3]
*init, last = 'abc'
h, *m, t = (1, 2)
print(first, rest, init, last, h, m, t)
l = [0, 0, 0]
l[0], l[1] = 5, 6
l[-1] += 4
print(l)
i = 0
i, l[i] = 1, 9
print(i, l)
class O: pass
o = O()
o.a, o.b = 1, 2
o.a += 10
print(o.a, o.b)
n: int = 5
m: 'not evaluated' = 6
o.c: int = 7
z: int
print(n, m, o.c)
l[0:2] = [7, 8, 9]
print(l)
del l[0], o.a
del l[-1]
print(l, getattr(o, 'a', 'gone'))
del n
try: n
except NameError as e: print(e)
x = y = z = 0, 1
print(x, y, z)
for x[:] in [[1]] if False else []: pass
[p, q] = {1: 'a', 2: 'b'}
print(p, q)
s = 'abc'
s += 'def'
t = [1]
u = t
u += [2]
u = u + [3]
print(s, t, u)
def swap(a, b):
    a, b = b, a
    return a, b
print(swap(1, 2))
def star(): return (*[1, 2], *(3,)), [*'ab', *range(2)], {*[1], 1}, {**{'a': 1}, 'b': 2, **{'a': 3}}
print(star())
