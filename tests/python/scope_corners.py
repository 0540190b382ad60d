# Scopes: nonlocal and global in classes and functions between.
def t1():
    x = 42
    class X:
        locals()["x"] = 43
        y = x
    print(X.y)
    class X:
        locals()["x"] = 43
        del x
    print(hasattr(X, 'x'), x)
t1()
exec('''
y = 9
def f():
    y = 1
    def g():
        global y
        return y
    def h():
        return y + 1
    return g(), h()
print(f())
''', {})
def t3():
    def test(x):
        class c:
            nonlocal x
            x += 1
            def get(self): return x
        return c()
    c = test(3); print(c.get(), hasattr(c, 'x'))
t3()
exec('''
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
print(f())
x = 7
def f():
    x = 1
    def g():
        global x
        x = 2
        def i():
            def h(): return x
            return h()
        return i()
    return g()
print(f(), x)
x = 7
def f():
    global x
    def g(): 
        def h(): return x
        return h()
    return g()
print(f())
class Global:
    s = "foo"
    def global_func(self):
        global Global
        return Global.s
print(Global().global_func())
''', {})
class A:
    def f(self):
        nonlocal __class__
        __class__ = 42
    def g(self): return __class__
a=A(); print(a.g()); a.f(); print(a.g())
class B:
    def f(self): 
        class C:
            nonlocal __class__
            __class__ = 5
        return __class__
print(B().f())
