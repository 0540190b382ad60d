class A:
    def __init__(self): self.v = 1
    def __getattribute__(self, name):
        if name.startswith('q'):
            return 'Q' + name
        return super().__getattribute__(name)
    def __getattr__(self, name): return 'made_' + name
    def method(self): return self.v
a = A()
print(a.v, a.qx, a.zzz, a.__class__.__name__, a.method(), getattr(a, 'other'), hasattr(a, 'any'))
class Counted:
    log = []
    def __getattribute__(self, name):
        Counted.log.append(name)
        return object.__getattribute__(self, name)
c = Counted()
c.x = 1
print(c.x, c.log, len(c.log))
try:
    c.missing
except AttributeError as error:
    print(error)
class Plain: pass
print(object.__getattribute__(Plain(), '__class__'), Plain.__getattribute__ is object.__getattribute__)
