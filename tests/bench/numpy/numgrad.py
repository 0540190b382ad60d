"""A gradient by differences, one call of the function for each element."""
import numpy as np
np.random.seed(0)
def softmax(x):
    if x.ndim == 2:
        x = x.T
        x = x - np.max(x, axis=0)
        y = np.exp(x) / np.sum(np.exp(x), axis=0)
        return y.T
    x = x - np.max(x)
    return np.exp(x) / np.sum(np.exp(x))
def cross_entropy_error(y, t):
    if y.ndim == 1:
        t = t.reshape(1, t.size)
        y = y.reshape(1, y.size)
    n = y.shape[0]
    return -np.sum(t * np.log(y + 1e-7)) / n
def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros_like(x)
    it = np.nditer(x, flags=['multi_index'], op_flags=['readwrite'])
    while not it.finished:
        idx = it.multi_index
        tmp = x[idx]
        x[idx] = tmp + h
        a = f(x)
        x[idx] = tmp - h
        b = f(x)
        grad[idx] = (a - b) / (2 * h)
        x[idx] = tmp
        it.iternext()
    return grad
W = np.random.randn(20, 10)
x = np.random.randn(5, 20)
t = np.eye(10)[np.random.randint(0, 10, 5)]
f = lambda w: cross_entropy_error(softmax(np.dot(x, w)), t)
for i in range(15):
    W -= 0.1 * numerical_gradient(f, W)
    print(f(W))
