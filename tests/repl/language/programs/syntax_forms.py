x = 1; y = 2; print(x, y);
if x: print('a'); print('b')
print(1 + \
      2)
z = (1 +
     2 +  # a comment

     3)
print(z)
	
def f(
    a,
    b=1,
    *args,
): return a, b, args
print(f(1,
        2, ))
class A: pass
class B(A,): x = 1; y = 2
print(B.x, B.y)
def g(): return
print(g(), (yield_ := 3))
lst = [
    1,
    2,
]
print(lst, [
], {
    'a': 1,
})
"""a string statement"""
...
pass; pass
for i in 1, 2: print(i, end=' ')
for i in (1, 2): print(i, end=' ')
print()
def h(): return 1, *[2, 3]
print(h())
if x == 1 and \
   y == 2:
    print('continued')
while 0: pass
else: print('e')
print((lambda *, k=2: k)(), (lambda *a: a)(*[1]), (lambda **k: k)(a=1))
print(not x == 2, -x ** 2, - -x, ~-x, x if x else y, (x, y)[0])
assert x
assert x, 'no'
del z
async_ = 1; match = 5; case = match; print(match, case); type = 3; _ = 4
match = {'a': 1}
print(match['a'])
match['b'] = 2
print (match)
print(5 .__add__(1) if False else 5, 1 if True else 2, 1.5.is_integer() if False else '')
