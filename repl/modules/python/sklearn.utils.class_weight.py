"""sklearn.utils.class_weight: weights against uneven classes."""
import numpy as np
from sklearn.utils import _unique
from sklearn.utils._param_validation import invalid


DICT_OR_BALANCED = "an instance of 'dict', a str among {'balanced'} or None"
DICTS_OR_BALANCED = "an instance of 'dict', an instance of 'list', a str among {'balanced'} or None"


def check_class_weight(class_weight, owner, wanted=DICT_OR_BALANCED, more=()):
    """InvalidParameterError for what class_weight cannot be."""
    if not (class_weight is None or isinstance(class_weight, dict) or class_weight in ('balanced', *more) or
            isinstance(class_weight, list) and 'list' in wanted):
        invalid('class_weight', owner, wanted, class_weight)


def compute_class_weight(class_weight, *, classes, y, sample_weight=None):
    """The weight of each class: 'balanced' gives n / (classes * count)."""
    check_class_weight(class_weight, 'compute_class_weight')
    if not isinstance(classes, np.ndarray):
        invalid('classes', 'compute_class_weight', "an instance of 'numpy.ndarray'", classes)
    return _weights(class_weight, classes, y, sample_weight)


def _weights(class_weight, classes, y, sample_weight=None):
    found, places = _unique(y)
    found = list(found)
    classes = list(classes)
    if set(found) - set(classes):
        raise ValueError("classes should include all valid labels that can be in y")
    if class_weight is None or len(class_weight) == 0:
        return np.ones(len(classes), dtype=np.float64)
    if isinstance(class_weight, str):
        if not all(c in found for c in classes):
            raise ValueError("classes should have valid labels that are in y")
        counts = np.bincount(places, weights=sample_weight).astype(np.float64)
        share = counts.sum() / (len(found) * counts)
        return np.array([share[found.index(c)] for c in classes])
    return np.array([float(class_weight.get(c, 1.0)) for c in classes])


def compute_sample_weight(class_weight, y, *, indices=None):
    """The weight of each sample."""
    check_class_weight(class_weight, 'compute_sample_weight', DICTS_OR_BALANCED)
    found, places = _unique(y)
    return _weights(class_weight, found, y)[places]
