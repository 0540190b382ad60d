import numpy as np
a = np.array([1.0, 4.0, 9.0])
b = np.array([2, 2, 2])
print(a + b, a - b, a * b, a / b, a // b)
print(a % b, a ** 2, -a, 2 * a, 1 / a)
print(a + 1, 10 - a, 2 ** b, abs(-a), +a)
print(np.sqrt(a), np.exp([0, 1]), np.log([1, np.e]), np.sin([0, np.pi / 2]), np.tanh([0.5]))
print(np.square(b), np.abs([-1, 2]), np.power(b, 3), np.maximum(a, 3))
print(np.minimum(a, [5, 1, 5]), np.sign([-2, 0, 2]))
print(a == b, a > 3, a >= 4, a != 1, (a > 1) & (a < 5))
print((a > 5) | (a < 2), ~(a > 1), np.logical_and(a > 1, b > 1), np.logical_not([True, False]))
print(np.isnan([1, np.nan]), np.isfinite([1, np.inf]))
print(np.floor([1.5, -1.5]), np.ceil([1.2]), np.round([1.25, 1.35, 2.5], 1))
print(np.rint([0.5, 1.5]), np.trunc([-1.7]), np.clip([1, 5, 10], 2, 8), np.mod([5, -5], 3))
print(np.add(1, 2), np.divide(1, 4), np.hypot(3, 4), np.around(3.14159, 2), np.log10(100))
print(np.log2(8), np.log1p(0.0), np.exp2(3))
m = np.arange(6).reshape(2, 3)
v = np.array([10, 20, 30])
c = np.array([[1], [2]])
print(m + v, m * c, m + c + v, v[:, None] * v, m @ m.T)
print(np.dot(m, v), m.dot(v), np.matmul(m, v), np.outer([1, 2], [3, 4]))
print(np.inner([1, 2], [3, 4]), np.dot(3, 4), np.dot([1, 2], [3, 4]), np.vdot([1, 2], [3, 4]))
m += 1
print(m)
m *= 2
print(m)
m -= v
print(m)
a /= 2
print(a)
a **= 2
print(a)
b //= 2
print(b)
for f in (lambda: m + np.ones(4), lambda: m @ m, lambda: np.dot(np.ones((2, 3)), np.ones((2, 3))), lambda: np.array([1, 2]) & 1.5, lambda: bool(a > 1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
try:
    b /= 2
except Exception as e:
    print(type(e).__name__, e)
def sigmoid(z): return 1 / (1 + np.exp(-z))
def softmax(z): e = np.exp(z - np.max(z)); return e / e.sum()
def relu(z): return np.maximum(0, z)
print(sigmoid(0), sigmoid(np.array([-1.0, 0, 1])), softmax(np.array([1.0, 2, 3])))
print(softmax([1, 2, 3]).sum(), relu(np.array([-1, 2])), (relu(np.array([-1.0, 2])) > 0) * 1.0)
out = np.zeros(2)
np.add([1, 2], [3, 4], out=out)
print(out, np.multiply(2, [1, 2]), np.subtract(5, 3), np.negative([1]), np.reciprocal(2.0))
print(np.cumsum([1, 2, 3]), np.cumprod([1, 2, 3]), np.diff([1, 4, 9]))
