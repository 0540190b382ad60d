class I(int):
    def __new__(cls, v, tag='t'):
        self = super().__new__(cls, v)
        self.tag = tag
        return self
    def twice(self): return self * 2
    def __repr__(self): return f'I({int(self)})'
a = I(5, 'x')
print(a, a.tag, a.twice(), type(a.twice()), a + 1, 1 + a, a == 5, hash(a) == hash(5), isinstance(a, int), [1, 2, 3, 4, 5, 6][a])
print(a < 6, -a, abs(a), f'{a:03d}', '%d' % a, int(a), float(a), bool(I(0)), a.bit_length(), range(a), type(a.real), str(a))
print(a // 2, divmod(a, 2), round(a), a ** 2, {5: 'five'}[a], a.__dict__, a & 4, a << 2, a / 2, a % 3, ~a)
print(I(2**70), I(2**70) + 1, I('12'), max(I(3), 2), sum([I(1), I(2)]), sorted([I(3), I(1)]), I.from_bytes(b'\x01'))
class Level(int):
    LOW = 1
    def __add__(self, other): return Level(int(self) + other)
    def __str__(self): return f'level {int(self)}'
print(Level(1) + 2, type(Level(1) + 2), Level(3) - 1, Level.LOW, f'{Level(2)}', repr(Level(4)))
class F(float):
    def half(self): return self / 2
f = F(2.5)
f.name = 'n'
print(f, f.half(), type(f + 1), f.is_integer(), f == 2.5, f.name, f'{f:.2f}', F('1e3'), isinstance(f, float), round(f), int(f), F(), bool(F()))
