"""TestCase: one test, run between setUp and tearDown."""
from unittest._assertions import Assertions
from unittest._contexts import _SubTest
from unittest._skips import SkipTest, _ShouldStop, expectedFailure, skip, skipIf, skipUnless
from unittest.result import TestResult


class TestCase(Assertions):
    _params = {}
    _result = None
    _class_cleanups = []

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._cleanups = []
        self._testMethodDoc = getattr(getattr(self, methodName, None), '__doc__', None)
        if not hasattr(self, methodName) and methodName != 'runTest':
            raise ValueError(f'no such test method in {type(self)}: {methodName}')

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def id(self):
        return f'{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}'

    def __str__(self):
        return f'{self._testMethodName} ({self.id()})'

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} testMethod={self._testMethodName}>'

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, manager):
        value = manager.__enter__()
        self.addCleanup(manager.__exit__, None, None, None)
        return value

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        if '_class_cleanups' not in vars(cls):
            cls._class_cleanups = []
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def doClassCleanups(cls):
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            function(*args, **kwargs)

    def doCleanups(self):
        ok = True
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            ok = self._part(lambda: function(*args, **kwargs)) and ok
        return ok

    def _part(self, function):
        """Runs one part of a test; what goes wrong goes to the result."""
        result = self._result
        try:
            function()
            return True
        except KeyboardInterrupt:
            raise
        except SkipTest as e:
            self._skipped = True
            result.addSkip(self, str(e))
        except _ShouldStop:
            self._subtest_failed = True
        except BaseException as e:
            if self._expecting:
                self._expected = (type(e), e, e.__traceback__)
            elif isinstance(e, self.failureException):
                result.addFailure(self, (type(e), e, e.__traceback__))
            else:
                result.addError(self, (type(e), e, e.__traceback__))
        return False

    def run(self, result=None):
        if result is None:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        method = getattr(self, self._testMethodName)
        self._result = result
        self._subtest_failed = self._skipped = False
        self._expected = None
        self._expecting = False
        try:
            for item in (type(self), method):
                if getattr(item, '__unittest_skip__', False):
                    result.addSkip(self, getattr(item, '__unittest_skip_why__', ''))
                    return result
            expecting = (getattr(type(self), '__unittest_expecting_failure__', False)
                         or getattr(method, '__unittest_expecting_failure__', False))
            ok = self._part(self.setUp)
            if ok:
                self._expecting = expecting
                ok = self._part(method) and not self._subtest_failed
                self._expecting = False
                ok = self._part(self.tearDown) and ok
            ok = self.doCleanups() and ok
            if expecting and self._expected is not None:
                result.addExpectedFailure(self, self._expected)
            elif expecting and ok:
                result.addUnexpectedSuccess(self)
            elif ok:
                result.addSuccess(self)
        finally:
            result.stopTest(self)
            self._result = None
        return result

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    def skipTest(self, reason):
        raise SkipTest(reason)


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._function, self._begin, self._end, self._description = testFunc, setUp, tearDown, description

    def setUp(self):
        if self._begin is not None:
            self._begin()

    def tearDown(self):
        if self._end is not None:
            self._end()

    def runTest(self):
        self._function()

    def id(self):
        return self._function.__name__

    def shortDescription(self):
        return self._description
