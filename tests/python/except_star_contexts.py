# What except* makes of groups: contexts and causes of what handlers leave, raise and raise again.
def show(e, d=0):
    print(' '*d, repr(e)[:60], '| ctx', repr(e.__context__)[:50], '| cause', repr(e.__cause__)[:50], e.__suppress_context__)
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions: show(x, d+2)
def run(f):
    try: f()
    except BaseException as e: show(e)
def eg(): return ExceptionGroup('eg',[TypeError(1),ValueError(2)])
def a():
    try: raise eg()
    except* TypeError as e: raise SyntaxError('bad')
def b():
    try: raise eg()
    except* TypeError as e: raise SyntaxError('bad')
    except* ValueError as e: raise OSError('two')
def c():
    try: raise eg()
    except* TypeError as e: raise SyntaxError('bad') from e
def d():
    try: raise eg()
    except* TypeError as e: raise
def e():
    try: raise eg()
    except* TypeError as e: raise e
def f():
    try: raise TypeError(1)
    except* TypeError as e: raise SyntaxError('x')
def g():
    try: raise eg()
    except* TypeError: pass
def h():
    try: raise ExceptionGroup('o',[eg(),ValueError(3),OSError(4)])
    except* (TypeError,OSError) as e: show(e)
def i():
    try: raise eg()
    except* ValueError: raise
    except* TypeError: raise
def j():
    try:
        try: raise eg()
        except* ValueError: raise IndexError(1)
    except* IndexError as e: show(e)
def k():
    try: raise ValueError(9)
    except* TypeError: pass
def l():
    try: raise ValueError(9)
    except* ValueError as e: show(e)
def m():
    try: raise eg()
    except* ExceptionGroup: pass
def n():
    try: raise eg()
    except* 5: pass
def o():
    try: pass
    except* ValueError: pass
    else: print('else')
    finally: print('fin')
def p():
    try: raise eg()
    except* TypeError as q:
        try: raise KeyError
        except* KeyError: print('inner')
    except* ValueError: print('v')
for x in (a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p): print(x.__name__); run(x)
class MyEG(ExceptionGroup):
    def derive(self, excs): return MyEG(self.message, excs)
try: raise MyEG('my',[ValueError(1),TypeError(2)])
except* ValueError as z: print(repr(z))
except* TypeError as z: print(repr(z))
class Sub(ExceptionGroup):
    def __new__(cls, message, excs, unused): 
        o=super().__new__(cls, message, excs); o.u=unused; return o
s=Sub('m',[ValueError(1),TypeError(2)],5); print(repr(s.split(ValueError)), s.u)
q=eg(); q.__cause__=KeyError(1); q.add_note('n'); m,r=q.split(TypeError); print(repr(m.__cause__), m.__notes__, repr(r.__cause__), m.__context__, r.__notes__ is m.__notes__)
print(ExceptionGroup[int], isinstance(eg(),Exception))
try: ExceptionGroup('a')
except TypeError as e: print(e)
try: ExceptionGroup('a',1)
except TypeError as e: print(e)
try: ExceptionGroup(1,[ValueError()])
except TypeError as e: print(e)
try: ExceptionGroup('a',[ValueError()],3)
except TypeError as e: print(e)
try: eg().split(5)
except TypeError as e: print(e)
try: raise eg()
except ExceptionGroup as e: print(e, e.args, e.exceptions)
