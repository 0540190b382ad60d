# Support vector machines: support vectors, decisions, kernels, regression.
import numpy as np
from sklearn.datasets import make_classification, make_moons, make_regression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC, SVR

X, y = make_classification(n_samples=90, n_features=4, n_informative=3, n_redundant=0, n_classes=3, n_clusters_per_class=1,
                           random_state=3)
for how in ({}, dict(kernel="linear"), dict(C=10, gamma=.1), dict(kernel="poly", degree=2), dict(class_weight="balanced"),
            dict(kernel="sigmoid", gamma=.01), dict(gamma="auto", C=100), dict(decision_function_shape="ovo"),
            dict(shrinking=False), dict(kernel=lambda a, b: a @ b.T), dict(break_ties=True)):
    model = SVC(**how).fit(X, y)
    print([k for k in how], round(model.score(X, y), 6), model.n_support_, model.predict(X[:8]),
          model.decision_function(X[:1]).round(5), model.intercept_.round(5))
print(model.support_[:10], model.support_vectors_[0].round(4), model.dual_coef_.shape, model)
Xm, ym = make_moons(80, noise=.2, random_state=0)
two = SVC(kernel="linear").fit(Xm, np.where(ym == 1, "yes", "no"))
print(two.coef_.round(5), two.intercept_.round(5), two.predict(Xm[:4]), two.dual_coef_[0, :3].round(5), two.classes_)
print(two.decision_function(Xm[:3]).round(5), two.n_iter_)
print(cross_val_score(make_pipeline(StandardScaler(), SVC(C=2)), Xm, ym, cv=4).round(5))
print(SVC().fit(Xm, ym, sample_weight=np.arange(80) + 1).decision_function(Xm[:2]).round(4))
Xr, yr = make_regression(n_samples=60, n_features=3, noise=5, random_state=2)
for how in ({}, dict(kernel="linear", C=10), dict(C=100, epsilon=1)):
    model = SVR(**how).fit(Xr, yr)
    print(how, round(model.score(Xr, yr), 5), model.n_support_, model.predict(Xr[:2]).round(3), model.intercept_.round(4))
for f in (lambda: SVC(C=0).fit(X, y), lambda: SVC().fit(X, np.zeros(90)), lambda: SVC().fit(X, y).predict(X[:, :2]),
          lambda: SVC().predict(X), lambda: SVC(kernel="rbf").fit(X, y).coef_):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
