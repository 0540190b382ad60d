# What trees, forests and naive Bayes refuse.
import numpy as np
from sklearn.ensemble import AdaBoostClassifier, GradientBoostingClassifier, RandomForestClassifier, VotingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import GaussianNB, MultinomialNB
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor, export_text

X, y = np.array([[0.0, 1], [1, 0], [2, 2], [3, 1]]), [0, 0, 1, 1]
fitted = DecisionTreeClassifier().fit(X, y)
tries = [lambda: DecisionTreeClassifier().predict(X), lambda: DecisionTreeClassifier().fit(X, [1, 2]),
         lambda: fitted.predict(X[:, :1]),
         lambda: DecisionTreeClassifier(max_depth=0).fit(X, y), 
         lambda: RandomForestClassifier(n_estimators=0).fit(X, y), lambda: DecisionTreeRegressor().get_depth(),
         lambda: RandomForestClassifier(bootstrap=False, oob_score=True).fit(X, y), lambda: DecisionTreeClassifier().fit(X, [.5, 1, 2, 3]),
         lambda: export_text(fitted, feature_names=["a"]), lambda: MultinomialNB().fit(-X, y),
         lambda: VotingClassifier([("a", LogisticRegression())]).fit(X, y).predict_proba(X),
         lambda: VotingClassifier([("a", LogisticRegression())], weights=[1, 2]).fit(X, y),
         lambda: VotingClassifier([]).fit(X, y),
         lambda: GaussianNB(priors=[1]).fit(X, y), lambda: GaussianNB(priors=[.5, .6]).fit(X, y),
         lambda: RandomForestClassifier(bootstrap=False, max_samples=2).fit(X, y),
         lambda: GradientBoostingClassifier(n_estimators=0).fit(X, y), lambda: GradientBoostingClassifier().fit(X, [1, 1, 1, 1])]
for f in tries:
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])
RandomForestClassifier().predict(X)
