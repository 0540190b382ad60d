class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x = x; self.y = y
class Color: RED = 1; BLUE = 'b'
def f(v):
    match v:
        case Point(0, y): return f'p0 {y}'
        case Point(x=px, y=Point(x=q)): return f'pp {px} {q}'
        case Point(): return 'point'
        case Color.RED: return 'red'
        case Color.BLUE | 'blue': return 'blue'
        case dict(d): return f'dict {d}'
        case list([a, b]): return f'pair {a} {b}'
        case _: return 'other'
for v in (Point(0, 5), Point(2, Point(3, 4)), Point(1, 1), 1, 'b', 'blue', {'z': 1}, [1, 2], [1]):
    print(f(v))
for code in ('match Point(1, 2):\n case Point(1, 2, 3): pass', 'match 1:\n case int(1, 2): pass', 'match 1:\n case f(): pass'):
    try:
        exec(code)
    except TypeError as error:
        print(error)
