a = 3 + 4j
print(a, abs(a))
print(a == 3 + 4j)
print(a * a.conjugate())
print(a.real, a.imag)
print(max([1, 2]))
print(sorted([2j, 1j]))
