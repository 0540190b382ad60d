class P:
    __match_args__ = ('x',)
    x = 1


def f(v):
    match v:
        case P(2): return 'two'
        case P(x): return x
        case int(n): return n


print(f(P()))
print(f(5))
print(f('a'))
print(f(None))
print(P.__match_args__)
match P():
    case P(1, 2): print('no')
