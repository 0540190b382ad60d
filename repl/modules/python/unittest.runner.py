"""Runs tests and prints as CPython's does."""
import sys
import time
from unittest.result import TestResult


class TextTestResult(TestResult):
    separator1 = '=' * 70
    separator2 = '-' * 70

    def __init__(self, stream, descriptions, verbosity):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.descriptions = descriptions
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self._at_start = True

    def getDescription(self, test):
        short = test.shortDescription()
        return f'{test}\n{short}' if self.descriptions and short else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(f'{self.getDescription(test)} ... ')
            self._at_start = False

    def _tell(self, long, short):
        if self.showAll:
            self.stream.write(long + '\n')
        elif self.dots:
            self.stream.write(short)
        self.stream.flush()

    def addSuccess(self, test):
        super().addSuccess(test)
        self._tell('ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._tell('ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell('FAIL', 'F')

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            if self.showAll:
                if self._at_start is False:
                    self.stream.write('\n')
                    self._at_start = True
                self.stream.write(f'  {self.getDescription(subtest)} ... ')
            self._tell('FAIL' if failed else 'ERROR', 'F' if failed else 'E')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(f'skipped {reason!r}', 's')

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell('expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell('unexpected success', 'u')

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.write('\n')
        for flavour, items in (('ERROR', self.errors), ('FAIL', self.failures)):
            for test, text in items:
                self.stream.write(f'{self.separator1}\n{flavour}: {self.getDescription(test)}\n'
                                  f'{self.separator2}\n{text}\n')
        if self.unexpectedSuccesses:
            self.stream.write(self.separator1 + '\n')
            for test in self.unexpectedSuccesses:
                self.stream.write(f'UNEXPECTED SUCCESS: {self.getDescription(test)}\n')


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False):
        self.stream = sys.stderr if stream is None else stream
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def run(self, test):
        result = self.resultclass(self.stream, self.descriptions, self.verbosity)
        result.failfast = self.failfast
        begin = time.perf_counter()
        result.startTestRun()
        test(result)
        result.stopTestRun()
        taken = time.perf_counter() - begin
        if hasattr(result, 'printErrors'):
            result.printErrors()
        write = self.stream.write
        write(f'{"-" * 70}\nRan {result.testsRun} test{"" if result.testsRun == 1 else "s"} in {taken:.3f}s\n\n')
        parts = [('failures', result.failures), ('errors', result.errors)]
        ok = result.wasSuccessful()
        parts = parts if not ok else []
        parts += [('skipped', result.skipped), ('expected failures', result.expectedFailures),
                  ('unexpected successes', result.unexpectedSuccesses)]
        words = ', '.join(f'{name}={len(items)}' for name, items in parts if items)
        write(('OK' if ok else 'FAILED') + (f' ({words})' if words else '') + '\n')
        self.stream.flush()
        return result
