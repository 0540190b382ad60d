class Shape:
    count = 0
    def __init__(self, name):
        self.name = name; Shape.count += 1
    def area(self): return 0
    def describe(self): return f"{self.name}: {self.area():.2f}"
class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle"); self.r = r
    def area(self): return 3.14159 * self.r ** 2
class Square(Shape):
    def __init__(self, s):
        Shape.__init__(self, "square"); self.s = s
    def area(self): return self.s ** 2
    def describe(self): return super().describe() + "!"
for s in [Circle(1), Square(2), Shape("none")]: print(s.describe())
print(Shape.count, issubclass(Circle, Shape), isinstance(Square(1), Shape), Circle.__bases__ == (Shape,))
class A:
    def f(self): return "A"
class B(A):
    def f(self): return "B" + super().f()
class C(A):
    def f(self): return "C" + super().f()
class D(B, C):
    def f(self): return "D" + super().f()
print(D().f(), [c.__name__ for c in D.__mro__])
