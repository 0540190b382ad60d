# What the __dict__ of a class shows, and views of mappings that cannot change them.
class A:
    "doc"
    x=1
    def f(self): pass
class B(A): y=2
class C:
    __slots__=('a',)
class D(Exception): pass
class E(int): pass
class F:
    a: int = 3
import re
def sh(x): return re.sub(r'0x[0-9a-f]+','0x',repr(x))
for k in (A,B,C,D,E,F): print(sh(k.__dict__), type(k.__dict__).__name__, len(k.__dict__))
a=A(); a.z=1; print(a.__dict__, vars(a), A.__dict__['__dict__'].__get__(a), A.__dict__['x'], 'f' in A.__dict__)
try: A.__dict__['x']=2
except TypeError as e: print(e)
try: del A.__dict__['x']
except TypeError as e: print(e)
try: A.__dict__.x=1
except AttributeError as e: print(e)
del a.__dict__; print(a.__dict__); a.__dict__={'q':1}; print(a.q)
print([n for n in dir(A) if n not in dir(object)], B().__doc__, B.__doc__, [n for n in vars(A) if not n.startswith('__')])
import types
m=types.MappingProxyType({'a':1,'b':2}); print(m, m['a'], m.get('q',3), list(m), m|{'c':3}, m=={'a':1,'b':2}, list(reversed(m)), dict(m), {**m}, str(m), len(m), m.copy(), m.items())
try: m['a']=1
except TypeError as e: print(e)
try: m|={'a':1}
except TypeError as e: print(e)
try: types.MappingProxyType([1])
except TypeError as e: print(e)
d={}; m=types.MappingProxyType(d); d['n']=1; print(m)
del F.__annotations__
try: del F.__annotations__
except AttributeError as e: print(e)
class M(type):
    def __init__(c,n,b,d): print(n, [k for k in d if k!='__qualname__' and k!='__module__'])
class G(metaclass=M): u=1
print(types.new_class('N',(A,),{},lambda ns: ns.update(v=1)).v, types.resolve_bases((A,)), types.prepare_class('N',(A,))[0])
for bases, keywords in [((3,), {}), ((A,), {'metaclass': type})]:
    try:
        print(types.prepare_class('P', bases, keywords))
    except TypeError as error:
        print(error)


class Entries:
    def __mro_entries__(self, bases):
        return (A, int)


class Wrong:
    def __mro_entries__(self, bases):
        return [A]


print(types.resolve_bases((Entries(), str)), types.new_class('Q', (Entries(),)).__orig_bases__[0].__class__.__name__)
try:
    types.resolve_bases((Wrong(),))
except TypeError as error:
    print(error)


class OtherMeta(type):
    pass


class ThirdMeta(type):
    pass


try:
    types.new_class('R', (OtherMeta('X', (), {}),), {'metaclass': ThirdMeta})
except TypeError as error:
    print(error)
