# Forests, and several estimators that vote.
from sklearn.datasets import make_classification, make_regression
from sklearn.ensemble import (ExtraTreesClassifier, ExtraTreesRegressor, RandomForestClassifier, RandomForestRegressor,
                              VotingClassifier, VotingRegressor)
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.neighbors import KNeighborsClassifier

X, y = make_classification(n_samples=150, n_features=8, n_informative=5, random_state=4)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=42)
for how in ({}, dict(max_depth=3), dict(bootstrap=False), dict(class_weight="balanced"), dict(max_samples=.5),
            dict(class_weight="balanced_subsample", max_features="log2"), dict(oob_score=True), dict(max_features=None)):
    forest = RandomForestClassifier(n_estimators=12, random_state=0, **how).fit(X_train, y_train)
    print(how, round(forest.score(X_test, y_test), 6), forest.predict(X_test)[:12].tolist(),
          forest.predict_proba(X_test[:2]).round(4).tolist())
print(forest.feature_importances_.round(5), forest, len(forest), forest[0].get_depth(), forest.classes_)
forest = RandomForestClassifier(n_estimators=30, oob_score=True, random_state=1).fit(X_train, y_train)
print(round(forest.oob_score_, 6), forest.oob_decision_function_[:2].round(4), forest.apply(X_test[:1])[0, :6])
print([round(tree.score(X_test, y_test), 4) for tree in forest][:3], forest.predict_log_proba(X_test[:1]).round(3))
extra = ExtraTreesClassifier(n_estimators=10, random_state=0).fit(X_train, y_train)
print(round(extra.score(X_test, y_test), 6), extra.predict_proba(X_test[:2]).round(4).tolist())
Xr, yr = make_regression(n_samples=80, n_features=4, noise=5, random_state=2)
values = RandomForestRegressor(n_estimators=10, random_state=0, oob_score=True).fit(Xr, yr)
print(round(values.score(Xr, yr), 6), values.predict(Xr[:3]).round(4), values.feature_importances_.round(5))
print(round(values.oob_score_, 5), ExtraTreesRegressor(5, random_state=1).fit(Xr, yr).predict(Xr[:2]).round(4))
names = [("k", KNeighborsClassifier()), ("f", RandomForestClassifier(n_estimators=5, random_state=0)),
         ("l", LogisticRegression())]
hard = VotingClassifier(names).fit(X_train, y_train)
print(round(hard.score(X_test, y_test), 6), hard.predict(X_test[:6]), hard.transform(X_test[:2]).tolist())
soft = VotingClassifier(names, voting="soft", weights=[1, 2, 1]).fit(X_train, y_train)
print(soft.predict_proba(X_test[:2]).round(3), sorted(soft.named_estimators_), soft.predict(X_test[:6]))
print(soft.transform(X_test[:1]).shape, sorted(soft.get_params())[:3], sorted(hard.named_estimators))
both = VotingRegressor([("a", LinearRegression()), ("b", RandomForestRegressor(3, random_state=0))]).fit(Xr, yr)
print(both.predict(Xr[:2]).round(3), both.transform(Xr[:1]).round(3))
grid = GridSearchCV(RandomForestClassifier(random_state=0), {"n_estimators": [3, 6], "max_depth": [2, None]}, cv=3)
print(grid.fit(X, y).best_params_, round(grid.best_score_, 5))
