# Decision trees: depth, leaves, thresholds, importances, as text.
import numpy as np
from sklearn.datasets import make_classification, make_regression
from sklearn.model_selection import cross_val_score
from sklearn.tree import (DecisionTreeClassifier, DecisionTreeRegressor, ExtraTreeClassifier, ExtraTreeRegressor,
                          export_text)

X, y = make_classification(n_samples=120, n_features=6, n_informative=4, n_classes=3, random_state=1)
for how in ({}, dict(max_depth=3), dict(criterion="entropy", max_depth=4), dict(min_samples_leaf=5),
            dict(min_samples_split=10), dict(max_features=2), dict(max_leaf_nodes=5), dict(splitter="random"),
            dict(class_weight="balanced", max_depth=2), dict(ccp_alpha=.02), dict(max_features="sqrt", max_depth=3),
            dict(min_impurity_decrease=.01), dict(min_weight_fraction_leaf=.1), dict(max_features=.5, max_depth=2)):
    tree = DecisionTreeClassifier(random_state=0, **how).fit(X, y)
    print(how, tree.get_depth(), tree.get_n_leaves(), round(tree.score(X, y), 6), tree.tree_.feature[:7].tolist(),
          tree.tree_.threshold[:2].round(6).tolist(), tree.feature_importances_.round(4).tolist())
print(export_text(DecisionTreeClassifier(max_depth=2, random_state=0).fit(X, y), feature_names=list("abcdef")))
small = DecisionTreeClassifier(max_depth=2, random_state=0).fit(X, y)
print(export_text(small, max_depth=0, show_weights=True), small, small.classes_, small.n_features_in_)
print(small.predict_proba(X[:2]).round(5), small.predict(X[:6]), small.apply(X[:6]), small.tree_.value[0].round(4))
print(small.predict_log_proba(X[:1]).round(4), small.tree_.n_leaves, small.tree_.node_count)
words = DecisionTreeClassifier(max_depth=1).fit([[0.], [1.], [2.]], ["no", "yes", "yes"])
print(words.predict([[0.2], [3]]), words.classes_)
Xr, yr = make_regression(n_samples=60, n_features=4, noise=5, random_state=2)
for how in (dict(max_depth=3), {}, dict(min_samples_leaf=10), dict(max_features=2), dict(max_leaf_nodes=6)):
    tree = DecisionTreeRegressor(random_state=1, **how).fit(Xr, yr)
    print(how, tree.get_depth(), tree.get_n_leaves(), round(tree.score(Xr, yr), 6), tree.predict(Xr[:3]).round(4))
print(export_text(DecisionTreeRegressor(max_depth=1).fit(Xr, yr)))
print(cross_val_score(DecisionTreeClassifier(random_state=0), X, y, cv=4).round(6))
print(ExtraTreeClassifier(random_state=3).fit(X, y).get_n_leaves(), ExtraTreeRegressor(random_state=3).fit(Xr, yr).get_depth())
weighted = DecisionTreeClassifier(max_depth=2, random_state=0).fit(X, y, sample_weight=np.arange(120))
print(weighted.tree_.weighted_n_node_samples.tolist(), weighted.tree_.predict(X[:1].astype(np.float32)).round(4))
