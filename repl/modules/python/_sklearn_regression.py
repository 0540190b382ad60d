"""Metrics of numbers that are predicted."""
import numpy as np
from sklearn.utils import check_consistent_length


def _pair(y_true, y_pred):
    check_consistent_length(y_true, y_pred)
    a, b = np.asarray(y_true), np.asarray(y_pred)
    if not (a.dtype.kind == 'f' and a.dtype == b.dtype):
        a, b = a.astype(np.float64), b.astype(np.float64)
    a = a.reshape(-1, 1) if a.ndim == 1 else a
    b = b.reshape(-1, 1) if b.ndim == 1 else b
    if a.shape[1] != b.shape[1]:
        raise ValueError(f"y_true and y_pred have different number of output ({a.shape[1]}!={b.shape[1]})")
    for y in (a, b):
        if np.any(np.isnan(y)):
            raise ValueError("Input contains NaN.")
    return a, b


def _outputs(errors, multioutput):
    """One number of one a column."""
    if isinstance(multioutput, str):
        if multioutput == 'raw_values':
            return errors
        return float(np.average(errors))
    return float(np.average(errors, weights=multioutput))


def mean_squared_error(y_true, y_pred, *, sample_weight=None, multioutput='uniform_average'):
    """The mean of squared differences."""
    a, b = _pair(y_true, y_pred)
    return _outputs(np.average((a - b) ** 2, axis=0, weights=sample_weight), multioutput)


def root_mean_squared_error(y_true, y_pred, *, sample_weight=None, multioutput='uniform_average'):
    """The root of mean_squared_error."""
    errors = np.sqrt(mean_squared_error(y_true, y_pred, sample_weight=sample_weight, multioutput='raw_values'))
    return _outputs(errors, multioutput)


def mean_absolute_error(y_true, y_pred, *, sample_weight=None, multioutput='uniform_average'):
    """The mean of differences without sign."""
    a, b = _pair(y_true, y_pred)
    return _outputs(np.average(np.abs(b - a), axis=0, weights=sample_weight), multioutput)


def mean_absolute_percentage_error(y_true, y_pred, *, sample_weight=None, multioutput='uniform_average'):
    """The mean of differences relative to the truth."""
    a, b = _pair(y_true, y_pred)
    relative = np.abs(b - a) / np.maximum(np.abs(a), np.finfo(np.float64).eps)
    return _outputs(np.average(relative, axis=0, weights=sample_weight), multioutput)


def mean_squared_log_error(y_true, y_pred, *, sample_weight=None, multioutput='uniform_average'):
    a, b = _pair(y_true, y_pred)
    if np.any(a <= -1) or np.any(b <= -1):
        raise ValueError("Mean Squared Logarithmic Error cannot be used when targets contain values less than or "
                         "equal to -1.")
    return mean_squared_error(np.log1p(a), np.log1p(b), sample_weight=sample_weight, multioutput=multioutput)


def median_absolute_error(y_true, y_pred, *, multioutput='uniform_average', sample_weight=None):
    a, b = _pair(y_true, y_pred)
    return _outputs(np.median(np.abs(b - a), axis=0), multioutput)


def max_error(y_true, y_pred):
    a, b = _pair(y_true, y_pred)
    return float(np.max(np.abs(a - b)))


def _explained(numerator, denominator, multioutput):
    scores = np.ones(len(numerator))
    there = denominator != 0
    scores[there] = 1 - numerator[there] / denominator[there]
    scores[(~there) & (numerator != 0)] = 0.0
    if isinstance(multioutput, str) and multioutput == 'variance_weighted':
        return float(np.average(scores, weights=denominator)) if np.any(there) else float(np.average(scores))
    return _outputs(scores, multioutput)


def _weight(sample_weight):
    return 1.0 if sample_weight is None else np.asarray(sample_weight).reshape(-1, 1)


def r2_score(y_true, y_pred, *, sample_weight=None, multioutput='uniform_average', force_finite=True):
    """The share of variance that is explained."""
    a, b = _pair(y_true, y_pred)
    if len(a) < 2:
        return float('nan')
    weight = _weight(sample_weight)
    residual = (weight * (a - b) ** 2).sum(axis=0)
    total = (weight * (a - np.average(a, axis=0, weights=sample_weight)) ** 2).sum(axis=0)
    return _explained(residual, total, multioutput)


def explained_variance_score(y_true, y_pred, *, sample_weight=None, multioutput='uniform_average', force_finite=True):
    a, b = _pair(y_true, y_pred)
    mean = np.average(a - b, axis=0, weights=sample_weight)
    residual = np.average((a - b - mean) ** 2, axis=0, weights=sample_weight)
    total = np.average((a - np.average(a, axis=0, weights=sample_weight)) ** 2, axis=0, weights=sample_weight)
    return _explained(residual, total, multioutput)
