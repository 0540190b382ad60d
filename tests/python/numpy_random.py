import numpy as np
np.random.seed(42)
print(np.random.rand(3), np.random.randn(2, 2), np.random.randint(0, 10, 5))
print(np.random.random(2), np.random.rand(), np.random.randint(5))
print(np.random.choice(5, 3), np.random.choice([10, 20, 30], size=2, replace=False))
print(np.random.permutation(5), np.random.uniform(-1, 1, 3), np.random.normal(0, 1, (2, 2)))
print(np.random.normal(size=2))
a = np.arange(6)
np.random.shuffle(a)
print(a)
l = [1, 2, 3, 4]
np.random.shuffle(l)
print(l, np.random.randint(1, 7, size=(2, 3)), np.random.standard_normal(2))
print(np.random.random_sample((1, 2)), np.random.choice(3, 4, p=[0.1, 0.2, 0.7]))
np.random.seed(0)
x = np.random.randn(3, 2) * 0.01
print(x, x.dtype, np.random.random((2, 2)).shape, np.random.binomial(10, 0.5, 3))
print(np.random.exponential(1.0, 2), np.random.poisson(3, 3), np.random.beta(2, 3))
print(np.random.gamma(2.0, size=2))
r = np.random.RandomState(1)
print(r.rand(2), r.randint(100), r.permutation([1, 2, 3]), r.choice(4), r.uniform(size=2))
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
