# Floats, complex numbers and ints as objects.
x = 2.75
print(x.real, x.imag, x.conjugate(), x.__floor__(), x.__ceil__(), (-x).__floor__(), (-x).__ceil__())
print(float.fromhex("0x1.8p3"), float.fromhex("-0x.1p4"), float.fromhex("inf"), (0.1).hex(), float.fromhex((0.1).hex()))
try:
    float.fromhex("zebra")
except ValueError as error:
    print(error)
z = 3 - 4j
print(z.__complex__(), complex(z), abs(z), z.conjugate())
print((7).__getnewargs__(), (2 ** 70).__getnewargs__(), (12).conjugate(), (12).real, (12).imag)
print((5).__sizeof__() >= 8, object().__sizeof__() >= 8, (2 ** 200).__sizeof__() > (5).__sizeof__())


class Plain:
    size = 3

    def area(self):
        return self.size ** 2


names = object.__dir__(Plain())
print("area" in names, "size" in names, "volume" in names, "__class__" in names)
