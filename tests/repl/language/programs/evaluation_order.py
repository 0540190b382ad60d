def v(n, x=None):
    print(n, end=' ')
    return x if x is not None else n
v(1) + v(2) * v(3)
print()
{v('k1'): v('v1'), v('k2'): v('v2')}
print()
def f(*a, **k): print('called')
f(v(1), *v(2, [9]), k=v(3), **v(4, {}))
l = [0] * 5
l[v(1)] = v(2)
print()
l[v(1)] += v(2)
print(l)
v(1) < v(2) < v(0) < v(9)
print()
v(0) and v(1) or v(2)
print()
a, b = v(1), v(2)
print()
class C: pass
c = C()
v('obj', c).x = v('val')
print()
x = v(1) if v(0) else v(2)
print(x)
[v(i) for i in v('it', [7, 8])]
print()
v('f', f)(v('arg'))
def d(a=v('d1'), *, b=v('d2')): pass
print()
v('s', [1, 2, 3])[v(0):v(2):v(1)]
print()
