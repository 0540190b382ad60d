class M:
    def __init__(s,n): s.n=n
    def __enter__(s): print('in',s.n); return s.n
    def __exit__(s,*a): print('out',s.n, a[0], type(a[2]).__name__)
with (M(1) as a, M(2) as b): print(a,b)
with (M(1), M(2)): pass
with (M(1), M(2) as b): pass
with (M(1)) as a: print(a)
with (M(1) if True else M(2)) as a: print(a)
with (M(1), M(2),): pass
try:
    with M(3):
        raise ValueError
except ValueError as e: print(type(e.__traceback__))
def f():
    count=0
    while True:
        try:
            return 1
        finally:
            count+=1
            break
    return 'end',count
print(f())
def g():
    count=0
    while count<2:
        count+=1
        try:
            return 1
        finally:
            continue
    return 'end',count
print(g())
def h():
    for i in range(2):
        for j in range(2):
            try: return i
            finally:
                if j: break
                continue
    return 'x', i, j
print(h())
exec("""if 1:
    def f():
        y = 1
        def g():
            global y
            return y
        def h():
            return y + 1
        return g, h
    y = 9
    g, h = f()
    print(g(), h())
""")
exec("""if 1:
    x = 7
    def f():
        x = 1
        def g():
            global x
            def i():
                def h():
                    return x
                return h()
            return i()
        return g()
    print(f(), x)
""")
