# Rosenblatt's perceptron: the weights that scikit-learn finds, for two classes and for three.
import numpy as np
from sklearn.datasets import make_blobs, make_moons
from sklearn.linear_model import Perceptron

X, y = make_blobs(n_samples=80, centers=2, cluster_std=1.5, random_state=3)
two = Perceptron(max_iter=1000, tol=1e-3, random_state=42).fit(X, y)
print(two, two.classes_, two.n_iter_, two.t_)
print(two.coef_.round(6), two.intercept_)
print(two.predict([[2, 0.5], [-5, 3]]), round(two.score(X, y), 4))
print(two.decision_function(X[:3]).round(5))

X, y = make_blobs(n_samples=90, centers=3, cluster_std=2.0, random_state=1)
names = np.array(['oak', 'elm', 'ash'])[y]
three = Perceptron(eta0=0.1, random_state=7).fit(X, names)
print(three.classes_, three.n_iter_)
print(three.coef_.round(6))
print(three.intercept_.round(6), three.predict(X[:4]), round(three.score(X, names), 4))

X, y = make_moons(n_samples=60, noise=0.3, random_state=0)
plain = Perceptron(shuffle=False, fit_intercept=False, n_iter_no_change=3).fit(X, y)
print(plain.coef_.round(6), plain.intercept_, plain.n_iter_)
try:
    Perceptron().fit(X, np.zeros(60))
except ValueError as problem:
    print(problem)
