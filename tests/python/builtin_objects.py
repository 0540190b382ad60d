print(isinstance(3, int), isinstance(True, int), isinstance("a", (int, str)), issubclass(bool, int))
print(type(3), type("a"), type([]), type(None), type(print).__name__, type(3.0).__name__)
print(callable(len), callable(3), callable(lambda: 0))
class P:
    x = 1
p = P()
print(hasattr(p, "x"), hasattr(p, "y"), getattr(p, "y", 5))
setattr(p, "z", 9)
print(p.z, vars(p), p.__dict__)
