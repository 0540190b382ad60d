a = bytearray(b'hello')
print(a, a[0], a[1:3], len(a), a + b'!', b'!' + a, a * 2, type(a.upper()), a == b'hello', b'hello' == a, a.decode(), bool(bytearray()))
a[0] = 72; a.append(33); a.extend(b'??'); a.extend([1, 2]); a.insert(0, 65)
print(a, a.pop(), a.pop(0), a)
a += b'xyz'; a *= 2
print(a)
a.remove(ord('e')); a.reverse()
print(a)
del a[0]; del a[:3]; a[1:2] = b'LONG'
print(a)
a[::2] = bytes(len(a[::2]))
print(a)
del a[::3]
print(a, a.copy() == a)
a.clear()
print(a, bytearray(3), bytearray('é', 'utf-8'), bytearray([1, 2]), bytearray.fromhex('0aff'), sorted(bytearray(b'cab')))
print(bytearray(b'a').join([b'x', b'y']), bytearray(b'a') < b'b', list(reversed(bytearray(b'ab'))), isinstance(a, bytes), bytes(bytearray(b'q')))
class Index:
    def __index__(self): return 3
print(bytearray(Index()), b'abcdef'[Index()])
