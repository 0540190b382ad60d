"""Runs tests and prints as CPython's does."""
import sys
import time
import warnings
from unittest.case import _SubTest
from unittest.result import TestResult
from unittest.signals import registerResult


class _WritelnDecorator:
    """A stream with writeln()."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        return getattr(object.__getattribute__(self, 'stream'), name)

    def writeln(self, arg=None):
        self.write((arg or '') + '\n')


class TextTestResult(TestResult):
    """Prints each test's end: a character, or with verbosity 2 a line."""

    separator1, separator2 = '=' * 70, '-' * 70

    def __init__(self, stream, descriptions, verbosity):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream if hasattr(stream, 'writeln') else _WritelnDecorator(stream)
        self.descriptions = descriptions
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self._newline = True

    def getDescription(self, test):
        short = test.shortDescription()
        return f'{test}\n{short}' if self.descriptions and short else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(f'{self.getDescription(test)} ... ')
            self.stream.flush()
            self._newline = False

    def _tell(self, test, words, character):
        if self.showAll:
            is_subtest = isinstance(test, _SubTest)
            if is_subtest or self._newline:
                if not self._newline:
                    self.stream.writeln()
                self.stream.write(f'{"  " if is_subtest else ""}{self.getDescription(test)} ... ')
            self.stream.writeln(words)
            self._newline = True
            self.stream.flush()
        elif self.dots:
            self.stream.write(character)
            self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._tell(subtest, *(('FAIL', 'F') if failed else ('ERROR', 'E')))
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._tell(test, 'ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._tell(test, 'ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell(test, 'FAIL', 'F')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(test, f'skipped {reason!r}', 's')

    def _tell_rest(self, words, character):
        """Ends the line of a test; as in CPython, what comes next does not know that it has ended."""
        if self.showAll:
            self.stream.writeln(words)
        elif self.dots:
            self.stream.write(character)
        self.stream.flush()

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell_rest('expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell_rest('unexpected success', 'u')

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f'UNEXPECTED SUCCESS: {self.getDescription(test)}')
        self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f'{flavour}: {self.getDescription(test)}')
            self.stream.writeln(self.separator2)
            self.stream.writeln(text)


class TextTestRunner:
    """Runs tests, prints what goes wrong, and a line of numbers at the end."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False):
        self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
        self.descriptions, self.verbosity = descriptions, verbosity
        self.failfast, self.buffer, self.tb_locals = failfast, buffer, tb_locals
        self.warnings = warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        registerResult(result)
        result.failfast, result.buffer, result.tb_locals = self.failfast, self.buffer, self.tb_locals
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
                if self.warnings in ('default', 'always'):
                    # A deprecated assertion is told once a module, not at each of its calls.
                    warnings.filterwarnings('module', category=DeprecationWarning,
                                            message=r'Please use assert\w+ instead.')
            begin = time.perf_counter()
            getattr(result, 'startTestRun', lambda: None)()
            try:
                test(result)
            finally:
                getattr(result, 'stopTestRun', lambda: None)()
            taken = time.perf_counter() - begin
        result.printErrors()
        self._summary(result, taken)
        return result

    def _summary(self, result, taken):
        if hasattr(result, 'separator2'):
            self.stream.writeln(result.separator2)
        self.stream.writeln(f'Ran {result.testsRun} test{"" if result.testsRun == 1 else "s"} in {taken:.3f}s')
        self.stream.writeln()
        ok = result.wasSuccessful()
        parts = [] if ok else [('failures', result.failures), ('errors', result.errors)]
        parts += [(name, getattr(result, attribute, ())) for name, attribute in (
            ('skipped', 'skipped'), ('expected failures', 'expectedFailures'),
            ('unexpected successes', 'unexpectedSuccesses'))]
        words = ', '.join(f'{name}={len(items)}' for name, items in parts if items)
        self.stream.writeln(('OK' if ok else 'FAILED') + (f' ({words})' if words else ''))
        self.stream.flush()
