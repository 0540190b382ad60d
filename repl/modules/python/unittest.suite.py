"""Tests in a row: a suite prepares a module and a class once for all of their tests."""
import sys
from unittest._skips import SkipTest
from unittest.case import TestCase, doModuleCleanups
from unittest.util import strclass


class BaseTestSuite:
    """A suite that only runs its tests."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f'<{strclass(type(self))} tests={list(self)}>'

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    __hash__ = None

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def _removeTestAtIndex(self, index):
        # A test that is over is let go with all that it holds; it still counts.
        try:
            test = self._tests[index]
        except TypeError:
            return
        if hasattr(test, 'countTestCases'):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        return result

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """A suite with what surrounds the tests of a module and of a class."""

    def run(self, result, debug=False):
        outermost = getattr(result, '_testRunEntered', False) is False
        if outermost:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if not hasattr(type(test), '__iter__'):
                self._tearDownPreviousClass(test, result)
                self._handleModuleFixture(test, result)
                self._handleClassSetUp(test, result)
                result._previousTestClass = type(test)
                if getattr(type(test), '_classSetupFailed', False) or getattr(result, '_moduleSetUpFailed', False):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        if outermost:
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    def _guarded(self, result, name, parent, function):
        """Calls what surrounds tests; whether it went well. What goes wrong is an error named after it."""
        getattr(result, '_setupStdout', lambda: None)()
        try:
            function()
            return True
        except Exception as e:
            if isinstance(result, _DebugResult):
                raise
            self._add_error(result, f'{name} ({parent})', sys.exc_info())
            return False
        finally:
            getattr(result, '_restoreStdout', lambda: None)()

    def _add_error(self, result, name, error):
        if isinstance(error[1], SkipTest) and hasattr(result, 'addSkip'):
            result.addSkip(_ErrorHolder(name), str(error[1]))
        else:
            result.addError(_ErrorHolder(name), error)

    def _class_cleanups(self, cls, result, name):
        if not hasattr(cls, 'doClassCleanups'):
            return
        cls.doClassCleanups()
        for error in cls.tearDown_exceptions:
            if isinstance(result, _DebugResult):
                raise error[1]
            self._add_error(result, f'{name} ({strclass(cls)})', error)

    def _handleClassSetUp(self, test, result):
        cls = type(test)
        if (cls is getattr(result, '_previousTestClass', None) or getattr(result, '_moduleSetUpFailed', False)
                or getattr(cls, '__unittest_skip__', False)):
            return
        if not hasattr(cls, 'setUpClass'):
            return
        cls._classSetupFailed = False
        if not self._guarded(result, 'setUpClass', strclass(cls), cls.setUpClass):
            cls._classSetupFailed = True
            self._class_cleanups(cls, result, 'setUpClass')

    def _tearDownPreviousClass(self, test, result):
        cls = getattr(result, '_previousTestClass', None)
        if (cls is None or cls is type(test) or getattr(cls, '_classSetupFailed', False)
                or getattr(result, '_moduleSetUpFailed', False) or getattr(cls, '__unittest_skip__', False)):
            return
        if hasattr(cls, 'tearDownClass'):
            self._guarded(result, 'tearDownClass', strclass(cls), cls.tearDownClass)
        self._class_cleanups(cls, result, 'tearDownClass')

    def _handleModuleFixture(self, test, result):
        name, before = type(test).__module__, self._previous_module(result)
        if name == before:
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        module = sys.modules.get(name)
        if hasattr(module, 'setUpModule') and not self._guarded(result, 'setUpModule', name, module.setUpModule):
            result._moduleSetUpFailed = True
            self._guarded(result, 'setUpModule', name, doModuleCleanups)

    def _handleModuleTearDown(self, result):
        name = self._previous_module(result)
        module = sys.modules.get(name)
        if module is None or getattr(result, '_moduleSetUpFailed', False):
            return
        if hasattr(module, 'tearDownModule'):
            self._guarded(result, 'tearDownModule', name, module.tearDownModule)
        self._guarded(result, 'tearDownModule', name, doModuleCleanups)

    def _previous_module(self, result):
        return getattr(getattr(result, '_previousTestClass', None), '__module__', None)


class _ErrorHolder:
    """Stands in a result for a test where what failed is no test: setUpClass and the like."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f'<ErrorHolder description={self.description!r}>'

    def __str__(self):
        return self.description

    def countTestCases(self):
        return 0


class _DebugResult:
    """What a suite that is debugged runs with: errors are raised."""

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
