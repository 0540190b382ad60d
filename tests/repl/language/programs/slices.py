l = list(range(10))
print(l[2:5], l[:3], l[7:], l[::3], l[::-1], l[-3:], l[8:2:-2], l[:], l[100:], l[5:1])
l[2:4] = ['a', 'b', 'c']
print(l)
l[::2] = [0] * len(l[::2])
print(l)
del l[1:4]
print(l, 'hello'[1:-1], (1, 2, 3)[1:])
class S:
    def __getitem__(self, k): return k
s = S()
print(s[1], s[1, 2], s[1:2], s[::2], s[1:2, 3], s[..., None], s[:, 0], s[()], s[1:2:3, ...], s[(1, 2)])
m = [[1, 2], [3, 4]]
print(m[1][0], m[-1][-1])
i = 1
print(l[i], l[-i], l[i:i + 2], "abc"[i])
