"""Tests as classes: TestCase with its assertions, suites, loaders, a runner that prints as CPython's does."""
import sys
import time
import traceback
import warnings
from functools import wraps as _wraps
from re import compile as _compile
from collections import Counter as _Counter
from difflib import ndiff
from pprint import pformat


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


def _difference(first, second):
    return '\n'.join(ndiff(first.splitlines(), second.splitlines()))


def _short(value, limit=80):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text


def _common(first, second):
    """The reprs of two values; where they are long, what they have in common is cut."""
    texts = [_short(first), _short(second)]
    if max(map(len, texts)) <= 80:
        return texts
    count = 0
    for a, b in zip(*texts):
        if a != b:
            break
        count += 1
    if count > 45:
        cut = count - 20
        texts = [f'{t[:5]}[{cut - 5} chars]{t[cut:]}' for t in texts]
    return [t if len(t) <= 80 else t[:60] + f'[{len(t) - 65} chars]' + t[-5:] for t in texts]


class _Raises:
    def __init__(self, kind, case, pattern=None, message=None):
        self.expected = kind
        self.case = case
        self.pattern = _compile(pattern) if isinstance(pattern, str) else pattern
        self.msg = message

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            names = self.expected
            name = names.__name__ if isinstance(names, type) else str(names)
            self.case._raise(self.msg, f'{name} not raised' + self.by)
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        if self.pattern is not None and not self.pattern.search(str(value)):
            self.case._raise(self.msg, f'"{self.pattern.pattern}" does not match "{value}"')
        return True

    by = ''

    def call(self, function, args, kwargs):
        self.by = f' by {getattr(function, "__name__", function)}'
        with self:
            function(*args, **kwargs)


class _Warns:
    def __init__(self, kind, case, pattern=None, message=None):
        self.expected = kind
        self.case = case
        self.pattern = _compile(pattern) if isinstance(pattern, str) else pattern
        self.msg = message

    def __enter__(self):
        self.catcher = warnings.catch_warnings(record=True)
        self.warnings = self.catcher.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, kind, value, trace):
        self.catcher.__exit__(kind, value, trace)
        if kind is not None:
            return False
        name = self.expected.__name__ if isinstance(self.expected, type) else str(self.expected)
        first = None
        for caught in self.warnings:
            if not issubclass(caught.category, self.expected):
                continue
            first = first or caught
            if self.pattern is None or self.pattern.search(str(caught.message)):
                self.warning, self.filename, self.lineno = caught.message, caught.filename, caught.lineno
                return False
        if first is not None:
            self.case._raise(self.msg, f'"{self.pattern.pattern}" does not match "{first.message}"')
        self.case._raise(self.msg, f'{name} not triggered')


