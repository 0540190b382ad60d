x = 10
def f():
    x = 20
    def g(): return x
    return g()
print(f(), x)
def h(flag):
    if flag: y = 1
    return y
print(h(True))
try:
    h(False)
except UnboundLocalError as e:
    print(e)
a = b = []
a.append(1)
print(b, a is b)
x += 5
x -= 1
x *= 2
x //= 3
x **= 2
x %= 7
print(x)
y = 7
y /= 2
print(y)
