# Classes of the standard library that programs derive from or make themselves.
import argparse
import enum
import io
import logging
import pickle
import sys
import warnings
import zipfile
from collections.abc import MutableSequence, MutableSet

out = io.BytesIO()
pickle.Pickler(out, protocol=2).dump([1, "two"])
print(pickle.loads(out.getvalue()))
parser = argparse.ArgumentParser()
parser.add_argument("file", type=argparse.FileType("w"))
print(type(parser.parse_args(["made.txt"]).file).__name__)
with zipfile.ZipFile("a.zip", "w") as z:
    z.writestr(zipfile.ZipInfo("x.txt", (2020, 1, 2, 3, 4, 6)), "hello")
with zipfile.ZipFile("a.zip") as z:
    z.printdir()


@enum.global_enum
class Colour(enum.Enum):
    RED = 1


print(RED, Colour.RED.value)
try:
    logging.Handler().emit(None)
except NotImplementedError as error:
    print(error)
for work, kind in ((lambda: MutableSet.add({1}, 2), NotImplementedError), (lambda: MutableSet.discard({1}, 2),
                   NotImplementedError), (lambda: MutableSequence.insert([], 0, 1), IndexError)):
    try:
        work()
    except kind as error:
        print(type(error).__name__)
error = UnicodeTranslateError("abc", 1, 2, "no")
print(error.object, error.start, error.end, error.reason)
sys.stderr = text = io.StringIO()
warnings.showwarning("careful", UserWarning, "x.py", 3)
print(text.getvalue().split("\n")[0])
