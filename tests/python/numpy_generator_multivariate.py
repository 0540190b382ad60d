import numpy as np

rng = np.random.default_rng(11)
mean = [1.0, -1.0]
cov = [[2.0, 0.6], [0.6, 1.0]]
print(rng.multivariate_normal(mean, cov))
print(rng.multivariate_normal(mean, cov, size=3))
print(rng.multivariate_normal(mean, cov, size=(2, 2)).shape)
print(rng.multivariate_normal(mean, cov, method="cholesky"))
print(rng.multivariate_normal(mean, cov, method="eigh").shape)
sample = rng.multivariate_normal(mean, cov, size=5000)
print(np.round(sample.mean(axis=0), 2), np.round(np.cov(sample.T), 1))
for bad in (lambda: rng.multivariate_normal([0, 1], [1, 2]), lambda: rng.multivariate_normal([[0]], [[1]]),
            lambda: rng.multivariate_normal([0, 1, 2], cov), lambda: rng.multivariate_normal([0], [[1]], method="x")):
    try:
        bad()
    except ValueError as error:
        print(error)
