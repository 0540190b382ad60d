# Large ranges; code with free variables; calls that lead to themselves.
class A: 
    def __setattr__(self, n, v): raise AttributeError
x=2**70
r = range(x, x+10)
print(len(r), r[3], r.index(x+1), x in r, r.count(x+2), list(reversed(r))[0], r[2:5], r == range(x,x+10), hash(r)==hash(range(x,x+10)))
try: print(len(range(-x, x)))
except OverflowError as e: print(e)
r=range(0,2**63); 
try: print(len(r))
except OverflowError as e: print(e)
print(r[-1], 2**63-1 in r, r[2**62], range(-2**63,2**63)[5])
print(list(range(2**63-2, 2**63+2)), list(range(2**63+1,2**63-2,-1)))
exec("a=1\nb=2"); print(a+b)
def f(x):
    return eval('x+1'), lambda: x
print(f(3)[0])
def g(x):
    def h(): return x + 1
    exec(h.__code__.__class__ and 'y=x')
    return h
print(g(3)())
def foo(x):
    def func(): return x
    try: exec(func.__code__)
    except TypeError as e: print(e)
    return func
foo(3)
import sys
class Rec:
    def __getattr__(self, n): return getattr(self, n)
try: Rec().x
except RecursionError as e: print('rec', e)
class A2:
    __hash__ = None
print(isinstance([], A2))
class A3: pass
A3.__call__ = A3()
try: A3()()
except RecursionError as e: print('rec2')
