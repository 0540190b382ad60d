class P:
    __slots__ = ('x', 'y')
    def __init__(self, x): self.x = x
p = P(1)
print(p.x, P.__slots__, P.x, hasattr(p, 'y'))
for code in ('p.z = 3', 'p.y', 'p.__dict__', 'del p.y', 'vars(p)', 'del p.x; p.x'):
    try:
        exec(code)
        print('fine:', code)
    except Exception as error:
        print(code, type(error).__name__, error)
p.y = 5
print(p.y)
class P2(P): pass
p2 = P2(3)
p2.other = 4
print(p2.x, p2.other)
class P3(P):
    __slots__ = ['w', '__private']
    def hide(self): self.__private = 7; return self.__private
p3 = P3(1)
p3.w = 2
print(p3.hide(), p3.w, p3.x)
try:
    p3.v = 3
except AttributeError as error:
    print(error)
for code in ("class P4:\n  __slots__ = ('a',)\n  a = 3", "class P5(int): __slots__ = ('a',)", "class P6: __slots__ = (3,)"):
    try:
        exec(code)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
