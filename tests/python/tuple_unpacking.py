a, b = 1, 2
a, b = b, a
print(a, b)
(c, d), e = (3, 4), 5
print(c, d, e)
first, *rest = [1, 2, 3, 4]
print(first, rest)
*init, last = "abc"
print(init, last)
h, *m, t = range(6)
print(h, m, t)
t = (1,)
print(t, (), (1, 2) + (3,), (0,) * 3, t[0])
