class A:
    def __init_subclass__(cls, size): cls.size = size


class B(A, size=3): pass


print(B.size)
print(B().size)
print(A.__subclasses__())
print(hasattr(A, 'size'))
print(B.__bases__)


class C(A, colour='red'): pass
