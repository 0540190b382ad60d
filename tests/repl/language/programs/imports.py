"""m and m.n are modules that the test itself makes."""
from __future__ import annotations
import m
import m as alias, m.n
from m import x, text as t
from m import (x as y,
               text,)
import m.n as inner
print(m.x, alias.x, m.n.x, x, t, y, text, inner.x)
x = None
from m import *
print(x)
try: import nope
except ModuleNotFoundError as e: print(e)
try: import nope.sub as q
except ImportError as e: print(e)
try: from m import missing
except ImportError as e: print(e)
def f():
    from m import n
    import m.n
    return n.x + m.x
print(f())
try: from . import sibling
except ImportError as e: print(e)
try: _hidden
except NameError as e: print(e)
