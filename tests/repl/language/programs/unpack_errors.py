def t(f):
    try: f()
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
def a(): x, y = 1, 2, 3
def b(): x, y, z = [1, 2]
def c(): x, y = 5
def d(): x, *y, z = [1]
def e(): x, y = iter([1])
def f(): x, y = (i for i in range(5))
def g(): (x, y), z = 1, 2
def h():
    for x, y in [(1, 2, 3)]: pass
def i(): [x] = ''
def j(): x, y = {1: 2}
def k(): [*5]
def l(): {**5}
def m(): x, = []
for fn in (a, b, c, d, e, f, g, h, i, j, k, l, m): t(fn)
