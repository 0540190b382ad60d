from __future__ import print_function, absolute_import, division
import warnings
warnings.filterwarnings("ignore")
import os, sys
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
print(3 / 2, "ok")
warnings.simplefilter("ignore")
warnings.warn("nothing")
import math as m, os.path as osp
print(m.sqrt(9), osp.join("a", "b"))
try:
    import not_a_module
except ImportError as e:
    print(type(e).__name__, e)
try:
    from math import nope
except ImportError as e:
    print(str(e)[:32])
try:
    import numpy
    HAVE = True
except ImportError:
    HAVE = False
print(HAVE)
