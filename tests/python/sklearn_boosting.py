# Gradient boosting and AdaBoost.
from sklearn.datasets import make_classification, make_regression
from sklearn.ensemble import AdaBoostClassifier, GradientBoostingClassifier, GradientBoostingRegressor
from sklearn.tree import DecisionTreeClassifier

X, y = make_classification(n_samples=100, n_features=6, n_informative=4, random_state=4)
for how in ({}, dict(max_depth=2, learning_rate=.5), dict(subsample=.7), dict(max_features="sqrt")):
    model = GradientBoostingClassifier(n_estimators=15, random_state=0, **how).fit(X, y)
    print(how, model.score(X, y), model.predict_proba(X[:2]).round(5).tolist(), model.train_score_[-1].round(6),
          model.decision_function(X[:1]).round(5))
print(model.feature_importances_.round(4), model, model.estimators_.shape, model.n_estimators_)
print([(p == y).mean().round(3) for p in model.staged_predict(X)][:5], model.predict(X[:5]))
X3, y3 = make_classification(n_samples=90, n_features=6, n_informative=4, n_classes=3, random_state=1)
many = GradientBoostingClassifier(n_estimators=5, random_state=0).fit(X3, y3)
print(many.score(X3, y3), many.predict_proba(X3[:2]).round(5), many.estimators_.shape, many.decision_function(X3[:1]).round(4))
Xr, yr = make_regression(n_samples=80, n_features=4, noise=5, random_state=2)
values = GradientBoostingRegressor(n_estimators=20, random_state=0).fit(Xr, yr)
print(round(values.score(Xr, yr), 6), values.predict(Xr[:3]).round(4), values.train_score_[:2].round(4))
print([p[0].round(3) for p in values.staged_predict(Xr[:1])][:3])
for how in ({}, dict(estimator=DecisionTreeClassifier(max_depth=2), learning_rate=.5)):
    ada = AdaBoostClassifier(n_estimators=8, random_state=0, **how).fit(X, y)
    print(ada.score(X, y), ada.predict_proba(X[:2]).round(4).tolist(), ada.estimator_weights_[:3].round(4).tolist(),
          ada.estimator_errors_[:3].round(4).tolist(), ada.decision_function(X[:2]).round(4), len(ada.estimators_))
print(AdaBoostClassifier(n_estimators=5, random_state=0).fit(X3, y3).predict(X3[:8]), ada.feature_importances_.round(4))
