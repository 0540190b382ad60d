def side(n):
    print('side', n)
    return n
print(side(1) < side(2) < side(3))
print(side(3) < side(2) < side(1))
if side(1) < side(5) > side(2): print('yes')
if not (side(1) > side(5) > side(2)): print('no')
def between(a, x, b): return a <= x <= b
print(between(1, 2, 3), between(1, 4, 3), between(1.0, 1, 2))
print([1, 2] < [1, 3], (1,) == (1,), "a" < "b", {1: 2} == {1: 2.0}, [] == ())
x = None
print(x == None, x is None, x != 0)
while 1 < 2 < 3:
    print('once')
    break
def f(x, y, z):
    if x < y and not y > z or x == z: return 'a'
    elif x and (y or z): return 'b'
    return 'c'
print(f(1, 2, 3), f(3, 2, 1), f(0, 5, 1), f(0, 0, 0), f(1, 0, 0.5))
