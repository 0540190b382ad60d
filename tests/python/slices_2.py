a = list(range(10))
s = "abcdefgh"
t = tuple(a)
sl = slice(1, 8, 3)
b = a[:]
b[2:4] = []
print(b)
b[len(b):] = [99]
print(b)
b[:0] = [-1]
print(b)
b[1:4] = "xy"
print(b)
try:
    b[::2] = [1]
except ValueError as e:
    print(e)
try:
    a["a":2]
except TypeError as e:
    print(e)
class G:
    def __getitem__(self, k): return k
print(G()[1:2], G()[1, 2], G()[::2, ...], G()[:], G()["a"])
