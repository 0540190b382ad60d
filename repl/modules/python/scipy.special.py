"""scipy.special: functions on arrays."""
import numpy as np


def expit(x):
    """The logistic sigmoid 1 / (1 + exp(-x))."""
    x = np.asarray(x)
    if x.dtype.kind in 'iub':
        x = x.astype(np.float64)
    # exp never overflows: it only sees numbers that are not positive.
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))[()]


def logit(p):
    """log(p / (1 - p)), the inverse of expit."""
    p = np.asarray(p)
    return np.log(p / (1 - p))


def softmax(x, axis=None):
    """exp(x) / sum(exp(x)) along an axis, or over all."""
    x = np.asarray(x)
    e = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)


def log_softmax(x, axis=None):
    """log(softmax(x))."""
    x = np.asarray(x)
    shifted = x - np.max(x, axis=axis, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=axis, keepdims=True))


def logsumexp(a, axis=None, keepdims=False):
    """log(sum(exp(a))), without overflow."""
    a = np.asarray(a)
    largest = np.max(a, axis=axis, keepdims=True)
    out = np.log(np.sum(np.exp(a - largest), axis=axis, keepdims=True)) + largest
    return out if keepdims else np.squeeze(out, axis=axis)[()]
