import numpy as np
a = np.arange(24).reshape(2, 3, 4)
b = np.arange(10)
b[0] = 100
b[1:3] = [7, 8]
b[b > 50] = -1
b[[4, 5]] = 0
b[-1] += 5
m = np.zeros((3, 3))
m[1] = 5
m[:, 0] = [1, 2, 3]
m[2, 2] = 9
m[0, 1:] = -1
print(m)
m[:] = 2
print(m)
m[m == 2] = 0
m[np.arange(3), [0, 1, 2]] = 1
print(m)
v = b[2:5]
v[0] = 55
print(b[2])
for f in (lambda: b[10], lambda: a[5], lambda: a[0, 0, 0, 0], lambda: b[1.5], lambda: b["a"], lambda: b[[1, 20]], lambda: b[np.array([0.5])], lambda: b[[True, False]]):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
try:
    b[2:4] = [1, 2, 3]
except ValueError as e:
    print(e)
x = np.arange(12).reshape(3, 4)
print(x[1:, 1:], x[:, -1], x[x.sum(axis=1) > 10], x[:, x[0] > 1], x[2][1:3])
y = np.array([3, 1, 2])
print(x[y - 1], x[y.argsort()], y[::-1][0], x[0:0].shape, x.T[0], x[-1][::-1])
