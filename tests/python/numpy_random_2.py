import numpy as np
np.random.seed(42)
a = np.arange(6)
np.random.shuffle(a)
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
