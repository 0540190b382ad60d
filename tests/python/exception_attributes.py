# What the exceptions of Python know besides their text.
error = OSError(2, "No such file or directory", "a.txt", None, "b.txt")
print(error.errno, error.strerror, error.filename, error.filename2, error.args)
print(error, type(error).__name__)

for kind in (SyntaxError, IndentationError, TabError):
    error = kind("bad thing", ("lesson.py", 3, 5, "x = = 1", 3, 6))
    print(error.msg, error.filename, error.lineno, error.offset, error.text, error.end_lineno, error.end_offset)

error = UnicodeDecodeError("ascii", b"caf\xe9", 3, 4, "ordinal not in range(128)")
print(error, "|", error.encoding, error.object, error.start, error.end, error.reason)
error = UnicodeEncodeError("latin-1", "a\u20ac", 1, 2, "no such letter")
print(error, "|", error.start, error.reason)
print(UnicodeTranslateError("ab", 0, 1, "not that one"))

try:
    try:
        {}["key"]
    except KeyError:
        raise ValueError("no key") from None
except ValueError as error:
    print(error.__suppress_context__, error.__cause__, repr(error.__context__))
    error.add_note("looked for 'key'")
    error.add_note("and found nothing")
    print(error.__notes__)
    try:
        error.add_note(3)
    except TypeError as problem:
        print(problem)
