# Logistic regression: coefficients and steps as L-BFGS has them.
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

X, y = make_classification(100, 5, n_informative=3, random_state=1)
for how in ({}, dict(C=10), dict(C=.01), dict(fit_intercept=False), dict(class_weight="balanced"), dict(tol=1e-6)):
    m = LogisticRegression(**how).fit(X, y)
    print(how, m.coef_.round(5), m.intercept_.round(5), m.n_iter_, m.score(X, y), m.predict_proba(X[:2]).round(5).tolist())
X3, y3 = make_classification(120, 6, n_informative=4, n_classes=3, random_state=2)
m = LogisticRegression().fit(StandardScaler().fit_transform(X3), y3)
print(m.coef_.round(4), m.intercept_.round(4), m.n_iter_, m.score(StandardScaler().fit_transform(X3), y3))
print(LogisticRegression(max_iter=200).fit(X, y, sample_weight=[1.0] * 50 + [2.0] * 50).coef_.round(5))
