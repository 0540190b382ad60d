def count(n):
    i = 0
    while i < n:
        got = yield i
        if got: print('got', got)
        i += 1
    return 'done'
g = count(3)
print(next(g), g.send('x'), next(g))
try: next(g)
except StopIteration as e: print('stop', e.args)
def delegating():
    r = yield from count(2)
    print('result', r)
    yield from [10, 20]
    yield from (x for x in 'ab')
print(list(delegating()))
def fibs():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
out = []
for f in fibs():
    if f > 50: break
    out.append(f)
print(out)
def with_finally():
    try:
        yield 1
        yield 2
    finally:
        print('cleanup')
w = with_finally()
print(next(w))
w.close()
print(list(w))
for v in with_finally():
    print(v)
    break
def catcher():
    while True:
        try:
            yield 'ready'
        except ValueError as e:
            print('caught', e)
            yield 'handled'
c = catcher()
print(next(c), c.throw(ValueError('boom')), next(c))
try: c.throw(KeyError('k'))
except KeyError as e: print('out', e)
print(list(c))
def tree(t):
    if t:
        yield from tree(t[0])
        yield t[1]
        yield from tree(t[2])
print(list(tree(((None, 1, None), 2, (None, 3, None)))))
def echo():
    x = None
    while True: x = yield x
e = echo()
next(e)
print(e.send(1), e.send([2]))
try: count(1).send(5)
except TypeError as err: print(err)
def stopper():
    raise StopIteration
    yield
try: list(stopper())
except RuntimeError as err: print(err)
def inner():
    try: yield 1
    except ValueError: yield 'inner handled'
    return 'r'
def outer():
    r = yield from inner()
    yield r
o = outer()
print(next(o), o.throw(ValueError), next(o))
def recursive():
    yield next(me)
me = recursive()
try: next(me)
except ValueError as err: print(err)
def handled():
    try: 1 / 0
    except ZeroDivisionError:
        yield 'in handler'
        try: raise
        except ZeroDivisionError as e: yield str(e)
try: raise KeyError('outer')
except KeyError:
    h = handled()
    print(next(h))
print(next(h), list(h))
print(sum(i * i for i in (j + 1 for j in range(3))))