class _SubTest:
    def __init__(self, case, message, params):
        self.case = case
        self.message = message
        self.params = params

    def id(self):
        parts = []
        if self.message is not None:
            parts.append(f'[{self.message}]')
        if self.params:
            parts.append('(' + ', '.join(f'{k}={v!r}' for k, v in self.params.items()) + ')')
        return ' '.join(parts) or '(<subtest>)'

    def __str__(self):
        return f'{self.case} {self.id()}'

    def shortDescription(self):
        return self.case.shortDescription()

    def __enter__(self):
        self.outer = self.case._params
        self.params = {**self.outer, **self.params}
        self.case._params = self.params
        return self

    def __exit__(self, kind, value, trace):
        self.case._params = self.outer
        if kind is None or not issubclass(kind, Exception) or issubclass(kind, SkipTest):
            return False
        result = self.case._result
        if result is None:
            return False
        self.case._subtest_failed = True
        result.addSubTest(self.case, self, (kind, value, trace))
        if result.failfast:
            raise _ShouldStop
        return True


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640
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

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        return standard if msg is None else f'{standard} : {msg}'

    def _raise(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._raise(msg, f'{_short(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._raise(msg, f'{_short(expr)} is not false')

    _equal_functions = {list: 'assertListEqual', tuple: 'assertTupleEqual', dict: 'assertDictEqual',
                        set: 'assertSetEqual', frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}

    def addTypeEqualityFunc(self, typeobj, function):
        self._equal_functions = {**self._equal_functions, typeobj: function}

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second):
            function = self._equal_functions.get(type(first))
            if function is not None:
                if isinstance(function, str):
                    function = getattr(self, function)
                return function(first, second, msg=msg)
        if not first == second:
            self._raise(msg, '%s != %s' % tuple(_common(first, second)))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._raise(msg, f'{_short(first)} == {_short(second)}')

    def _near(self, first, second, places, delta):
        """Whether they are near, and the words for how far apart they are."""
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, difference, f'{_short(delta)} delta'
        places = 7 if places is None else places
        return round(difference, places) == 0, difference, f'{places!r} places'

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        near, difference, words = self._near(first, second, places, delta)
        if not near:
            self._raise(msg, f'{_short(first)} != {_short(second)} within {words} ({_short(difference)} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, difference, words = self._near(first, second, places, delta)
        if delta is not None and first != second and not near:
            return
        if delta is not None:
            self._raise(msg, f'{_short(first)} == {_short(second)} within {words} ({_short(difference)} difference)')
        if first == second or near:
            self._raise(msg, f'{_short(first)} == {_short(second)} within {words}')

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        name = seq_type.__name__ if seq_type else 'sequence'
        if seq_type is not None:
            for which, value in (('First', first), ('Second', second)):
                if not isinstance(value, seq_type):
                    raise self.failureException(f'{which} sequence is not a {name}: {_short(value)}')
        if first == second:
            return
        lines = [f'{name.capitalize()}s differ: %s != %s\n' % tuple(_common(first, second))]
        for i in range(min(len(first), len(second))):
            if first[i] != second[i]:
                lines.append(f'\nFirst differing element {i}:\n{_short(first[i])}\n{_short(second[i])}\n')
                break
        more, which, other = (first, 'First', second) if len(first) > len(second) else (second, 'Second', first)
        if len(first) != len(second):
            lines.append(f'\n{which} {name} contains {len(more) - len(other)} additional elements.\n'
                         f'First extra element {len(other)}:\n{_short(more[len(other)])}\n')
        lines.append('\n' + _difference(pformat(first), pformat(second)))
        self._raise(msg, ''.join(lines))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        first, second = set1 - set2, set2 - set1
        lines = []
        for words, items in (('first', first), ('second', second)):
            if items:
                lines.append(f'Items in the {words} set but not the {"second" if words == "first" else "first"}:')
                lines.extend(repr(item) for item in items)
        if lines:
            self._raise(msg, '\n'.join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            self._raise(msg, '%s != %s' % tuple(_common(d1, d2)) 
                        + '\n' + _difference(pformat(d1), pformat(d2)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first != second:
            lines = [first.splitlines(keepends=True), second.splitlines(keepends=True)]
            if len(lines[0]) == 1 and first.strip('\r\n') == first:
                lines = [[first + '\n'], [second + '\n']]
            text = '\n' + ''.join(ndiff(*lines))
            if len(text) > self._most():
                text = f'\nDiff is {len(text)} characters long. Set self.maxDiff to None to see it.'
            self._raise(msg, '%s != %s' % tuple(_common(first, second)) + text)

    def _most(self):
        return float('inf') if self.maxDiff is None else self.maxDiff

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        try:
            ones, others = _Counter(first), _Counter(second)
            kinds = list(dict.fromkeys(first + second))
            counts = [(ones[item], others[item], item) for item in kinds]
        except TypeError:
            kinds = []
            for item in first + second:
                if item not in kinds:
                    kinds.append(item)
            counts = [(first.count(item), second.count(item), item) for item in kinds]
        different = [f'First has {a}, Second has {b}:  {item!r}' for a, b, item in counts if a != b]
        if different:
            self._raise(msg, 'Element counts were not equal:\n' + '\n'.join(different))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._raise(msg, f'{_short(member)} not found in {_short(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._raise(msg, f'{_short(member)} unexpectedly found in {_short(container)}')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._raise(msg, f'{_short(expr1)} is not {_short(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._raise(msg, f'unexpectedly identical: {_short(expr1)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._raise(msg, f'{_short(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._raise(msg, 'unexpectedly None')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._raise(msg, f'{_short(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._raise(msg, f'{_short(obj)} is an instance of {cls!r}')

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._raise(msg, f'{_short(a)} not less than {_short(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._raise(msg, f'{_short(a)} not less than or equal to {_short(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._raise(msg, f'{_short(a)} not greater than {_short(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._raise(msg, f'{_short(a)} not greater than or equal to {_short(b)}')

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = _compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        if not pattern.search(text):
            self._raise(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = _compile(unexpected_regex) if isinstance(unexpected_regex, (str, bytes)) else unexpected_regex
        match = pattern.search(text)
        if match:
            self._raise(msg, f'Regex matched: {match.group()!r} matches {pattern.pattern!r} in {text!r}')

    def _context(self, context, args, kwargs):
        if not args:
            context.msg = kwargs.pop('msg', None)
            return context
        function, *rest = args
        if function is None:
            return context
        context.call(function, rest, kwargs)

    def assertRaises(self, expected_exception, *args, **kwargs):
        kinds = expected_exception if isinstance(expected_exception, tuple) else (expected_exception,)
        if not all(isinstance(k, type) and issubclass(k, BaseException) for k in kinds):
            raise TypeError('assertRaises() arg 1 must be an exception type or tuple of exception types')
        return self._context(_Raises(expected_exception, self), args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return self._context(_Raises(expected_exception, self, expected_regex), args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        kinds = expected_warning if isinstance(expected_warning, tuple) else (expected_warning,)
        if not all(isinstance(kind, type) and issubclass(kind, Warning) for kind in kinds):
            raise TypeError('assertWarns() arg 1 must be a warning type or tuple of warning types')
        return self._warns(_Warns(expected_warning, self), args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return self._warns(_Warns(expected_warning, self, expected_regex), args, kwargs)

    def _warns(self, context, args, kwargs):
        if not args:
            context.msg = kwargs.pop('msg', None)
            return context
        with context:
            args[0](*args[1:], **kwargs)

    assertEquals = assertEqual
    assertNotEquals = assertNotEqual
    assert_ = assertTrue
    assertRaisesRegexp = assertRaisesRegex
    assertRegexpMatches = assertRegex
    failUnless = assertTrue


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


class TestLoader:
    testMethodPrefix = 'test'
    sortTestMethodsUsing = None
    testNamePatterns = None
    suiteClass = TestSuite
    errors = []

    def getTestCaseNames(self, testCaseClass):
        return sorted(name for name in dir(testCaseClass)
                      if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name)))

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?')
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *args, pattern=None, **kwargs):
        suites = []
        for name in dir(module):
            item = getattr(module, name)
            if isinstance(item, type) and issubclass(item, TestCase) and item not in (TestCase, FunctionTestCase):
                suites.append(self.loadTestsFromTestCase(item))
        suite = self.suiteClass(suites)
        load = getattr(module, 'load_tests', None)
        return load(self, suite, pattern) if load is not None else suite

    def loadTestsFromName(self, name, module=None):
        item = module
        for part in name.split('.'):
            parent, item = item, getattr(item, part)
        if isinstance(item, type) and issubclass(item, TestCase):
            return self.loadTestsFromTestCase(item)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(part)])
        if isinstance(item, TestSuite):
            return item
        made = item()
        return made if isinstance(made, TestSuite) else self.suiteClass([made])

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


class TestProgram:
    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *,
                 tb_locals=False):
        self.module = sys.modules[module] if isinstance(module, str) else module
        names = []
        for word in (sys.argv if argv is None else argv)[1:]:
            if word in ('-v', '--verbose'):
                verbosity = 2
            elif word in ('-q', '--quiet'):
                verbosity = 0
            elif word in ('-f', '--failfast'):
                failfast = True
            elif not word.startswith('-'):
                names.append(word)
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        if names:
            self.test = testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = testLoader.loadTestsFromModule(self.module)
        runner = TextTestRunner if testRunner is None else testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity, failfast=bool(failfast))
        self.result = runner.run(self.test)
        if exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
