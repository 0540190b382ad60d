"""The with blocks of a test: what is to be raised, what is to be warned of, a part of a test."""
import warnings
from re import compile as _compile
from unittest._skips import SkipTest, _ShouldStop


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
