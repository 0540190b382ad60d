x: int = 3
y: str
print(__annotations__)
class A:
    a: int = 3
    b: "B"
    __private: float = 1.0
    if True:
        late: list[str]
    def m(self, q: float) -> int: return 1
class C(A): pass
class D(A):
    z: int | None = None
print(A.__annotations__, A.m.__annotations__)
print(C.__annotations__, D.__annotations__, D().__annotations__)
class E:
    d = {}
    d[print('key')]: print('annotation')
print(E.__annotations__)
try:
    class F:
        x: nope = 3
except NameError as error:
    print(error)
A.__annotations__ = {'k': 1}
print(A.__annotations__)
