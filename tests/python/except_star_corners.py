# except* inside except*, with tuples, with what is no group; jumps out of it.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
for src in ('for x in y:\n try: pass\n except* V: break','for x in y:\n try: pass\n except* V: continue','def f():\n try: pass\n except* V: return','try: pass\nexcept* V:\n for x in y: break','def f():\n try: pass\n except* V:\n  def g(): return 1','try: pass\nexcept* V: pass\nexcept T: pass', 'try: pass\nexcept*: pass'):
    try: compile(src,'s','exec'); print('ok')
    except SyntaxError as e: print(e.msg, e.lineno, e.offset)
try:
    try: raise ExceptionGroup('a', [ValueError(1), TypeError(2)])
    except* ValueError as e:
        try: raise ExceptionGroup('b', [KeyError(1)])
        except* KeyError as f: print('in', f.exceptions)
        print('v', e.exceptions)
    except* TypeError as e: print('t', e.exceptions)
except BaseException as e: print('left', repr(e))
def f(types):
    try: raise ExceptionGroup('a', [ValueError(1), TypeError(2), ExceptionGroup('n', [OSError(3)])])
    except* types as e: return_value = repr(e)
    return return_value
t(lambda: f(OSError)); t(lambda: f((ValueError, OSError))); t(lambda: f(3)); t(lambda: f(ExceptionGroup)); t(lambda: f((ValueError, ExceptionGroup))); t(lambda: f(Exception))
try:
    try: raise ValueError('naked')
    except* ValueError as e: print(repr(e), e.exceptions)
except BaseException as e: print(repr(e))
try:
    try: raise ValueError('naked')
    except* TypeError as e: pass
except BaseException as e: print(repr(e))
try:
    try: raise ExceptionGroup('a', [ValueError(1)])
    except* ValueError as e: raise e
except BaseException as e: print(repr(e))
