def f(x):
    try:
        print('try', x)
        if x == 1: raise ValueError('one')
        if x == 2: raise KeyError('two')
        if x == 3: return 'returned'
    except ValueError as e:
        print('value', e)
    except (KeyError, IndexError) as e:
        print('key', repr(e))
        return 'from except'
    else:
        print('else')
    finally:
        print('finally')
    return 'end'
for i in range(4): print(f(i))
def order():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('body', i)
        finally:
            print('fin', i)
    return 'x'
print(order())
def override():
    try: return 'try'
    finally: return 'finally'
print(override())
def swallow():
    while True:
        try: 1 / 0
        finally: break
    return 'swallowed'
print(swallow())
try:
    try: raise ValueError('a')
    except ValueError: raise TypeError('b')
except TypeError as e: print(repr(e.__context__), e.__cause__)
try:
    try: raise ValueError('a')
    except ValueError as v: raise TypeError('b') from v
except TypeError as e: print(repr(e.__cause__), e.__suppress_context__)
try: raise TypeError from None
except TypeError as e: print(e.__cause__, e.__suppress_context__)
class My(Exception):
    def __init__(self, code): self.code = code
try: raise My(5)
except Exception as e: print(type(e).__name__, e.code)
try:
    try: [][1]
    finally: print('cleanup')
except IndexError as e: print(e)
try: e
except NameError as n: print(n)
def reraise():
    try: {}['k']
    except KeyError:
        try: raise
        except KeyError as again: return 'again ' + str(again)
print(reraise())
try: raise 5
except TypeError as e: print(e)
try: raise
except RuntimeError as e: print(e)
try: assert 1 == 2, 'message'
except AssertionError as e: print(e)
try: assert False
except AssertionError as e: print(repr(e))
try:
    try: pass
    except ValueError: pass
    else: raise KeyError('in else')
except KeyError as e: print('outer', e)
def nested():
    try:
        try: raise ValueError(1)
        except KeyError: print('no')
        finally: print('inner finally')
    except ValueError as e: print('outer', e)
nested()
def gen_return():
    for i in [1, 2]:
        with_value = []
        try:
            with_value.append(i)
            return with_value
        finally:
            with_value.append('f')
print(gen_return())
try: int('x')
except (TypeError, ValueError): print('multi')
try:
    try: 1 / 0
    except 5: pass
except TypeError as e: print(e)
