def f(v):
    match v:
        case 0: return 'zero'
        case -1 | 1.5: return 'minus or float'
        case None: return 'none'
        case True: return 'true'
        case 'a' | 'b' as s: return f'str {s}'
        case int(n) | float(n): return f'number {n}'
        case str(): return 'some str'
        case bytes(b): return f'bytes {b}'
        case _: return 'other'
for v in (0, -1, 1.5, None, True, False, 'a', 'b', 'zz', 42, 2.5, b'q', {1}, object):
    print(f(v))
match, case = 1, 2
print(match, case)
match = {'a': 1}
match['a'] = 5
print(match)
for i in range(6):
    match i:
        case 0: continue
        case 4: break
        case n: print('loop', n)
x = 'kept'
match [1, 2]:
    case [x, 9]: pass
    case _: print(x)
match 5:
    case x if x > 10: print('big', x)
    case x: print('bound', x)
