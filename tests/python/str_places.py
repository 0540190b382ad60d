# Places in texts that are not ASCII, asked for in all orders.
s = 'añb€c😀d' * 7
print([s[i] for i in range(9)], [s[i] for i in range(len(s) - 1, len(s) - 9, -1)])
print(s[40], s[3], s[48], s[0], s[-1], s[20:24], s[5:2:-1], s[::10])
print(s.find('€'), s.find('€', 4), s.rfind('😀'), s.index('d', 20), s.find('ñ', -10), s.count('€', 3, 20))
found, at = [], s.find('b')
while at >= 0:
    found.append(at)
    at = s.find('b', at + 1)
print(found)
t = s.replace('ñ', 'x')
print(t[5], s[5], t[12], s[12], t[-3], s[-3])
try:
    s[49]
except IndexError as e:
    print(e)
