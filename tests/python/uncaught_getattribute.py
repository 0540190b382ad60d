class A:
    def __getattribute__(self, name):
        if name == 'x': return 1
        raise AttributeError(f'no {name} here')


a = A()
print(a.x)
print(hasattr(a, 'y'))
print(getattr(a, 'z', 'default'))
print(type(a).__name__)
print(A.__name__)
a.other
