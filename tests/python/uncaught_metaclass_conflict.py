class M1(type): pass
class M2(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass


print(type(A).__name__, type(B).__name__)
print(isinstance(A, M1), isinstance(A, M2))
print(M1.__mro__[1])
print(A.__mro__)
print(issubclass(M1, type))


class C(A, B): pass
