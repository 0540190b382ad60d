"""numpy.testing: assertions about arrays."""
import numpy as np
from _numpy_testing import *


def _build(arrays, err_msg, header, names=('ACTUAL', 'DESIRED'), precision=8):
    message = ['\n' + header]
    err_msg = str(err_msg)
    if err_msg:
        if err_msg.find('\n') == -1 and len(err_msg) < 79 - len(header):
            message = [message[0] + ' ' + err_msg]
        else:
            message.append(err_msg)
    for name, a in zip(names, arrays):
        if isinstance(a, np.ndarray):
            text = np.array_repr(a, precision=precision)
        else:
            text = repr(a)
        if text.count('\n') > 3:
            text = '\n'.join(text.split('\n')[:3]) + '...'
        message.append(f' {name}: {text}')
    return '\n'.join(message)


def _compare(comparison, x, y, err_msg, verbose, header, precision=6, equal_nan=True, strict=False,
             names=('ACTUAL', 'DESIRED'), equal_inf=True):
    x, y = np.asanyarray(x), np.asanyarray(y)
    same_shape = x.shape == () or y.shape == () or x.shape == y.shape
    if strict:
        same_shape = x.shape == y.shape and x.dtype == y.dtype
    if not same_shape:
        if x.shape == y.shape:
            reason = f'\n(dtypes {x.dtype}, {y.dtype} mismatch)'
        else:
            reason = f'\n(shapes {x.shape}, {y.shape} mismatch)'
        raise AssertionError(_build([x, y], str(err_msg) + reason, header, names))
    flagged = np.zeros(np.broadcast_shapes(x.shape, y.shape), dtype=bool)

    def at_same_place(test, hasval):
        a, b = test(x), test(y)
        if np.any(a != b):
            reason = f'{hasval} location mismatch:'
            raise AssertionError(_build([x, y], str(err_msg) + f'\n{reason}', header, names))
        return a | b
    if x.dtype.kind in 'biufc' and y.dtype.kind in 'biufc' and (x.dtype.kind in 'fc' or y.dtype.kind in 'fc'):
        if equal_nan:
            flagged = flagged | at_same_place(np.isnan, 'nan')
        if equal_inf:
            broken = flagged
            infinite = at_same_place(lambda v: np.isinf(v) & ~broken, 'inf')
            if np.any(infinite):
                a, b = (v[infinite] if v.shape == infinite.shape else v for v in (x, y))
                if np.any(a != b):
                    raise AssertionError(_build([a, b], str(err_msg) + '\ninf values mismatch:', header, names))
            flagged = flagged | infinite
    if np.any(flagged):
        shape = flagged.shape
        x, y = np.broadcast_to(x, shape)[~flagged], np.broadcast_to(y, shape)[~flagged]
    if x.size == 0:
        return
    result = comparison(x, y)
    if np.all(result):
        return
    result = np.asarray(result)
    remarks = []
    bad = result.size - int(np.count_nonzero(result))
    total = flagged.size if flagged.size else 1
    percent = 100 * bad / total
    remarks.append(f'Mismatched elements: {bad} / {total} ({percent:.3g}%)')
    if x.dtype.kind in 'biuf' and y.dtype.kind in 'biuf':
        invalids = np.broadcast_to(~result, np.broadcast_shapes(x.shape, y.shape))
        wide_x, wide_y = np.broadcast_to(x, invalids.shape), np.broadcast_to(y, invalids.shape)
        remarks += _places(wide_x, wide_y, ~invalids, names, flagged)
        if x.dtype == bool and y.dtype == bool:
            raise AssertionError(_build([x, y], '\n'.join([str(err_msg)] + remarks), header, names))
        if x.dtype.kind in 'bu' or y.dtype.kind in 'bu':
            error = wide_x - wide_y
            error = np.abs(error) if error.dtype.kind == 'f' else np.minimum(error, wide_y - wide_x)
        else:
            error = np.abs(wide_x - wide_y)
        error = np.asarray(error)
        remarks.append('Max absolute difference among violations: ' + _array2(np.max(error[invalids])))
        nonzero = np.asarray(wide_y != 0) & invalids
        if not np.any(nonzero):
            relative = np.array(np.inf)
        else:
            relative = np.max(error[nonzero] / np.abs(wide_y[nonzero]))
        remarks.append('Max relative difference among violations: ' + _array2(relative))
    message = _build([x, y], '\n'.join([str(err_msg)] + remarks), header,
                     names)
    raise AssertionError(message)


