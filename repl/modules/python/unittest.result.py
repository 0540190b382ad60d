"""What became of the tests."""
import traceback


class TestResult:
    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.shouldStop = False
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun = 0

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def _text(self, error):
        return ''.join(traceback.format_exception(*error))

    def addError(self, test, err):
        self.errors.append((test, self._text(err)))
        self._failed()

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err)))
        self._failed()

    def _failed(self):
        if self.failfast:
            self.stop()

    def addSubTest(self, test, subtest, err):
        if err is None:
            return
        kind = self.failures if issubclass(err[0], test.failureException) else self.errors
        kind.append((subtest, self._text(err)))
        self._failed()

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def __repr__(self):
        kind = type(self)
        module = {'TextTestResult': 'unittest.runner', 'TestResult': 'unittest.result'}.get(kind.__name__, kind.__module__)
        return (f'<{module}.{kind.__qualname__} run={self.testsRun} errors={len(self.errors)} '
                f'failures={len(self.failures)}>')
