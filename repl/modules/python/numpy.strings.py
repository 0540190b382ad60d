"""numpy.strings: what numpy.char has, under its newer name."""

from numpy.char import (add, capitalize, center, count, decode, encode, endswith, equal, expandtabs, find, greater,
                        greater_equal, index, isalnum, isalpha, isdecimal, isdigit, islower, isnumeric, isspace,
                        istitle, isupper, less, less_equal, ljust, lower, lstrip, mod, not_equal, partition,
                        replace, rfind, rindex, rjust, rpartition, rstrip, startswith, str_len, strip, swapcase, title,
                        translate, upper, zfill)
from numpy.char import _multiply as multiply
