"""Finds tests: in classes, in modules, by names, in folders."""
import os
import sys
import traceback
import types
import warnings
from fnmatch import fnmatch as _fnmatch, fnmatchcase as _fnmatchcase
from functools import cmp_to_key as _cmp_to_key
from unittest.case import FunctionTestCase, SkipTest, TestCase, skip
from unittest.suite import TestSuite
from unittest.util import three_way_cmp


class _FailedTest(TestCase):
    """Stands for tests that could not be loaded: when it runs, it raises why."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            raise AttributeError(f"'_FailedTest' object has no attribute '{name}'")

        def testFailure():
            raise self._exception
        return testFailure


def _is_case(item):
    return isinstance(item, type) and issubclass(item, TestCase) and item not in (TestCase, FunctionTestCase)


class TestLoader:
    """Makes suites of tests; `errors` holds the texts of what could not be loaded."""

    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(three_way_cmp)
    testNamePatterns = None
    suiteClass = TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        def wanted(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}'
            return self.testNamePatterns is None or any(_fnmatchcase(full, each) for each in self.testNamePatterns)
        names = list(filter(wanted, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            names.sort(key=_cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?')
        if not _is_case(testCaseClass):
            return self.suiteClass([])
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *args, pattern=None, **kws):
        if args or 'use_load_tests' in kws:
            warnings.warn('use_load_tests is deprecated and ignored', DeprecationWarning)
            kws.pop('use_load_tests', None)
        if len(args) > 1:
            raise TypeError(f'loadTestsFromModule() takes 1 positional argument but {len(args) + 1} were given')
        if kws:
            raise TypeError(f"loadTestsFromModule() got an unexpected keyword argument '{min(kws)}'")
        items = [getattr(module, name) for name in dir(module)]
        suite = self.suiteClass([self.loadTestsFromTestCase(item) for item in items if _is_case(item)])
        load = getattr(module, 'load_tests', None)
        if load is None:
            return suite
        try:
            return load(self, suite, pattern)
        except Exception as e:
            return self._failed(module.__name__, e, 'Failed to call load_tests:\n' + traceback.format_exc())

    def _failed(self, name, error, text):
        self.errors.append(text)
        return self.suiteClass([_FailedTest(name, error)])

    def _failed_import(self, name):
        """(name, exception, text) for _failed: the import that is being handled."""
        text = f'Failed to import test module: {name}\n{traceback.format_exc()}'
        return name, ImportError(text), text

    def loadTestsFromName(self, name, module=None):
        parts, problem = name.split('.'), None
        if module is None:
            importable = parts[:]
            while True:
                try:
                    module = __import__('.'.join(importable))
                    break
                except ImportError:
                    problem = self._failed_import(importable.pop())
                    if not importable:
                        return self._failed(*problem)
            parts = parts[1:]
        item, parent = module, None
        for part in parts:
            try:
                parent, item = item, getattr(item, part)
            except AttributeError as e:
                if getattr(item, '__path__', None) is not None and problem is not None:
                    return self._failed(*problem)
                return self._failed(part, e, 'Failed to access attribute:\n' + traceback.format_exc())
        return self._tests_of(item, parent, parts)

    def _tests_of(self, item, parent, parts):
        if isinstance(item, types.ModuleType):
            return self.loadTestsFromModule(item)
        if _is_case(item):
            return self.loadTestsFromTestCase(item)
        if isinstance(item, types.FunctionType) and isinstance(parent, type) and issubclass(parent, TestCase):
            test = parent(parts[-1])
            # A static method is not a test, but may make one.
            if not isinstance(getattr(test, parts[-1]), types.FunctionType):
                return self.suiteClass([test])
        elif isinstance(item, TestSuite):
            return item
        if not callable(item):
            raise TypeError(f"don't know how to make test from: {item}")
        made = item()
        if isinstance(made, TestSuite):
            return made
        if isinstance(made, TestCase):
            return self.suiteClass([made])
        raise TypeError(f'calling {item} returned {made}, not a test')

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """The tests of all files below a folder that the pattern fits; folders below it are packages."""
        top = os.path.abspath(top_level_dir or self._top_level_dir or start_dir)
        start = os.path.abspath(start_dir)
        self._top_level_dir = top
        if not os.path.isdir(start):
            raise ImportError(f'Start directory is not importable: {start_dir!r}')
        if top not in sys.path:
            sys.path.insert(0, top)
        return self.suiteClass(list(self._find_tests(start, top, pattern)))

    def _find_tests(self, folder, top, pattern):
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            module = os.path.relpath(os.path.splitext(path)[0], top).replace(os.sep, '.')
            if os.path.isfile(path):
                if name.endswith('.py') and module.rpartition('.')[2].isidentifier() and _fnmatch(name, pattern):
                    tests = self._imported(module, pattern)
                    if tests is not None:
                        yield tests
            elif os.path.isfile(os.path.join(path, '__init__.py')):
                if _fnmatch(name, pattern) or hasattr(sys.modules.get(module), 'load_tests'):
                    tests = self._imported(module, pattern)
                    if tests is not None:
                        yield tests
                yield from self._find_tests(path, top, pattern)

    def _imported(self, name, pattern):
        try:
            __import__(name)
            return self.loadTestsFromModule(sys.modules[name], pattern=pattern)
        except SkipTest as e:
            method = skip(str(e))(lambda self: None)
            return self.suiteClass([type('ModuleSkipped', (TestCase,), {name: method})(name)])
        except Exception:
            return self._failed(*self._failed_import(name))


defaultTestLoader = TestLoader()


def _old_loader(prefix, sortUsing, suiteClass=None, testNamePatterns=None):
    loader = TestLoader()
    loader.sortTestMethodsUsing, loader.testMethodPrefix = sortUsing, prefix
    loader.testNamePatterns = testNamePatterns
    if suiteClass:
        loader.suiteClass = suiteClass
    return loader


def _tell_old(name, instead):
    warnings.warn(f'unittest.{name}() is deprecated and will be removed in Python 3.13. Please use '
                  f'unittest.TestLoader.{instead}() instead.', DeprecationWarning)


def getTestCaseNames(testCaseClass, prefix, sortUsing=three_way_cmp, testNamePatterns=None):
    _tell_old('getTestCaseNames', 'getTestCaseNames')
    return _old_loader(prefix, sortUsing, testNamePatterns=testNamePatterns).getTestCaseNames(testCaseClass)


def makeSuite(testCaseClass, prefix='test', sortUsing=three_way_cmp, suiteClass=TestSuite):
    _tell_old('makeSuite', 'loadTestsFromTestCase')
    return _old_loader(prefix, sortUsing, suiteClass).loadTestsFromTestCase(testCaseClass)


def findTestCases(module, prefix='test', sortUsing=three_way_cmp, suiteClass=TestSuite):
    _tell_old('findTestCases', 'loadTestsFromModule')
    return _old_loader(prefix, sortUsing, suiteClass).loadTestsFromModule(module)
