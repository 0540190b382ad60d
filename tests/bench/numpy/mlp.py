"""A network for XOR, 4 rows at a time."""
import numpy as np
rng = np.random.RandomState(0)
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
Y = np.array([[0], [1], [1], [0]])
W1 = rng.randn(2, 8); b1 = np.zeros((1, 8)); W2 = rng.randn(8, 1); b2 = np.zeros((1, 1))
def sigmoid(x): return 1 / (1 + np.exp(-x))
for i in range(10000):
    h = sigmoid(X.dot(W1) + b1)
    o = sigmoid(h @ W2 + b2)
    e = Y - o
    do = e * o * (1 - o)
    dh = do.dot(W2.T) * h * (1 - h)
    W2 += h.T.dot(do) * 0.5
    b2 += np.sum(do, axis=0, keepdims=True) * 0.5
    W1 += X.T.dot(dh) * 0.5
    b1 += np.sum(dh, axis=0, keepdims=True) * 0.5
    if i % 2000 == 0: print(np.mean(np.abs(e)))
print(o)
