# A perceptron that is a class of the script, with names in Spanish.
import numpy as np
class Perceptrón(object):
    """Clasificador.

    Parameters
    ----------
    eta : float
    """
    def __init__(self, eta=0.01, n_iter=50, random_state=1):
        self.eta = eta
        self.n_iter = n_iter
        self.random_state = random_state
    def fit(self, X, y):
        rgen = np.random.RandomState(self.random_state)
        self.w_ = rgen.normal(loc=0.0, scale=0.01, size=1 + X.shape[1])
        self.errors_ = []
        for _ in range(self.n_iter):
            errors = 0
            for xi, target in zip(X, y):
                update = self.eta * (target - self.predict(xi))
                self.w_[1:] += update * xi
                self.w_[0] += update
                errors += int(update != 0.0)
            self.errors_.append(errors)
        return self
    def net_input(self, X):
        return np.dot(X, self.w_[1:]) + self.w_[0]
    def predict(self, X):
        return np.where(self.net_input(X) >= 0.0, 1, -1)
rng = np.random.RandomState(4)
X = np.r_[rng.normal(5.0, 0.4, (50, 2)), rng.normal(6.5, 0.5, (50, 2))]
y = np.where(np.arange(100) < 50, -1, 1)
perceptrón = Perceptrón(eta=0.1, n_iter=12).fit(X, y)
print(perceptrón.errors_, perceptrón.w_.round(6))
print(perceptrón.predict(X[::9]), (perceptrón.predict(X) == y).mean())
print(Perceptrón.__doc__.strip().split('\n')[0], Perceptrón.__name__, vars(Perceptrón()))
