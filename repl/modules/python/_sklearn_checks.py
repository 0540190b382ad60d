"""What trees and ensembles check of what they are given."""
import numpy as np
from sklearn.utils import _array_of, _features, _given_target, _matrix, _unique, check_consistent_length


def rows_of(estimator, X):
    """The rows to learn from, as float32; the columns are remembered."""
    estimator._remember(X)
    X = _matrix(X, estimator)
    estimator.n_features_in_ = X.shape[1]
    return X.astype(np.float32)


def rows_like(estimator, X):
    """Rows to predict for, as float32, with as many columns as were learnt from."""
    return _features(estimator, _matrix(X, estimator)).astype(np.float32)


def _check_length(rows, y, trees):
    if trees and len(y) != len(rows):
        raise ValueError(f"Number of labels={len(y)} does not match number of samples={len(rows)}")
    check_consistent_length(rows, y)


def labels_of(estimator, y, rows, trees=False):
    """(classes, the number of each row's class)."""
    y = np.asarray(_given_target(y, estimator))
    if y.ndim == 2 and y.shape[1] == 1:
        y = y.reshape(-1)
    if y.ndim != 1:
        raise NotImplementedError("trees and ensembles have one output here: y must be of one dimension")
    _check_length(rows, y, trees)
    if y.dtype.kind == 'f' and np.any(y != np.floor(y)):
        raise ValueError("Unknown label type: continuous. Maybe you are trying to fit a classifier, which expects "
                         "discrete classes on a regression target with continuous values.")
    classes, places = _unique(y)
    return _array_of(classes) if isinstance(classes, list) else classes, np.asarray(places)


def targets_of(estimator, y, rows):
    """The values to predict, as float64."""
    y = np.asarray(_given_target(y, estimator), dtype=np.float64)
    if y.ndim == 2 and y.shape[1] == 1:
        y = y.reshape(-1)
    if y.ndim != 1:
        raise NotImplementedError("trees and ensembles have one output here: y must be of one dimension")
    _check_length(rows, y, True)
    return y


def chosen(classes, places):
    """The classes at some places."""
    if isinstance(classes, np.ndarray):
        return classes[places]
    return _array_of([classes[i] for i in places.tolist()])
