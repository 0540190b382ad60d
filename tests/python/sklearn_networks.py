# scikit-learn's own networks, linear models by descent, and linear support vector machines.
import numpy as np
from sklearn.datasets import make_classification, make_moons, make_regression
from sklearn.linear_model import ElasticNetCV, LassoCV, RidgeCV, SGDClassifier, SGDRegressor
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.svm import LinearSVC, LinearSVR

X, y = make_moons(80, noise=0.2, random_state=3)
for act in ('logistic', 'tanh', 'relu', 'identity'):
    m = MLPClassifier((6,), activation=act, solver='sgd', learning_rate_init=0.1, max_iter=20, random_state=0).fit(X, y)
    print(act, m.score(X, y), round(m.loss_, 5), m.n_iter_, m.out_activation_)
M, t = make_classification(120, 5, n_classes=3, n_informative=4, n_redundant=0, random_state=1)
m = MLPClassifier((8, 4), max_iter=30, random_state=1, batch_size=32).fit(M, t)
print(m.predict(M[:6]), m.predict_proba(M[:2]).round(4), m.predict_log_proba(M[:1]).round(3), len(m.loss_curve_), [c.shape for c in m.coefs_], m.n_layers_, m)
MLPClassifier((4,), max_iter=2, verbose=True, random_state=0).fit(X, y)
e = MLPClassifier((5,), early_stopping=True, random_state=2, max_iter=15).fit(X, y)
print(e.n_iter_, round(e.best_validation_score_, 3), len(e.validation_scores_))
MLPClassifier((3,), solver='sgd', learning_rate='adaptive', learning_rate_init=0.5, tol=1, n_iter_no_change=2, max_iter=8, verbose=True, random_state=0).fit(X, y)
print(MLPClassifier((3,), solver='sgd', learning_rate='invscaling', nesterovs_momentum=False, shuffle=False, max_iter=5, random_state=0).fit(X, y).loss_.round(5))
R, z = make_regression(60, 4, noise=5, random_state=0)
r = MLPRegressor(hidden_layer_sizes=(10,), max_iter=40, random_state=0, alpha=0.01).fit(R, z)
print(round(r.loss_, 3), r.predict(R[:3]).round(3), MLPRegressor(hidden_layer_sizes=(4,), max_iter=5, early_stopping=True, random_state=0).fit(R, z).n_iter_)
for loss in ('hinge', 'log_loss', 'perceptron'):
    s = SGDClassifier(loss=loss, random_state=0, max_iter=40).fit(X, y)
    print(loss, s.coef_.round(4), s.intercept_.round(4), s.n_iter_, s.predict(X[:5]))
s = SGDClassifier(loss='log_loss', random_state=1, alpha=0.1).fit(M, t)
print(s.score(M, t), s.predict_proba(M[:2]).round(4), s.decision_function(M[:1]).round(3), s.classes_, hasattr(SGDClassifier(), 'predict_proba'))
print(SGDClassifier(loss='modified_huber', random_state=0, learning_rate='adaptive', eta0=0.01, penalty=None).fit(X, y).predict_proba(X[:2]).round(3))
print(SGDClassifier(loss='squared_hinge', class_weight='balanced', random_state=0, learning_rate='constant', eta0=0.01).fit(X, y).predict(X[:9]))
g = SGDRegressor(random_state=0, max_iter=60).fit(R, z)
print(g.coef_.round(4), g.intercept_.round(4), g.n_iter_, g.predict(R[:2]).round(3))
c = LinearSVC(random_state=0).fit(X, y)
print(c.coef_.round(2), c.intercept_.round(2), c.score(X, y), LinearSVC(class_weight='balanced').fit(M, t).predict(M[:8]), LinearSVC(loss='hinge', max_iter=5000).fit(X, y).score(X, y))
print(LinearSVR(random_state=0, loss='squared_epsilon_insensitive', max_iter=10000).fit(R, z).coef_.round(1), LinearSVR(C=5.0, max_iter=20000, random_state=0).fit(R, z).predict(R[:2]).round(0))
v = RidgeCV(alphas=[0.01, 0.1, 1.0, 10.0]).fit(R, z)
print(v.alpha_, v.coef_.round(4), round(v.best_score_, 4), RidgeCV([0.1, 10.0], cv=3).fit(R, z).alpha_, RidgeCV([0.1, 1], scoring='neg_mean_absolute_error').fit(R, z).alpha_)
w = LassoCV(cv=4).fit(R, z)
print(round(w.alpha_, 5), w.coef_.round(3), w.alphas_.shape, w.mse_path_.shape, round(ElasticNetCV(l1_ratio=[0.5, 1], cv=3, alphas=20).fit(R, z).alpha_, 5))
for call in (lambda: MLPClassifier(activation='x').fit(X, y), lambda: MLPClassifier(solver='x').fit(X, y), lambda: MLPClassifier((0,)).fit(X, y), lambda: SGDClassifier(loss='x').fit(X, y),
             lambda: SGDClassifier().fit(X, np.zeros(80)), lambda: LinearSVC().fit(X, np.zeros(80)), lambda: RidgeCV(alphas=[-1.0, 1.0]).fit(R, z),
             lambda: SGDRegressor(eta0=100.0, learning_rate='constant').fit(R, z), lambda: SGDClassifier().fit(X, y).predict_proba):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).partition(' must be a str among')[0][:140])
