# Metrics of distances, draws of distributions, folds of shuffled groups, low ranks and encoded columns that go straight on.
import numpy as np
from scipy.stats import expon, loguniform, randint, uniform
from sklearn.cluster import KMeans
from sklearn.datasets import make_low_rank_matrix, make_regression
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.metrics import classification_report, pairwise_distances
from sklearn.model_selection import GroupKFold, RandomizedSearchCV
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder
from sklearn.tree import DecisionTreeClassifier

rng = np.random.RandomState(0)
X, y = rng.rand(12, 3), np.array([0, 1, 2] * 4)
for metric in ("chebyshev", "minkowski", "sqeuclidean", "hamming", "canberra", "braycurtis", "cosine", "l1", "l2",
               lambda a, b: abs(a - b).sum() + 1):
    print(metric if isinstance(metric, str) else "own", pairwise_distances(X[:4], X[4:6], metric=metric).round(8).tolist())
    if metric not in ("hamming", "l2"):
        print(KNeighborsClassifier(3, metric=metric).fit(X, y).predict(X[::-1] * 0.9).tolist())
print(pairwise_distances(X[:3], metric="precomputed").shape, pairwise_distances(X[:2], metric="cosine").tolist()[0][0])
for train, test in GroupKFold(3, shuffle=True, random_state=1).split(X, y, groups=np.arange(12) // 2):
    print(train.tolist(), test.tolist())
print(make_low_rank_matrix(3, 2, effective_rank=1, random_state=0).round(6).tolist())
rows, targets = make_regression(6, 4, n_informative=2, effective_rank=2, random_state=3)
print(rows.round(6).tolist(), targets.round(6).tolist())
names = np.array([["a", "x"], ["b", "y"], ["c", "x"], ["a", "y"]])
encoded = OneHotEncoder().fit_transform(names)
print(LinearRegression().fit(encoded, [1.0, 2.0, 3.0, 4.0]).predict(encoded).round(6).tolist())
print(make_pipeline(OneHotEncoder(), DecisionTreeClassifier(random_state=0)).fit(names, [0, 1, 1, 0]).predict(names).tolist())
print(make_pipeline(OneHotEncoder(), LogisticRegression()).fit(names, [0, 1, 1, 0]).predict(names).tolist())
print(round(float(KMeans(2, n_init=2, random_state=0).fit(encoded).inertia_), 6))
print(randint(1, 9).rvs(5, random_state=0).tolist(), uniform(2, 3).rvs(2, random_state=0).tolist(), float(randint(1, 9).pmf(3)))
print(expon(scale=2).rvs(2, random_state=0).tolist(), loguniform(1e-3, 1e1).rvs(2, random_state=0).tolist())
print(round(float(expon.cdf(1)), 8), round(float(expon.ppf(0.5)), 8), round(float(expon(1).pdf([2.0])[0]), 8), float(expon.mean()))
print(round(float(loguniform(1, 10).pdf(2)), 8), randint.rvs(2, 5, size=3, random_state=4).tolist(), float(randint(2, 5).mean()))
search = RandomizedSearchCV(Ridge(), {"alpha": loguniform(1e-3, 1e2), "fit_intercept": [True, False]}, n_iter=5, cv=3, random_state=7)
search.fit(X, X[:, 0] * 3 + y)
print([(round(float(p["alpha"]), 8), p["fit_intercept"]) for p in search.cv_results_["params"]], round(float(search.best_score_), 8))
search = RandomizedSearchCV(KNeighborsClassifier(), {"n_neighbors": randint(1, 6)}, n_iter=4, cv=2, random_state=0).fit(X, y)
print([p["n_neighbors"] for p in search.cv_results_["params"]], search.best_params_)
print(classification_report([0, 1, 2], [0, 1, 1], labels=[0, 1, 2], target_names=["a", "b", "c"], zero_division=0))
