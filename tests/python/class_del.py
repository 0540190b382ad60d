class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self): print('gone', self.name)
x = Noisy(1)
x = None
def f():
    y = Noisy(2)
    print('inside')
f()
z = [Noisy(3), Noisy(4)]
z.pop()
z.clear()
print('after')
keep = []
class Back:
    def __del__(self): keep.append(self)
Back()
print(len(keep), type(keep[0]).__name__)
d = {'k': Noisy(5)}
del d['k']
try:
    n = Noisy(6)
    raise ValueError('v')
except ValueError:
    del n
print('end')
