a, b = 2**64, -3**50
print(int(1e30), int(-1e300) % 1000007, float(a), float(b), float(10**22 + 1), 2**53 + 1.0)
print(a.to_bytes(12, 'big'), b.to_bytes(16, 'little', signed=True), (5).to_bytes(), (-1).to_bytes(10, 'big', signed=True))
print(int.from_bytes(b'\xff' * 10, 'big'), int.from_bytes(b'\xff' * 10, 'big', signed=True))
print(int.from_bytes(b'\x01' + b'\0' * 9, 'little'), int.from_bytes(b'\x80' + b'\0' * 8, 'big', signed=True))
print(a.as_integer_ratio(), (1e300).as_integer_ratio()[1], (0.1).as_integer_ratio(), (5e-324).as_integer_ratio()[1] == 2**1074)
print(round(a, -3), round(10**30 + 7, -30), round(b, -5), round(15, -1), round(25, -1), round(-25, -1), round(123, -5))
print(round(2**63, -18), round(1e30), round(5, 3), round(a), round(-2**70, -1), round(10**20 * 5, -21))
print(a.real, a.imag, a.numerator, a.denominator, a.conjugate(), a.__index__(), a.__bool__(), a.__float__(), type(a))
