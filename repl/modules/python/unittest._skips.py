"""Tests that are left out, and tests that are known to fail."""
from functools import wraps as _wraps
from types import FunctionType as _FunctionType

# The classes show themselves as unittest.case's.
__name__ = 'unittest.case'


class SkipTest(Exception):
    """Raise it in a test to leave the rest of it out."""


class _ShouldStop(Exception):
    pass


def _marked(item, reason):
    if not isinstance(item, type):
        function = item

        @_wraps(function)
        def item(*args, **kwargs):
            raise SkipTest(reason)
    item.__unittest_skip__ = True
    item.__unittest_skip_why__ = reason
    return item


def skip(reason):
    """Leaves a test, or a class of tests, out."""
    if isinstance(reason, _FunctionType):
        return _marked(reason, '')
    return lambda item: _marked(item, reason)


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return lambda item: item if condition else skip(reason)(item)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item
