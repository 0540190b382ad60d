import numpy as np
np.random.seed(42)
a = np.arange(6)
np.random.shuffle(a)
l = [1, 2, 3, 4]
np.random.shuffle(l)
np.random.seed(0)
x = np.random.randn(3, 2) * 0.01
r = np.random.RandomState(1)
print(r.normal(5, 2), r.shuffle([1]), r.randn(2), r.permutation(np.arange(6).reshape(3, 2)))
np.random.seed(7)
idx = np.random.permutation(8)
x = np.arange(8) * 10
print(x[idx], idx[:4], np.random.choice(x, 2), np.random.rand(2, 1, 2).shape)
print(np.random.normal(loc=1.0, scale=0.0, size=2), np.random.uniform(low=2, high=3))
print(type(np.random.rand()), type(np.random.randint(3)), type(np.random.normal()))
for f in (lambda: np.random.randint(5, 2), lambda: np.random.choice(3, 5, replace=False), lambda: np.random.seed(-1), lambda: np.random.rand("a"), lambda: np.random.choice([]), lambda: np.random.normal(0, -1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
np.random.seed(1)
mask = np.random.choice(60000, 100)
print(mask[:5], mask.shape, np.random.randint(0, 256, (2, 2), dtype=np.uint8))
print(np.random.randint(2, size=8), np.random.choice(10, (2, 2)))
