# Tracebacks that are set; contexts that are renewed and run in circles.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
import sys
try: raise ValueError(1)
except ValueError as e:
    tb = e.__traceback__; print(sys.exception() is e)
    e.__traceback__ = None; print(e.__traceback__); e.__traceback__ = tb; print(e.__traceback__ is not None)
    t(lambda: setattr(e, '__traceback__', 3))
    n = KeyError(2).with_traceback(tb); print(n.__traceback__.tb_lineno == tb.tb_lineno, n.with_traceback(None).__traceback__)
try: 
    a = KeyError('a'); b = ValueError('b')
    try: raise a
    except KeyError:
        try: raise b
        except ValueError: raise a
except KeyError as e: print(repr(e.__context__), e.__context__.__context__)
a.__context__ = b; b.__context__ = a
try:
    try: raise a
    except KeyError: raise TypeError('x')
except TypeError as e: print(repr(e.__context__))
