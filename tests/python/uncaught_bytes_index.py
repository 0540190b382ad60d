b = bytearray(b'abc')
print(b)
b[0] = 65
print(b, b[0])
print(bytes(b), b.find(b'c'))
print(len(b), b[-1])
print(b + b'!')
b[1] = 256
