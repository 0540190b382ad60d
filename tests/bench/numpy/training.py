"""The training of a network of two layers written out: 784-50-10, batches of 100."""
import numpy as np
np.random.seed(1)
x_all = np.random.rand(6000, 784)
t_all = np.random.randint(0, 10, 6000)
def sigmoid(x):
    return 1 / (1 + np.exp(-x))
def softmax(x):
    x = x - np.max(x, axis=1, keepdims=True)
    e = np.exp(x)
    return e / np.sum(e, axis=1, keepdims=True)
def step(x, t, W1, b1, W2, b2, rate):
    n = x.shape[0]
    z = sigmoid(np.dot(x, W1) + b1)
    y = softmax(np.dot(z, W2) + b2)
    loss = -np.sum(np.log(y[np.arange(n), t] + 1e-7)) / n
    dy = y.copy()
    dy[np.arange(n), t] -= 1
    dy /= n
    dW2 = np.dot(z.T, dy)
    db2 = np.sum(dy, axis=0)
    da = np.dot(dy, W2.T) * z * (1 - z)
    dW1 = np.dot(x.T, da)
    db1 = np.sum(da, axis=0)
    return W1 - rate * dW1, b1 - rate * db1, W2 - rate * dW2, b2 - rate * db2, loss
W1, b1 = 0.01 * np.random.randn(784, 50), np.zeros(50)
W2, b2 = 0.01 * np.random.randn(50, 10), np.zeros(10)
for i in range(3000):
    mask = np.random.choice(6000, 100)
    W1, b1, W2, b2, loss = step(x_all[mask], t_all[mask], W1, b1, W2, b2, 0.1)
print(round(float(loss), 6))
