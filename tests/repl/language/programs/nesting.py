def f(depth):
    for a in range(2):
        if a:
            while True:
                try:
                    with M():
                        for b in range(3):
                            if b == 1:
                                try: return (a, b)
                                finally: print('inner', depth)
                finally:
                    print('outer', depth)
class M:
    def __enter__(self): print('in')
    def __exit__(self, *a): print('out', a)
print(f(1))
def g():
    out = []
    for i in range(5):
        try:
            try:
                if i == 1: continue
                if i == 3: break
                out.append(i)
            finally: out.append('f%d' % i)
        except ValueError: pass
        else: out.append('else')
    else: out.append('no')
    return out
print(g())
def h():
    try:
        try: raise ValueError('v')
        except ValueError as e:
            try: raise KeyError('k')
            except KeyError as e2:
                return repr(e), repr(e2), repr(e2.__context__)
    finally: print('h done')
print(h())
def loop_except():
    for i in range(3):
        try: raise ValueError(i)
        except ValueError as e:
            if i == 1: break
            continue
    return i
print(loop_except())
