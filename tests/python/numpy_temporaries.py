# Results that take the place of temporaries never change what a name still holds.
import numpy as np
a = np.arange(6.0).reshape(2, 3)
b = np.array([10.0, 20.0, 30.0])
kept = a * 2
c = (a * 2) + b - (a + 1) * b / 2
print(c, a, b, kept)
d = b + (a * 3)
e = (a + 1) * (a - 1) + (b * 0.5)
print(d, e)
view = (a * 2)[0]
f = view + 1
print(view, f, (a * 2).T + np.ones((3, 2)))
h = np.ones(3, dtype=np.float32) * 2 + np.float64(0.1)
i = np.ones(3, dtype=np.float32) * 2 + 0.1
print(h.dtype, i.dtype, (np.ones(3) * 2 > 1).dtype, (np.ones((1, 3)) * 2 + np.zeros((2, 3))).shape)
def make():
    global last
    last = a * 10
    return last
print(make() + 1, last)
x = [a * 1, b * 1]
y = x[0] + 1
print(x[0], y)
