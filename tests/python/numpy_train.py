import numpy as np
np.random.seed(1)
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
Y = np.array([[0], [1], [1], [0]])
W1 = np.random.randn(2, 4)
b1 = np.zeros((1, 4))
W2 = np.random.randn(4, 1)
b2 = np.zeros((1, 1))
sig = lambda z: 1.0 / (1.0 + np.exp(-z))
for epoch in range(2000):
    A1 = np.tanh(X.dot(W1) + b1); A2 = sig(A1.dot(W2) + b2)
    loss = -np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))
    dZ2 = A2 - Y; dW2 = A1.T.dot(dZ2) / 4; db2 = dZ2.mean(axis=0, keepdims=True)
    dZ1 = dZ2.dot(W2.T) * (1 - A1 ** 2); dW1 = X.T.dot(dZ1) / 4; db1 = dZ1.mean(axis=0, keepdims=True)
    W1 -= 0.5 * dW1; b1 -= 0.5 * db1; W2 -= 0.5 * dW2; b2 -= 0.5 * db2
    if epoch % 500 == 0: print("epoch", epoch, "loss %.5f" % loss)
print((A2 > 0.5).astype(int).ravel(), (A2 > 0.5).astype(int) == Y, ((A2 > 0.5) == Y).mean(), A2.round(2).tolist())
params = {"W1": W1, "b1": b1}
for k, v in params.items(): print(k, v.shape)
for key in params.keys(): params[key] = params[key] * 0
print(params["W1"].sum(), np.array_equal(params["b1"], np.zeros((1, 4))))
