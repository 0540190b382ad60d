"""How scores change with the number of rows or with a parameter: learning_curve, validation_curve."""
import numpy as np
from sklearn.base import clone
from sklearn.model_selection import _fit_some, _scorer, _splits
from sklearn.utils import _safe_indexing, check_random_state


def _sizes(train_sizes, most):
    sizes = np.asarray(train_sizes)
    if sizes.dtype.kind == 'f':
        low, high = np.min(sizes), np.max(sizes)
        if low <= 0.0 or high > 1.0:
            raise ValueError("train_sizes has been interpreted as fractions of the maximum number of training samples "
                             f"and must be within (0, 1], but is within [{low:f}, {high:f}].")
        sizes = np.clip((sizes * most).astype(np.int64), 1, most)
    elif np.min(sizes) <= 0 or np.max(sizes) > most:
        raise ValueError("train_sizes has been interpreted as absolute numbers of training samples and must be within "
                         f"(0, {most}], but is within [{np.min(sizes)}, {np.max(sizes)}].")
    return np.unique(sizes)


def _scored(estimator, X, y, train, test, scorer):
    fitted = _fit_some(clone(estimator), X, y, train)
    return [scorer(fitted, _safe_indexing(X, rows), _safe_indexing(y, rows)) for rows in (train, test)]


def learning_curve(estimator, X, y, *, groups=None, train_sizes=(0.1, 0.325, 0.55, 0.775, 1.0), cv=None, scoring=None,
                   exploit_incremental_learning=False, n_jobs=None, pre_dispatch='all', verbose=0, shuffle=False,
                   random_state=None, error_score=np.nan, return_times=False, params=None):
    """(numbers of rows, scores of training, scores of test), a row for each number, a column for each split."""
    if exploit_incremental_learning or return_times:
        raise NotImplementedError("learning_curve has neither exploit_incremental_learning nor return_times here")
    splits = list(_splits(cv, X, y, estimator, groups))
    sizes = _sizes(train_sizes, len(splits[0][0]))
    if shuffle:
        rng = check_random_state(random_state)
        splits = [(rng.permutation(train), test) for train, test in splits]
    scorer = _scorer(estimator, scoring)
    found = np.array([[_scored(estimator, X, y, train[:n], test, scorer) for train, test in splits]
                      for n in sizes.tolist()])
    return sizes, found[:, :, 0], found[:, :, 1]


def validation_curve(estimator, X, y, *, param_name, param_range, groups=None, cv=None, scoring=None, n_jobs=None,
                     pre_dispatch='all', verbose=0, error_score=np.nan, fit_params=None, params=None):
    """(scores of training, scores of test), a row for each value of a parameter, a column for each split."""
    scorer = _scorer(estimator, scoring)
    splits = list(_splits(cv, X, y, estimator, groups))
    found = np.array([[_scored(clone(estimator).set_params(**{param_name: value}), X, y, train, test, scorer)
                       for train, test in splits] for value in param_range])
    return found[:, :, 0], found[:, :, 1]
