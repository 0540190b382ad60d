# Discriminant analysis, mixtures of normal distributions, and dummies.
import numpy as np
from sklearn.datasets import make_blobs
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis, QuadraticDiscriminantAnalysis
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.mixture import GaussianMixture

X, y = make_blobs(n_samples=90, centers=3, n_features=3, cluster_std=2.0, random_state=0)
names = np.array(['a', 'b', 'c'])[y]
lda = LinearDiscriminantAnalysis(n_components=2)
print(lda.fit(X, names).transform(X)[:3].round(5), lda.explained_variance_ratio_.round(5), lda.score(X, names), lda.classes_)
print(lda.coef_.round(4), lda.intercept_.round(4), lda.predict(X[:4]), lda.predict_proba(X[:2]).round(4), lda.get_feature_names_out(), lda)
two = LinearDiscriminantAnalysis().fit(X[y < 2], y[y < 2])
print(two.decision_function(X[:3]).round(4), two.predict_proba(X[:2]).round(4), two.predict_log_proba(X[:2]).round(3), two.priors_, two.means_.round(3))
qda = QuadraticDiscriminantAnalysis(reg_param=0.1).fit(X, y)
print(qda.predict(X[:9]), qda.predict_proba(X[:2]).round(4), qda.decision_function(X[:2]).round(3), qda.score(X, y))
print(QuadraticDiscriminantAnalysis().fit(X[y < 2], y[y < 2]).decision_function(X[:3]).round(4))
for kind in ('full', 'tied', 'diag', 'spherical'):
    g = GaussianMixture(3, covariance_type=kind, random_state=1).fit(X)
    print(kind, g.means_.round(3)[0], g.weights_.round(3), g.converged_, g.n_iter_, round(g.bic(X), 3), round(g.aic(X), 3), g.precisions_.shape)
print(g.predict(X)[:8], g.predict_proba(X)[:2].round(4), g.score_samples(X)[:2].round(4), round(g.score(X), 4), g.fit_predict(X)[:5])
rows, labels = g.sample(4)
print(rows.shape, labels, GaussianMixture(2, init_params='random', random_state=0, max_iter=5).fit(X).means_.shape)
for strategy in ('most_frequent', 'prior', 'stratified', 'uniform', 'constant'):
    d = DummyClassifier(strategy=strategy, random_state=0, constant=1).fit(X, y)
    print(strategy, d.predict(X)[:6], d.predict_proba(X)[:1], round(d.score(X, y), 3))
for strategy in ('mean', 'median', 'quantile', 'constant'):
    print(strategy, DummyRegressor(strategy=strategy, quantile=0.25, constant=7).fit(X, X[:, 0]).predict(X[:2]).round(4))
print(round(d.score(None, y), 3))
for call in (lambda: LinearDiscriminantAnalysis(n_components=3).fit(X, y), lambda: QuadraticDiscriminantAnalysis().fit(X[:4], [0, 0, 0, 1]),
             lambda: QuadraticDiscriminantAnalysis().fit(X[:6], [0, 0, 0, 1, 1, 1]), lambda: QuadraticDiscriminantAnalysis().fit(X, np.zeros(90, dtype=int)),
             lambda: QuadraticDiscriminantAnalysis().fit(np.ones((20, 2)), [0, 1] * 10), lambda: GaussianMixture(5).fit(X[:3]), lambda: GaussianMixture(covariance_type='x').fit(X),
             lambda: DummyClassifier(strategy='constant', constant=9).fit(X, y), lambda: DummyClassifier(strategy='x').fit(X, y), lambda: DummyRegressor(strategy='x').fit(X, y),
             lambda: DummyRegressor(strategy='quantile').fit(X, y), lambda: DummyRegressor(strategy='constant').fit(X, y)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).partition(' must be a str among')[0][:160])
