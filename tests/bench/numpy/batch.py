"""Random batches and permutations of rows."""
import numpy as np
np.random.seed(3)
X = np.random.rand(5000, 784)
Y = np.random.randint(0, 10, 5000)
s = 0.0
for i in range(1500):
    m = np.random.choice(5000, 100)
    xb = X[m]
    t = np.eye(10)[Y[m]]
    s += xb[0, 0] + t.argmax(axis=1).sum()
for i in range(100):
    p = np.random.permutation(5000)
    Xs = X[p]
    for j in range(0, 5000, 500):
        s += Xs[j:j + 500].mean()
print(s)
