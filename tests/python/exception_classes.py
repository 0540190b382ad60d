for name in ('ConnectionError', 'BrokenPipeError', 'ConnectionResetError', 'TimeoutError', 'BlockingIOError', 'ProcessLookupError',
             'StopAsyncIteration', 'UnicodeTranslateError', 'SyntaxWarning', 'ResourceWarning', 'ImportWarning', 'BytesWarning'):
    kind = eval(name)
    print(name, kind.__mro__[1].__name__, issubclass(kind, Exception))
print(type(OSError(2, 'x')).__name__, type(OSError(104, 'x')).__name__, type(OSError(110, 'x')).__name__, OSError(32, 'p'))
try:
    raise TimeoutError('late')
except OSError as error:
    print(repr(error))
error = ValueError('v').with_traceback(None)
print(error, error.__traceback__, error.args)
