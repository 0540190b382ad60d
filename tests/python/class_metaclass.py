class M(type):
    def __new__(mcls, name, bases, ns, **kw):
        ns['made_by'] = mcls.__name__
        return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.kw = kw
    def __call__(cls, *a, **k):
        print('calling', cls.__name__, a, k)
        return super().__call__(*a, **k)
    def __len__(cls): return 42
    def __getitem__(cls, k): return ('item', k)
    def __iter__(cls): return iter([1, 2])
    def __contains__(cls, v): return v == 7
    @property
    def prop(cls): return 'p' + cls.__name__
    def meth(cls): return 'm' + cls.__name__
    def __repr__(cls): return f'<M {cls.__name__}>'
    def __getattr__(cls, n): return 'dynamic_' + n
class A(metaclass=M, opt=3):
    def __init__(self, v): self.v = v
print(A, A.made_by, A.kw, A(5).v, len(A), A['k'], list(A), 7 in A, A.prop, A.meth(), type(A), A.unknown)
print(isinstance(A, type), isinstance(A, M), type(A(1)))
class A2(A): pass
print(A2, type(A2), A2(1).v, A2.made_by, A2.mro(), M('X', (), {'k': 1}).k)
class Registry(type):
    known = {}
    def __new__(mcls, name, bases, ns):
        cls = super().__new__(mcls, name, bases, ns)
        mcls.known[name] = cls
        return cls
class R1(metaclass=Registry): pass
class R2(R1): pass
print(sorted(Registry.known), Registry.known['R2'] is R2)
