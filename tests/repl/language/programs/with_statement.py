class M:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        print('enter', self.name)
        return self.name
    def __exit__(self, kind, value, trace):
        print('exit', self.name, kind and kind.__name__, value)
        return self.swallow
with M('a') as x: print(x)
with M('a') as x, M('b') as y:
    print(x, y)
with (M('c') as x, M('d')):
    print(x)
with M('s', True):
    raise ValueError('gone')
try:
    with M('t'): raise KeyError('stays')
except KeyError as e: print('caught', e)
def ret():
    with M('r'):
        return 'value'
print(ret())
for i in range(2):
    with M(i):
        if i == 0: continue
        break
with M('o'):
    with M('i', True): 1 / 0
    print('after')
try:
    with 5: pass
except TypeError as e: print(e)
class NoExit:
    def __enter__(self): pass
try:
    with NoExit(): pass
except TypeError as e: print(e)
with M('tuple') as (a, *b): print(a, b)
