class A(int): pass


print(A(3) + 1)
print(isinstance(A(1), int))
print(A.__mro__)
print(type(A(2) * 2))
print(bool(A(0)))


class B(bool): pass
