x = 7**6000
print(x % 1000)
print(x.bit_length())
print(hash(x) > 0)
print(hex(x)[:6], x & 255)
print(x)
