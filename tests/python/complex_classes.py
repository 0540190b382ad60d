class C:
    def __complex__(self): return 1 + 2j
class F:
    def __float__(self): return 2.5
class Z(complex):
    def size(self): return abs(self)
z = Z(3, 4); z.name = 'z'
print(complex(C()), complex(F()), complex(F(), 1), z, z.size(), type(z + 1), z.name, Z('1j'))
match 1 + 2j:
    case 1 + 2j: print('matched')
