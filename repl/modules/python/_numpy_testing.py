"""What numpy.testing has beside its comparisons of arrays: warnings, temporary files, what the machine is like."""
import os
import tempfile
import unittest
import warnings

import numpy as np

IS_PYPY = IS_PYSTON = IS_WASM = IS_MUSL = NOGIL_BUILD = IS_EDITABLE = HAS_REFCOUNT = HAS_LAPACK64 = False
IS_64BIT = IS_INSTALLED = BLAS_SUPPORTS_FPE = True
verbose = 0
TestCase = unittest.TestCase
SkipTest = unittest.SkipTest


class IgnoreException(Exception):
    """Ignored by whoever runs the tests."""


class KnownFailureException(Exception):
    """A test that is known to fail."""


def check_support_sve():
    """Whether the processor has ARM's SVE."""
    return False


def print_assert_equal(test_string, actual, desired):
    """Whether two values are equal; the text of the assertion names the test."""
    if not actual == desired:
        raise AssertionError(f'{test_string} failed\nACTUAL: \n{actual!r}\nDESIRED: \n{desired!r}\n')


def assert_string_equal(actual, desired):
    """Whether two texts are equal; the assertion shows the lines that differ."""
    if not isinstance(actual, str):
        raise AssertionError(repr(type(actual)))
    if not isinstance(desired, str):
        raise AssertionError(repr(type(desired)))
    if actual == desired:
        return
    import difflib
    lines = list(difflib.Differ().compare(actual.splitlines(True), desired.splitlines(True)))
    shown = [line for line in lines if not line.startswith('  ')]
    raise AssertionError(f"Differences in strings:\n{''.join(shown).rstrip()}")


def assert_approx_equal(actual, desired, significant=7, err_msg='', verbose=True):
    """Whether two numbers agree to some significant digits."""
    from numpy.testing import build_err_msg
    actual, desired = float(actual), float(desired)
    if desired == actual:
        return
    scale = np.power(10, np.floor(np.log10(0.5 * (abs(desired) + abs(actual))))) if desired or actual else 0.0
    wanted = desired / scale if scale else 0.0
    found = actual / scale if scale else 0.0
    text = build_err_msg([actual, desired], err_msg,
                         header=f'Items are not equal to {significant} significant digits:', verbose=verbose)
    if not (np.isfinite(desired) and np.isfinite(actual)):
        if np.isnan(desired) and np.isnan(actual):
            return
        raise AssertionError(text)
    if abs(wanted - found) >= 10. ** -(significant - 1):
        raise AssertionError(text)


def nulp_diff(x, y, dtype=None):
    """By how many representable numbers two arrays differ."""
    x, y = np.asarray(x, dtype=dtype), np.asarray(y, dtype=dtype)
    common = np.result_type(x, y)
    if np.dtype(common).kind == 'c':
        raise NotImplementedError('_nulp not implemented for complex array')
    x, y = x.astype(common), y.astype(common)
    if x.shape != y.shape:
        raise ValueError(f'Arrays do not have the same shape: {x.shape} - {y.shape}')
    whole = {2: np.int16, 4: np.int32, 8: np.int64}[x.dtype.itemsize]

    def places(a):
        bits = np.atleast_1d(a).view(whole)
        return np.where(bits < 0, np.iinfo(whole).min - bits, bits).astype(np.float64)
    gaps = np.abs(places(x) - places(y))
    gaps[np.atleast_1d(np.isnan(x) | np.isnan(y))] = np.nan
    return gaps.reshape(x.shape)


def assert_array_almost_equal_nulp(x, y, nulp=1):
    """Whether two arrays differ by few spacings of the larger one."""
    x, y = np.asarray(x), np.asarray(y)
    near = nulp * np.spacing(np.where(np.abs(x) > np.abs(y), np.abs(x), np.abs(y)))
    if np.all(np.abs(x - y) <= near):
        return
    if np.iscomplexobj(x) or np.iscomplexobj(y):
        raise AssertionError(f'Arrays are not equal to {nulp} ULP')
    raise AssertionError(f'Arrays are not equal to {nulp} ULP (max is {np.max(nulp_diff(x, y)):g})')


