# Shuffling, resampling, class weights, Bunch.
import numpy as np
from sklearn.utils import Bunch, check_random_state, resample, shuffle
from sklearn.utils.class_weight import compute_class_weight, compute_sample_weight

X, y = np.arange(12).reshape(6, 2), np.array([0, 0, 0, 0, 1, 2])
a, b = shuffle(X, y, random_state=0)
print(a.tolist(), b)
print(shuffle(list('abcdef'), random_state=3), shuffle(np.arange(5), random_state=1, n_samples=3))
print(resample(X, random_state=2)[:, 0], resample(y, replace=False, n_samples=4, random_state=5))
print(resample(X[y == 0], n_samples=2, replace=False, random_state=1), resample(np.arange(6), stratify=y, random_state=0))
weights = compute_class_weight(class_weight='balanced', classes=np.unique(y), y=y)
print(weights, dict(enumerate(weights.tolist())), compute_class_weight(None, classes=np.unique(y), y=y))
print(compute_class_weight({0: 1.0, 1: 5.0}, classes=np.array([0, 1, 2]), y=y), compute_sample_weight('balanced', y))
print(compute_sample_weight('balanced', ['ham', 'ham', 'spam', 'ham']))
bunch = Bunch(data=[1, 2], target=[0, 1])
bunch.extra = 'x'
print(bunch.data, bunch['target'], bunch.extra, sorted(bunch), 'data' in bunch)
print(check_random_state(3).randint(0, 10, 4), check_random_state(np.random.RandomState(3)).rand(1).round(6))
for wrong in (lambda: check_random_state('x'), lambda: resample(y, n_samples=9, replace=False), lambda: bunch.missing):
    try:
        wrong()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
