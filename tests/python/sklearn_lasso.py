# Linear models with an absolute penalty.
from sklearn.datasets import make_regression
from sklearn.linear_model import ElasticNet, Lasso
from sklearn.model_selection import GridSearchCV

X, y, c = make_regression(60, 6, n_informative=3, noise=4, coef=True, random_state=0)
for m in (Lasso(), Lasso(alpha=.1), Lasso(alpha=10), ElasticNet(), ElasticNet(alpha=.1, l1_ratio=.9), Lasso(positive=True),
          Lasso(fit_intercept=False)):
    m.fit(X, y)
    print(m, m.coef_.round(5), round(m.intercept_, 5), m.n_iter_, round(m.score(X, y), 6), m.predict(X[:2]).round(4))
print(GridSearchCV(Lasso(), {"alpha": [.1, 1, 10]}, cv=3).fit(X, y).best_params_, m.n_features_in_, round(m.dual_gap_, 3))
for f in (lambda: Lasso(alpha=-1).fit(X, y), lambda: Lasso().predict(X), lambda: Lasso().fit(X, y[:3])):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
