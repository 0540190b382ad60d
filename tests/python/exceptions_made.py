# Every builtin exception class: made, its bases, its text.
import builtins

print(BlockingIOError(11, 'x').errno, BrokenPipeError('a'), BufferError('a'), BytesWarning('a'), ChildProcessError('a'))
print(ConnectionAbortedError('a'), ConnectionError('a'), ConnectionRefusedError('a'), ConnectionResetError('a'))
print(EncodingWarning('a'), FileExistsError('a'), FloatingPointError('a'), ImportWarning('a'), IndentationError('a'))
print(InterruptedError('a'), IsADirectoryError('a'), LookupError('a'), MemoryError('a'), ModuleNotFoundError('a'))
print(NotADirectoryError('a'), PendingDeprecationWarning('a'), PermissionError('a'), ProcessLookupError('a'))
print(RecursionError('a'), ResourceWarning('a'), StopAsyncIteration('a'), SyntaxWarning('a'), SystemError('a'))
print(TabError('a'), UnboundLocalError('a'), UnicodeError('a'), UnicodeWarning('a'), Warning('a'), repr(OSError(1, 'b', 'c')))
e = OSError(2, 'gone', 'a', None, 'b')
print(e, e.filename2, e.args)
e = Exception('noted')
e.add_note('first')
e.add_note('second')
print(e.__notes__, e.with_traceback(None) is e)
names = sorted(n for n in dir(builtins) if isinstance(getattr(builtins, n), type) and n.endswith(('Error', 'Warning')))
print([n for n in names if issubclass(getattr(builtins, n), OSError)])
