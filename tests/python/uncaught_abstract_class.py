class A:
    def f(self): return 1


print(A().f())
A.__abstractmethods__ = frozenset({'f'})
print(A.f(None))
print(A.__name__)
class B(A): pass
print(B().f())
print(A.__abstractmethods__)
A()
