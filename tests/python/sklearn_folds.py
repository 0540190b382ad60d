# Splitters: folds, random splits, groups, time.
import numpy as np
from sklearn.model_selection import (GroupKFold, KFold, LeaveOneOut, ShuffleSplit, StratifiedKFold,
                                     StratifiedShuffleSplit, TimeSeriesSplit)

X, y = np.arange(20).reshape(10, 2), np.array([0, 0, 1, 1, 0, 1, 0, 1, 1, 1])
for train, test in KFold(n_splits=3).split(X):
    print(train, test)
for train, test in KFold(n_splits=5, shuffle=True, random_state=7).split(X):
    print(test, end=' ')
print()
for fold, (train, test) in enumerate(StratifiedKFold(n_splits=3).split(X, y), 1):
    print(fold, test, y[test])
for train, test in StratifiedKFold(4, shuffle=True, random_state=1).split(X, y):
    print(test, end=' ')
print()
for train, test in StratifiedKFold(2).split(list('abcdef'), ['x', 'y', 'x', 'y', 'y', 'x']):
    print(test, end=' ')
print()
for train, test in ShuffleSplit(n_splits=3, test_size=0.3, random_state=0).split(X):
    print(train, test)
for train, test in StratifiedShuffleSplit(n_splits=2, test_size=4, random_state=3).split(X, y):
    print(train, test)
for train, test in GroupKFold(2).split(X, y, groups=[1, 1, 2, 2, 3, 3, 3, 1, 2, 2]):
    print(test, end=' ')
print()
for train, test in TimeSeriesSplit(n_splits=3).split(X):
    print(train, test)
print(LeaveOneOut().get_n_splits(X), [test[0] for _, test in LeaveOneOut().split(X)][:4], KFold(4), KFold(3).get_n_splits())
print(StratifiedKFold(n_splits=5, shuffle=True, random_state=42), ShuffleSplit(), LeaveOneOut())
for wrong in (lambda: KFold(1), lambda: KFold(3, random_state=1), lambda: list(KFold(11).split(X)),
              lambda: list(StratifiedKFold(7).split(X, y))):
    try:
        wrong()
    except ValueError as error:
        print(error)
