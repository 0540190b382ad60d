"""numpy.ma.testutils: assertions about masked arrays, of which masked elements are equal to all others."""
import numpy as np
import numpy.testing
from numpy.ma.core import MaskedArray, filled, getdata, getmask, getmaskarray, mask_or, masked, nomask
from numpy.testing import assert_, assert_allclose, assert_array_almost_equal_nulp, assert_raises


def _both(x, y):
    """Two arrays with the same values where one of them is masked."""
    mask = mask_or(getmask(x), getmask(y))
    a, b = np.array(getdata(x)), np.array(getdata(y))
    if mask is not nomask:
        shape = np.broadcast_shapes(a.shape, b.shape)
        a, b = np.broadcast_to(a, shape), np.broadcast_to(b, shape)
        a = np.where(mask, b, a)
    return a, b


def assert_equal(actual, desired, err_msg=''):
    """Whether two things are equal, containers item by item."""
    if isinstance(desired, dict) and isinstance(actual, dict):
        assert_equal(len(actual), len(desired), err_msg)
        for key in desired:
            assert_equal(actual[key], desired[key], f'key={key!r}\n{err_msg}')
        return
    if isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        assert_equal(len(actual), len(desired), err_msg)
        for a, b in zip(actual, desired):
            assert_equal(a, b, err_msg)
        return
    arrays = (np.ndarray, MaskedArray)
    if not isinstance(actual, arrays) and not isinstance(desired, arrays):
        numpy.testing.assert_equal(actual, desired, err_msg)
        return
    if (actual is masked) != (desired is masked):
        shown = ['MaskedConstant(0.)' if x is masked else repr(x) for x in (actual, desired)]
        raise ValueError(f'\n{err_msg}\n x: {shown[0]}\n y: {shown[1]}')
    numpy.testing.assert_array_equal(*_both(actual, desired), err_msg)


assert_array_equal = assert_equal


def assert_almost_equal(actual, desired, decimal=7, err_msg='', verbose=True):
    """Whether two things agree to some decimals."""
    numpy.testing.assert_array_almost_equal(*_both(actual, desired), decimal, err_msg)


assert_array_almost_equal = assert_almost_equal


def almost(a, b, decimal=6, fill_value=True):
    """Where two arrays agree to some decimals."""
    x, y = _both(a, b)
    return (np.abs(x - y) <= 10.0 ** -decimal).ravel()


approx = almost


def assert_close(a, b, msg=''):
    """The same as assert_almost_equal."""
    assert_almost_equal(a, b, err_msg=msg)


def assert_not_equal(actual, desired, err_msg='', verbose=True):
    """Whether two things differ; of containers first the lengths, as numpy does."""
    if isinstance(desired, dict):
        if not isinstance(actual, dict):
            raise AssertionError(repr(type(actual)))
        assert_not_equal(len(actual), len(desired), err_msg)
    if isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        assert_not_equal(len(actual), len(desired), err_msg)
        for k in range(len(desired)):
            assert_not_equal(actual[k], desired[k], f'item={k!r}\n{err_msg}')
        return
    if isinstance(actual, (np.ndarray, MaskedArray)) or isinstance(desired, (np.ndarray, MaskedArray)):
        try:
            assert_equal(actual, desired)
        except (AssertionError, ValueError):
            return
        raise AssertionError(f'\nArrays are not equal\n{err_msg}\n ACTUAL: {actual!r}\n DESIRED: {desired!r}')
    if not desired != actual:
        remark = f' {err_msg}' if err_msg and '\n' not in err_msg else f'\n{err_msg}' if err_msg else ''
        raise AssertionError(f'\nItems are not equal:{remark}\n ACTUAL: {actual!r}\n DESIRED: {desired!r}')


def fail_if_equal(actual, desired, err_msg=''):
    """The same as assert_not_equal."""
    assert_not_equal(actual, desired, err_msg)


def assert_mask_equal(m1, m2, err_msg=''):
    """Whether two masks are equal."""
    if m1 is nomask:
        assert_(m2 is nomask)
    if m2 is nomask:
        assert_(m1 is nomask)
    numpy.testing.assert_array_equal(m1, m2, err_msg)
