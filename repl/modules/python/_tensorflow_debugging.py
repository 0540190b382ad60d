"""tf.debugging: checks."""
import numpy as np

from _keras import array as _array
from _tensorflow_errors import InvalidArgumentError as _Invalid


def _check(good, message):
    if not good:
        raise _Invalid(None, None, message)


def assert_equal(x, y, message=None, summarize=None, name=None):
    _check(np.all(_array(x) == _array(y)), message or "Condition x == y did not hold.")


def assert_near(x, y, rtol=None, atol=None, message=None, summarize=None, name=None):
    a, b = _array(x), _array(y)
    least = 10 * np.finfo(a.dtype).eps
    good = np.all(np.abs(a - b) <= (least if atol is None else atol) + (least if rtol is None else rtol) * np.abs(b))
    _check(good, message or "x and y not equal to tolerance")


def assert_positive(x, message=None, summarize=None, name=None):
    _check(np.all(_array(x) > 0), message or "Condition x > 0 did not hold element-wise:")


def assert_all_finite(x, message, name=None):
    _check(np.all(np.isfinite(_array(x))), message)


def assert_greater(x, y, message=None, summarize=None, name=None):
    _check(np.all(_array(x) > _array(y)), message or "Condition x > y did not hold.")


def assert_less(x, y, message=None, summarize=None, name=None):
    _check(np.all(_array(x) < _array(y)), message or "Condition x < y did not hold.")


def check_numerics(tensor, message, name=None):
    assert_all_finite(tensor, message)
    return tensor
