class P:
    __slots__ = ('x',)


p = P()
p.x = 1
print(p.x)
print(P.__slots__)
print(hasattr(p, 'y'), hasattr(p, '__dict__'))
print(type(P.x).__name__, p.x + 1)
p.y = 2
