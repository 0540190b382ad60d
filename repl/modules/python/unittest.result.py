"""What became of the tests."""
import io
import sys
import traceback
from functools import wraps as _wraps
from unittest.util import strclass

STDOUT_LINE, STDERR_LINE = '\nStdout:\n%s', '\nStderr:\n%s'


def failfast(method):
    """A method after which the run stops, where it is to stop at the first failure."""
    @_wraps(method)
    def inner(self, *args, **kwargs):
        if getattr(self, 'failfast', False):
            self.stop()
        return method(self, *args, **kwargs)
    return inner


class TestResult:
    """Collects what became of tests: failures and errors as pairs of a test and a text."""

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = self.shouldStop = self.buffer = self.tb_locals = False
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun = 0
        self._streams = None
        self._original_stdout, self._original_stderr = sys.stdout, sys.stderr
        self._mirrorOutput = False

    def printErrors(self):
        """Called by runners when all is over."""

    def startTest(self, test):
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def _setupStdout(self):
        if self.buffer:
            if self._streams is None:
                self._streams = io.StringIO(), io.StringIO()
            sys.stdout, sys.stderr = self._streams

    def startTestRun(self):
        """Called once before all tests."""

    def stopTest(self, test):
        self._restoreStdout()
        self._mirrorOutput = False

    def _restoreStdout(self):
        if not self.buffer or self._streams is None:
            return
        originals = self._original_stdout, self._original_stderr
        for stream, original, form in zip(self._streams, originals, (STDOUT_LINE, STDERR_LINE)):
            output = stream.getvalue()
            if self._mirrorOutput and output:
                original.write(form % (output if output.endswith('\n') else output + '\n'))
            stream.seek(0)
            stream.truncate()
        sys.stdout, sys.stderr = originals

    def stopTestRun(self):
        """Called once after all tests."""

    @failfast
    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        if err is None:
            return
        if getattr(self, 'failfast', False):
            self.stop()
        kind = self.failures if issubclass(err[0], test.failureException) else self.errors
        kind.append((subtest, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not (self.failures or self.errors or getattr(self, 'unexpectedSuccesses', ()))

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        lines = traceback.format_exception(*err)
        if self.buffer and self._streams is not None:
            for stream, form in zip((sys.stdout, sys.stderr), (STDOUT_LINE, STDERR_LINE)):
                output = stream.getvalue()
                if output:
                    lines.append(form % (output if output.endswith('\n') else output + '\n'))
        return ''.join(lines)

    def __repr__(self):
        return (f'<{strclass(type(self))} run={self.testsRun} errors={len(self.errors)} '
                f'failures={len(self.failures)}>')
