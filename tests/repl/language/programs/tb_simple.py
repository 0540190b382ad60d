def f(x):
    return g(x) + 1
def g(x):
    y = x + 1
    return y / 0
f(1)
