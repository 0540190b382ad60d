import numpy as np
a = np.array([1.0, 4.0, 9.0])
b = np.array([2, 2, 2])
m = np.arange(6).reshape(2, 3)
v = np.array([10, 20, 30])
c = np.array([[1], [2]])
m += 1
m *= 2
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
