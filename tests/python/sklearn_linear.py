# Linear models: least squares, ridge, logistic regression.
import numpy as np
from sklearn.datasets import make_blobs, make_classification, make_regression
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge

X, y, coef = make_regression(n_samples=60, n_features=3, n_informative=2, noise=5.0, coef=True, random_state=0)
model = LinearRegression().fit(X, y)
print(coef.round(4), model.coef_.round(6), round(float(model.intercept_), 6), round(model.score(X, y), 8))
print(model.predict(X[:3]).round(5), LinearRegression(fit_intercept=False).fit(X, y).coef_.round(5))
two = LinearRegression().fit(X, np.stack([y, 2 * y + 1], axis=1))
print(two.coef_.round(4), two.intercept_.round(4), two.predict(X[:1]).round(4))
ridge = Ridge(alpha=3.0).fit(X, y)
print(ridge.coef_.round(6), round(float(ridge.intercept_), 6), Ridge().fit(X[:2], y[:2]).coef_.round(5))
A, b = make_classification(n_samples=120, n_features=4, random_state=3)
logistic = LogisticRegression(tol=1e-8, max_iter=1000).fit(A, b)
print(logistic.coef_.round(3), logistic.intercept_.round(3), logistic.classes_, logistic.score(A, b))
print(logistic.predict(A[:12]), logistic.predict_proba(A[:2]).round(3), logistic.decision_function(A[:2]).round(3))
C, d = make_blobs(n_samples=90, centers=3, cluster_std=2.5, random_state=1)
many = LogisticRegression(C=0.5, tol=1e-8, max_iter=1000).fit(C, d)
print(many.coef_.round(3), many.intercept_.round(3), many.predict(C[:10]), many.score(C, d))
print(many.predict_proba(C[:2]).round(3), many)
balanced = LogisticRegression(class_weight='balanced', tol=1e-8).fit(A[:80], b[:80])
print(balanced.coef_.round(3))
