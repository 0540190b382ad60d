# Every class of exception can be made and raised by hand, and is caught by its bases.
kinds = [BlockingIOError, BrokenPipeError, BufferError, ChildProcessError, ConnectionError, ConnectionAbortedError,
         ConnectionRefusedError, ConnectionResetError, FileExistsError, FloatingPointError, ImportError,
         InterruptedError, IsADirectoryError, KeyboardInterrupt, LookupError, MemoryError, ModuleNotFoundError,
         NameError, NotADirectoryError, PermissionError, ProcessLookupError, RecursionError, StopAsyncIteration,
         SystemError, UnboundLocalError, UnicodeError]
for kind in kinds:
    try:
        raise kind("by hand")
    except BaseException as error:
        print(type(error).__name__, error.args, str(error), isinstance(error, OSError), isinstance(error, Exception))

for kind in (Warning, BytesWarning, EncodingWarning, ImportWarning, PendingDeprecationWarning, ResourceWarning,
             SyntaxWarning, UnicodeWarning):
    warning = kind("careful", 2)
    print(repr(warning), kind.__mro__[1].__name__, issubclass(kind, Warning))
