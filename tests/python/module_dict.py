# The names of a module as a dict: its own, not a copy.
import json
import math
import sys

print(type(math.__dict__).__name__, "sin" in math.__dict__, "sin" in vars(math), math.__dict__["floor"](2.5))
print("dumps" in json.__dict__, json.__dict__ is vars(json), "nothing" in vars(json))
main = sys.modules["__main__"]
main.__dict__["made"] = 7
print(made, vars()["made"], main.__dict__ is globals(), main.made)
main.other = 8
print(other, globals()["other"])
try:
    vars(3)
except TypeError as error:
    print(error)
