def t(f):
    try: f()
    except Exception as e: print(type(e).__name__ + ':', e)
class A: x = 1
t(lambda: nope)
t(lambda: 1 + 'a')
t(lambda: 'a' + 1)
t(lambda: [] + ())
t(lambda: 1 < 'a')
t(lambda: [1][5])
t(lambda: {}['k'])
t(lambda: A().y)
t(lambda: A.y)
t(lambda: None.x)
t(lambda: 5[0])
t(lambda: (1, 2)['a'])
t(lambda: 1 / 0)
t(lambda: 1 // 0)
t(lambda: 1 % 0)
t(lambda: 1.0 / 0)
t(lambda: -'a')
t(lambda: ~1.5)
t(lambda: 5 in 5)
t(lambda: iter(5))
t(lambda: len(5))
t(lambda: [x for x in 5])
t(lambda: {[]})
t(lambda: {}[[]])
t(lambda: next(iter([])))
t(lambda: int('abc'))
t(lambda: 'abc'.nope)
t(lambda: f'{5:zz}')
t(lambda: f'{"a":d}')
def g():
    l = [1]
    l['a'] = 2
t(g)
def h():
    (1, 2)[0] = 5
t(h)
def i():
    5 .x = 1
t(i)
def j():
    del [1][5]
t(j)
def k():
    for x in 5: pass
t(k)
def l():
    x = 5
    x += 'a'
t(l)
def m():
    del undefined_thing
t(m)
def n():
    x = 1
    del x
    del x
t(n)
