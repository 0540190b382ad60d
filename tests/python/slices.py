a = list(range(10))
print(a[2:5], a[:3], a[7:], a[-3:], a[:-7])
print(a[::3], a[::-1], a[8:2:-2], a[5:2], a[100:])
print(a[-100:2])
s = "abcdefgh"
print(s[1:], s[:-1], s[::2], s[::-1], s[-1:-4:-1], s[3:3] == "")
t = tuple(a)
print(t[1:4], t[::-4])
sl = slice(1, 8, 3)
print(a[sl], sl, sl.start, sl.indices(5))
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
