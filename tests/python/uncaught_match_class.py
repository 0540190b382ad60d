def f(v):
    match v:
        case int(): return 'int'
        case str(a): return a
        case len(): return 'never'


print(f(1))
print(f('x'))
print(f(True))
print(f(''))
print(f(2**70))
f([])