def _array2(value):
    return np.array2string(np.asarray(value))


def _places(x, y, result, names, flagged):
    """The first five mismatches, one a line."""
    if np.ndim(result) == 0 or np.any(flagged):
        return []
    places = np.argwhere(np.logical_not(result))
    count = len(places)
    out = ['Mismatch at index:' if count == 1 else 'Mismatch at indices:' if count <= 5 else
           'First 5 mismatches are at indices:']
    for place in places[:5].tolist():
        key = tuple(place)
        out.append(f' {place}: {x[key]} ({names[0]}), {y[key]} ({names[1]})')
    return out


def assert_array_equal(actual, desired, err_msg='', verbose=True, *, strict=False):
    """Whether two arrays are equal."""
    _compare(lambda a, b: a == b, actual, desired, err_msg, verbose, 'Arrays are not equal', strict=strict)


def assert_allclose(actual, desired, rtol=1e-7, atol=0, equal_nan=True, err_msg='', verbose=True, *, strict=False):
    """Whether two arrays are nearly equal."""
    _compare(lambda a, b: np.isclose(a, b, rtol=rtol, atol=atol, equal_nan=equal_nan), actual, desired, str(err_msg),
             verbose, f'Not equal to tolerance rtol={rtol:g}, atol={atol:g}', equal_nan=equal_nan, strict=strict)


def assert_array_almost_equal(actual, desired, decimal=6, err_msg='', verbose=True):
    """Whether two arrays agree to some decimals."""
    _compare(lambda a, b: np.abs(np.asarray(a) - np.asarray(b)) < 1.5 * 10.0 ** (-decimal), actual, desired, err_msg,
             verbose, f'Arrays are not almost equal to {decimal} decimals', precision=decimal)


def assert_almost_equal(actual, desired, decimal=7, err_msg='', verbose=True):
    """Whether two numbers agree to some decimals."""
    if isinstance(actual, (np.ndarray, tuple, list)) or isinstance(desired, (np.ndarray, tuple, list)):
        return assert_array_almost_equal(actual, desired, decimal, err_msg)
    text = _build([actual, desired], err_msg, f'Arrays are not almost equal to {decimal} decimals')
    if _is_complex(actual) or _is_complex(desired):
        if _unequal_parts(actual, desired, lambda a, b: assert_almost_equal(a, b, decimal)):
            raise AssertionError(text)
        return
    try:
        if np.isnan(actual) or np.isnan(desired):
            if not (np.isnan(actual) and np.isnan(desired)):
                raise AssertionError(text)
            return
        if not (np.isfinite(actual) and np.isfinite(desired)):
            if actual != desired:
                raise AssertionError(text)
            return
    except (NotImplementedError, TypeError):
        pass  # objects have no nan
    if abs(desired - actual) >= np.float64(1.5 * 10.0 ** (-decimal)):
        raise AssertionError(text)


def assert_array_compare(comparison, x, y, err_msg='', verbose=True, header='', precision=6, equal_nan=True,
                         equal_inf=True, *, strict=False, names=('ACTUAL', 'DESIRED')):
    """Whether a comparison of two arrays holds everywhere."""
    _compare(comparison, x, y, err_msg, verbose, header, precision, equal_nan, strict, names, equal_inf)


def build_err_msg(arrays, err_msg, header='Items are not equal:', verbose=True, names=('ACTUAL', 'DESIRED'),
                  precision=8):
    """The text of an assertion that fails."""
    if not verbose:
        return _build([], err_msg, header)
    return _build(arrays, err_msg, header, names, precision)


