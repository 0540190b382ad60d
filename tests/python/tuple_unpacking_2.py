a, b = 1, 2
a, b = b, a
(c, d), e = (3, 4), 5
first, *rest = [1, 2, 3, 4]
*init, last = "abc"
h, *m, t = range(6)
t = (1,)
print(len((1, 2)), (1, 2).count(1), (1, 2).index(2))
for i, (x, y) in enumerate([(1, 2), (3, 4)]):
    print(i, x, y)
(x_train, y_train), (x_test, y_test) = ((1, 2), (3, 4))
print(x_train, y_test)
def f():
    return 1, "b", [3]
p, q, r = f()
print(p, q, r, f()[1], f())
[u, v] = (8, 9)
print(u, v, (1, 2) < (1, 3), (1, 2) == (1, 2))
for bad in ([1], [1, 2, 3]):
    try:
        u, v = bad
    except ValueError as err:
        print(err)
try:
    u, v = 5
except TypeError as err:
    print(err)
i = 0
l = [0, 0]
i, l[i] = 1, 7
print(i, l)
