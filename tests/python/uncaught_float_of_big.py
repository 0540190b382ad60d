x = 10**400
print(len(str(x)))
print(x % 7)
print(x > 1e308, x.bit_length())
print(str(x)[:3], x // 10**399)
print(float(x))
