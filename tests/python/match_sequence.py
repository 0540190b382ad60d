def f(v):
    match v:
        case []: return 'empty'
        case [x]: return f'one {x}'
        case [1, *rest]: return f'from 1 {rest}'
        case (x, y) if x == y: return f'twins {x}'
        case [a, [b, *c], *_, d]: return f'nest {a} {b} {c} {d}'
        case [first, *_]: return f'first {first}'
        case {'k': v, 'm': {'n': n}}: return f'map {v} {n}'
        case {'t': 1, **rest}: return f'rest {rest}'
        case {}: return 'a dict'
        case _: return 'other'
for v in ([], [7], [1, 2, 3], (4, 4), [1], [0, [2, 3, 4], 5, 6], [9, 8, 7], {'k': 1, 'm': {'n': 2}}, {'t': 1, 'z': 3}, {'t': 2}, range(2), 'ab', b'ab'):
    print(f(v))
def g():
    match 1, 2:
        case a, b: return a + b
print(g())
match (1, 2, 3):
    case 1, *mid, 3: print(mid)