class _Warned:
    def __init__(self, kind, called=None):
        self._kind, self._called = kind, called
        self._catch = warnings.catch_warnings(record=True)

    def __enter__(self):
        self._seen = self._catch.__enter__()
        warnings.simplefilter('always')
        return self._seen

    def __exit__(self, kind, value, trace):
        self._catch.__exit__(kind, value, trace)
        if kind is not None:
            return
        by = f' when calling {self._called}' if self._called else ''
        if self._kind is None:
            if self._seen:
                raise AssertionError(f'Got warnings{by}: {self._seen}')
        elif not any(issubclass(each.category, self._kind) for each in self._seen):
            raise AssertionError(f'No warning raised{by}')


def assert_warns(warning_class, *args, **kwargs):
    """Whether a call warns, or a context for `with`."""
    if not args:
        return _Warned(warning_class)
    with _Warned(warning_class, getattr(args[0], '__name__', None)):
        return args[0](*args[1:], **kwargs)


def assert_no_warnings(*args, **kwargs):
    """Whether a call does not warn, or a context for `with`."""
    if not args:
        return _Warned(None)
    with _Warned(None, getattr(args[0], '__name__', None)):
        return args[0](*args[1:], **kwargs)


class clear_and_catch_warnings(warnings.catch_warnings):
    """catch_warnings, with all warnings heard anew."""

    class_modules = ()

    def __init__(self, record=False, modules=()):
        super().__init__(record=record)


class suppress_warnings:
    """Warnings that match a filter are not shown, or recorded."""

    def __init__(self, forwarding_rule='always', *, _warn=True):
        self._rules = []
        self.log = []

    def _add(self, category, message, log):
        import re
        self._rules.append((category, re.compile(message), log))
        return log

    def filter(self, category=Warning, message='', module=None):
        self._add(category, message, None)

    def record(self, category=Warning, message='', module=None):
        return self._add(category, message, [])

    def __enter__(self):
        self._catch = warnings.catch_warnings(record=True)
        self._seen = self._catch.__enter__()
        warnings.simplefilter('always')
        return self

    def __exit__(self, kind, value, trace):
        self._catch.__exit__(kind, value, trace)
        for each in self._seen:
            for category, pattern, log in reversed(self._rules):
                if issubclass(each.category, category) and pattern.match(str(each.message)):
                    if log is not None:
                        log.append(each)
                        self.log.append(each)
                    break
            else:
                warnings.warn(each.message)

    def __call__(self, function):
        def wrapped(*args, **kwargs):
            with self:
                return function(*args, **kwargs)
        return wrapped


class tempdir:
    """The path of a directory that is there inside of `with`."""

    def __init__(self, *args, **kwargs):
        self._made = tempfile.TemporaryDirectory(*args, **kwargs)

    def __enter__(self):
        return self._made.name

    def __exit__(self, *trace):
        self._made.cleanup()


class temppath:
    """The path of an empty file that is there inside of `with`."""

    def __init__(self, *args, **kwargs):
        handle, self._path = tempfile.mkstemp(*args, **kwargs)
        os.close(handle)

    def __enter__(self):
        return self._path

    def __exit__(self, *trace):
        if os.path.exists(self._path):
            os.remove(self._path)


class assert_no_gc_cycles:
    """A context, or a call, whose objects are freed without the collector: here they may be in cycles."""

    def __init__(self, *args, **kwargs):
        if args:
            args[0](*args[1:], **kwargs)

    def __enter__(self):
        return self

    def __exit__(self, *trace):
        return False


def break_cycles():
    """Collects."""
    import gc
    gc.collect()


def run_threaded(func, max_workers=8, pass_count=False, pass_barrier=False, outer_iterations=1, prepare_args=None):
    """Calls a function as often as threads would: one after the other."""
    import threading
    for _ in range(outer_iterations):
        args = list(prepare_args()) if prepare_args is not None else []
        if pass_barrier:
            args.append(threading.Barrier(1))  # which nobody has to wait at
        for count in range(max_workers):
            func(*([count] if pass_count else []), *args)
