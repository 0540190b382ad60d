"""Tests that are left out, and tests that are known to fail."""
from functools import wraps as _wraps


class SkipTest(Exception):
    pass


class _ShouldStop(Exception):
    pass


class _UnexpectedSuccess(Exception):
    pass


def skip(reason):
    def decorate(item):
        if not isinstance(item, type):
            function = item

            @_wraps(item)
            def item(*args, **kwargs):
                raise SkipTest(reason if isinstance(reason, str) else '')
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason if isinstance(reason, str) else ''
        return item

    if callable(reason):
        return decorate(reason)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return lambda item: item if condition else skip(reason)(item)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item
