"""sklearn.utils.multiclass: the labels that occur."""
import numpy as np
from sklearn.utils import _unique


def unique_labels(*ys):
    out = []
    for y in ys:
        out.extend(list(_unique(y)[0]))
    return np.array(sorted(set(out)))


def type_of_target(y, input_name='', raise_unknown=False):
    y = np.asarray(y)
    if y.ndim == 2 and y.shape[1] > 1:
        if y.dtype.kind == 'f' and np.any(y != y.astype(int)):
            return 'continuous-multioutput'
        return 'multilabel-indicator' if len(np.unique(y)) <= 2 else 'multiclass-multioutput'
    if y.dtype.kind == 'f' and np.any(y != y.astype(int)):
        return 'continuous'
    return 'multiclass' if len(np.unique(y)) > 2 else 'binary'
