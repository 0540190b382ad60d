# The hook that shows exceptions, called by hand: it writes to sys.stderr, whatever that is.
import contextlib
import io
import sys

caught = io.StringIO()
try:
    [].pop()
except IndexError as error:
    with contextlib.redirect_stderr(caught):
        sys.__excepthook__(type(error), error, error.__traceback__)
lines = caught.getvalue().splitlines()
print(lines[0], lines[-1], len(lines) > 2)
try:
    sys.excepthook(1)
except TypeError as error:
    print(type(error).__name__)
print(sys.excepthook is sys.__excepthook__)
