"""Nested loops over integers."""
def f():
    s = 0
    for i in range(1000):
        for j in range(1000):
            s += i * j & 7
    return s
print(f())
