# Methods and modules that are made by calling their types; floats that are none.
import types

class A:
    def m(self, x):
        return (self.name, x)

a = A()
a.name = 'a'
a.bound = types.MethodType(lambda self, x: [self.name, x], a)
print(a.bound(3), types.MethodType(A.m, a)(4), types.MethodType(A.m, a) == a.m)
print(types.MethodType(print, 'first')('second'), isinstance(a.bound, types.MethodType))
for arguments in ((5, a), (len, None)):
    try:
        types.MethodType(*arguments)
    except TypeError as e:
        print(e)
m = types.ModuleType('made', 'its doc')
m.x = 5
exec('y = x + 1', m.__dict__)
print(m, m.__name__, m.__doc__, m.x, m.y, types.ModuleType('n').__doc__)

class F:
    def __float__(self):
        return 1

class G:
    def __index__(self):
        return 2

print(float(G()))
try:
    float(F())
except TypeError as e:
    print(e)