def _is_complex(value):
    try:
        return np.iscomplexobj(value)
    except (TypeError, ValueError):
        return False


def _unequal_parts(actual, desired, check):
    """Whether the parts of two numbers, of which one is complex, differ."""
    try:
        check(np.real(actual), np.real(desired))
        check(np.imag(actual), np.imag(desired))
    except AssertionError:
        return True
    return False


def assert_equal(actual, desired, err_msg='', verbose=True, *, strict=False):
    """Whether two values are equal, containers item by item."""
    if isinstance(desired, dict):
        if not isinstance(actual, dict):
            raise AssertionError(repr(type(actual)))
        assert_equal(len(actual), len(desired), err_msg)
        for key in desired:
            if key not in actual:
                raise AssertionError(repr(key))
            assert_equal(actual[key], desired[key], f'key={key!r}\n{err_msg}')
        return
    if isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        assert_equal(len(actual), len(desired), err_msg)
        for k in range(len(desired)):
            assert_equal(actual[k], desired[k], f'item={k!r}\n{err_msg}')
        return
    if isinstance(actual, np.ndarray) or isinstance(desired, np.ndarray):
        return assert_array_equal(actual, desired, err_msg, strict=strict)
    text = _build([actual, desired], err_msg, 'Items are not equal:')
    if _is_complex(actual) or _is_complex(desired):
        if _unequal_parts(actual, desired, assert_equal):
            raise AssertionError(text)
        return
    if np.isscalar(desired) != np.isscalar(actual):
        raise AssertionError(text)
    both_nan = actual != actual and desired != desired
    if not both_nan and not actual == desired:
        raise AssertionError(text)
    numbers = isinstance(desired, (int, float, np.floating, np.integer)) and isinstance(actual, (int, float, np.number))
    if numbers and desired == 0 and np.signbit(desired) != np.signbit(actual):
        raise AssertionError(text)


def assert_array_less(x, y, err_msg='', verbose=True, *, strict=False):
    """Whether every element is less than that of another array."""
    _compare(lambda a, b: a < b, x, y, err_msg, verbose, 'Arrays are not strictly ordered `x < y`', equal_nan=True,
             strict=strict, names=('x', 'y'), equal_inf=False)


def assert_(val, msg=''):
    """Whether something holds."""
    if not val:
        raise AssertionError(msg() if callable(msg) else msg)


def assert_array_max_ulp(a, b, maxulp=1, dtype=None):
    """Whether two arrays differ by few units in the last place."""
    gaps = nulp_diff(a, b, dtype)
    if not np.all(gaps <= maxulp):
        raise AssertionError(f'Arrays are not almost equal up to {maxulp:g} ULP (max difference is '
                             f'{np.max(gaps):g} ULP)')
    return gaps


class _Raises:
    def __init__(self, kind, pattern=None, called=None):
        self._kind, self._pattern, self._called = kind, pattern, called

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            by = f' by {self._called}' if self._called else ''
            raise AssertionError(f'{self._kind.__name__} not raised{by}')
        if not issubclass(kind, self._kind):
            return False
        self.exception = value
        if self._pattern is not None:
            import re
            if not re.search(self._pattern, str(value)):
                raise AssertionError(f'"{self._pattern}" does not match "{value}"')
        return True


def assert_raises(kind, function=None, /, *args, **kwargs):
    """Whether a call raises an exception, or a context for `with`."""
    if function is None:
        return _Raises(kind)
    with _Raises(kind, None, getattr(function, '__name__', None)):
        function(*args, **kwargs)


def assert_raises_regex(kind, pattern, function=None, /, *args, **kwargs):
    """The same, and whether its text matches."""
    if function is None:
        return _Raises(kind, pattern)
    with _Raises(kind, pattern, getattr(function, '__name__', None)):
        function(*args, **kwargs)
