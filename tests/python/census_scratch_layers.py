import numpy as np
class Affine:
    def __init__(self, W, b):
        self.W, self.b, self.x = W, b, None
    def forward(self, x):
        self.x = x
        return np.dot(x, self.W) + self.b
    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return np.dot(dout, self.W.T)
class Relu:
    def forward(self, x):
        self.mask = (x <= 0)
        out = x.copy()
        out[self.mask] = 0
        return out
    def backward(self, dout):
        dout[self.mask] = 0
        return dout
def softmax(a):
    c = np.max(a, axis=-1, keepdims=True)
    e = np.exp(a - c)
    return e / np.sum(e, axis=-1, keepdims=True)
def cross_entropy_error(y, t):
    if y.ndim == 1:
        t, y = t.reshape(1, t.size), y.reshape(1, y.size)
    if t.size == y.size: t = t.argmax(axis=1)
    batch_size = y.shape[0]
    return -np.sum(np.log(y[np.arange(batch_size), t] + 1e-7)) / batch_size
np.random.seed(2)
layers = [Affine(0.1 * np.random.randn(4, 3), np.zeros(3)), Relu(), Affine(0.1 * np.random.randn(3, 2), np.zeros(2))]
x, t = np.random.rand(5, 4), np.array([0, 1, 1, 0, 1])
for step in range(3):
    out = x
    for layer in layers: out = layer.forward(out)
    y = softmax(out)
    print(step, cross_entropy_error(y, t), (y.argmax(axis=1) == t).mean())
    dout = y.copy()
    dout[np.arange(5), t] -= 1
    dout /= 5
    for layer in reversed(layers): dout = layer.backward(dout)
    for layer in layers:
        if hasattr(layer, "W"):
            layer.W -= 0.5 * layer.dW
            layer.b -= 0.5 * layer.db
print(layers[0].W.shape, np.abs(layers[2].dW).sum().round(6))
