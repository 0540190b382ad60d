print((5).__add__(3), [].__len__(), 'a'.__contains__('a'), {'a': 1}.__or__({'b': 2}), list.__class__, type.__name__, (1.5).__neg__())
print([1, 2].__getitem__(0), (1, 2).__eq__((1, 2)), 'ab'.__mul__(2), (7).__floordiv__(2), (2).__rpow__(3), {1, 2}.__and__({2}), (5).__format__('03d'))
class A:
    """Doc."""
    x = 1
    def m(self): pass
class B(A): pass
print(A.__name__, A.__qualname__, A.__module__, A.__doc__, B.__bases__, B.__mro__, A.__subclasses__(), B.__base__, sorted(k for k in A.__dict__ if k[0] != '_'))
print(A().__class__, A.m.__name__, A().m.__func__ is A.m, A().m.__self__.__class__, A.__class__, type(A).__mro__)
p = property(lambda self: 1, None, lambda self: 2, 'text')
print(p.fset, p.fget(0), p.fdel(0), p.__doc__, p.__isabstractmethod__)
print({}.keys().isdisjoint([1]), {1: 2}.items().isdisjoint([(1, 2)]), {1: 2}.keys().mapping, classmethod(len).__func__, staticmethod(len).__name__)
print(iter(iter([1, 2, 0, 3]).__next__, 0).__next__(), list(iter([5, 6, 0, 7].pop, 5)), object.__subclasshook__(int))
print(super(B, B()).__thisclass__, super(B, B()).__self_class__, (5).__class__.__name__, None.__class__, ....__class__)
