"""The with blocks of a test: what is to be raised, what is to be warned of, what is to be logged."""
import sys
import warnings
from collections import namedtuple as _namedtuple
from re import compile as _compile

__name__ = 'unittest.case'


class _Context:
    """A block about which something is asked at its end."""

    def __init__(self, case):
        self.test_case = case
        self.msg = None

    def _fail(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))


class _Expects(_Context):
    """A block, or a call, that is to raise or to warn; `pattern` is searched in what it says."""

    def __init__(self, kind, case, pattern=None):
        super().__init__(case)
        self.expected = kind
        self.expected_regex = _compile(pattern) if isinstance(pattern, (str, bytes)) else pattern
        if pattern is not None and not hasattr(self.expected_regex, 'search'):
            raise TypeError('first argument must be string or compiled pattern')
        self._by = ''

    def handle(self, name, args, kwargs):
        """What assertRaises and its like do: call the function they got, or be a block themselves."""
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(kind, type) and issubclass(kind, self._base_type) for kind in kinds):
            raise TypeError('%s() arg 1 must be %s' % (name, self._base_type_str))
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError('%r is an invalid keyword argument for this function' % (next(iter(kwargs)),))
            return self
        function, *rest = args
        self._by = f' by {getattr(function, "__name__", function)}'
        with self:
            function(*rest, **kwargs)

    def _name(self):
        return getattr(self.expected, '__name__', None) or str(self.expected)

    def _matches(self, text):
        return self.expected_regex is None or self.expected_regex.search(str(text))

    def _fail_match(self, text):
        self._fail(f'"{self.expected_regex.pattern}" does not match "{text}"')


class _AssertRaisesContext(_Expects):
    _base_type, _base_type_str = BaseException, 'an exception type or tuple of exception types'

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            self._fail(f'{self._name()} not raised{self._by}')
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        if not self._matches(value):
            self._fail_match(value)
        return True


class _AssertWarnsContext(_Expects):
    _base_type, _base_type_str = Warning, 'a warning type or tuple of warning types'

    def __enter__(self):
        for module in list(sys.modules.values()):
            if getattr(module, '__warningregistry__', None):
                module.__warningregistry__ = {}
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, kind, value, trace):
        self.warnings_manager.__exit__(kind, value, trace)
        if kind is not None:
            return False
        fitting = [caught for caught in self.warnings if isinstance(caught.message, self.expected)]
        for caught in fitting:
            if self._matches(caught.message):
                self.warning, self.filename, self.lineno = caught.message, caught.filename, caught.lineno
                return False
        if fitting:
            self._fail_match(fitting[0].message)
        self._fail(f'{self._name()} not triggered{self._by}')


_LoggingWatcher = _namedtuple('_LoggingWatcher', ['records', 'output'])


class _AssertLogsContext(_Context):
    """A block that is to log (or, with no_logs, is not to): only its own handler sees what it logs."""

    LOGGING_FORMAT = '%(levelname)s:%(name)s:%(message)s'

    def __init__(self, case, logger, level, no_logs):
        import logging
        super().__init__(case)
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging.getLevelNamesMapping().get(level, level) if level else logging.INFO
        self.no_logs = no_logs

    def _handler(self):
        from logging import Formatter, Handler
        watcher = self.watcher = _LoggingWatcher([], [])

        class CapturingHandler(Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(self.format(record))
        handler = CapturingHandler(self.level)
        handler.setFormatter(Formatter(self.LOGGING_FORMAT))
        return handler

    def __enter__(self):
        logger = self.logger
        self._before = logger.handlers, logger.level, logger.propagate
        logger.handlers = [self._handler()]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else self.watcher

    def __exit__(self, kind, value, trace):
        from logging import getLevelName
        handlers, level, propagate = self._before
        self.logger.handlers, self.logger.propagate = handlers, propagate
        self.logger.setLevel(level)
        if kind is not None:
            return False
        if self.no_logs and self.watcher.records:
            self._fail(f'Unexpected logs found: {self.watcher.output!r}')
        if not self.no_logs and not self.watcher.records:
            self._fail(f'no logs of level {getLevelName(self.level)} or higher triggered on {self.logger.name}')
