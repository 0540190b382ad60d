"""Tests in a row: a suite runs what belongs to a class once around its tests."""
from unittest._skips import SkipTest


class TestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def __iter__(self):
        return iter(self._tests)

    def __repr__(self):
        return f'<unittest.suite.TestSuite tests={list(self)}>'

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def _cases(self):
        for test in self:
            if isinstance(test, TestSuite):
                yield from test._cases()
            else:
                yield test

    def run(self, result, debug=False):
        current, usable = None, True
        for test in self._cases():
            if result.shouldStop:
                break
            kind = type(test)
            if kind is not current:
                self._leave(current, usable, result)
                current, usable = kind, True
                if not getattr(kind, '__unittest_skip__', False):
                    usable = self._enter(kind, result)
            if usable:
                test(result)
        self._leave(current, usable, result)
        return result

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def _name(self, what, kind):
        return f'{what} ({kind.__module__}.{kind.__qualname__})'

    def _enter(self, kind, result):
        try:
            getattr(kind, 'setUpClass', lambda: None)()
            return True
        except SkipTest as e:
            result.addSkip(_ErrorHolder(self._name('setUpClass', kind)), str(e))
        except Exception as e:
            result.addError(_ErrorHolder(self._name('setUpClass', kind)), (type(e), e, e.__traceback__))
            kind.doClassCleanups()
        return False

    def _leave(self, kind, usable, result):
        if kind is None or not usable or getattr(kind, '__unittest_skip__', False):
            return
        try:
            getattr(kind, 'tearDownClass', lambda: None)()
            getattr(kind, 'doClassCleanups', lambda: None)()
        except Exception as e:
            result.addError(_ErrorHolder(self._name('tearDownClass', kind)), (type(e), e, e.__traceback__))


class _ErrorHolder:
    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description
