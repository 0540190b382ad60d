# warnings by hand, and the traceback module's printers.
import io
import sys
import traceback
import warnings

sys.stderr = sys.stdout
warnings.resetwarnings()
warnings.simplefilter("always")


def show(message, category, filename, lineno, file=None, line=None):
    print("shown:", category.__name__, message, lineno)


warnings.showwarning = show
warnings.warn("careful")
warnings.warn_explicit("old", DeprecationWarning, "other.py", 12)


def inner():
    raise ValueError("deep")


def outer():
    inner()


try:
    outer()
except ValueError as error:
    text = io.StringIO()
    traceback.print_exc(file=text)
    print([line.strip() for line in text.getvalue().split("\n")][-2])
    text = io.StringIO()
    traceback.print_exception(error, file=text, limit=1)
    print(text.getvalue().count("File"))
    frames = traceback.extract_tb(error.__traceback__)
    print([(f.name, f.lineno, f.line) for f in frames])
    print(len(traceback.format_tb(error.__traceback__)), len(traceback.format_tb(error.__traceback__, limit=1)))
    text = io.StringIO()
    traceback.print_tb(error.__traceback__, file=text)
    print(text.getvalue().count("outer()"))


def where():
    return [f.name for f in traceback.extract_stack()], len(traceback.format_stack())


print(where())
text = io.StringIO()
traceback.print_stack(file=text)
print(text.getvalue().count("File"))
frame = traceback.FrameSummary("x.py", 3, "f", line="x = 1")
print(frame.filename, frame.lineno, frame.name, frame.line, tuple(frame))
