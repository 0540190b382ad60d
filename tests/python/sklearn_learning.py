# Curves of scores, and folds that are repeated.
import numpy as np
from sklearn.datasets import make_classification
from sklearn.linear_model import Ridge
from sklearn.metrics import hamming_loss
from sklearn.model_selection import (GroupKFold, RepeatedKFold, RepeatedStratifiedKFold, cross_val_score, learning_curve,
                                     validation_curve)
from sklearn.neighbors import KNeighborsClassifier
from sklearn.tree import DecisionTreeClassifier

X, y = make_classification(60, 5, n_informative=3, random_state=1)
sizes, train, test = learning_curve(DecisionTreeClassifier(random_state=0), X, y, cv=3, train_sizes=[.3, .6, 1.0])
print(sizes, train.round(4), test.round(4))
print(learning_curve(KNeighborsClassifier(), X, y, cv=3, train_sizes=[10, 40], shuffle=True, random_state=0)[2].round(4))
train, test = validation_curve(KNeighborsClassifier(), X, y, param_name="n_neighbors", param_range=[1, 3, 9], cv=3)
print(train.round(4), test.round(4))
for folds in (RepeatedKFold(n_splits=3, n_repeats=2, random_state=1), RepeatedStratifiedKFold(n_splits=2, n_repeats=2, random_state=0)):
    print(folds, folds.get_n_splits(), [b.tolist() for _, b in folds.split(X[:6], [0, 1, 0, 1, 0, 1])])
print(cross_val_score(Ridge(), X, y, cv=RepeatedKFold(n_splits=2, n_repeats=2, random_state=3)).round(4), GroupKFold(2))
print(hamming_loss([1, 0, 1, 1, 0], [1, 1, 1, 1, 0]))
for f in (lambda: learning_curve(Ridge(), X, y, train_sizes=[2.0], cv=2), lambda: RepeatedKFold(n_repeats=0),
          lambda: learning_curve(Ridge(), X, y, train_sizes=[99], cv=2), lambda: RepeatedKFold(n_repeats=1.5)):
    try:
        print(f())
    except ValueError as error:
        print(error)
