i = 0
while i < 10:
    i += 1
    if i == 3: continue
    if i == 7: break
    print(i, end=' ')
else:
    print('not here')
print()
while i > 5:
    i -= 1
else:
    print('while else', i)
for i in range(5):
    if i == 10: break
else:
    print('for else', i)
for i in range(10, 0, -3): print(i, end=' ')
print()
for i in range(3):
    for j in range(3):
        if j == 2: break
        if i == 1: continue
        print((i, j), end=' ')
print()
for a, (b, *c) in [(1, (2, 3, 4)), (5, (6,))]:
    print(a, b, c)
for x in [1, 2, 3]:
    x = x * 2
    print(x, end=' ')
print(x)
for i in []: print('never')
else: print('empty else')
items = [1, 2, 3]
for v in items:
    if v < 3: items.append(v + 10)
    if len(items) > 6: break
print(items)
for k in {'a': 1, 'b': 2}: print(k)
for ch in 'xyz': print(ch, end='')
print()
d = {}
for d['k'] in range(3): pass
print(d)
def find(rows, want):
    for i in range(len(rows)):
        for j in range(len(rows[i])):
            if rows[i][j] == want: return i, j
    return None
print(find([[1, 2], [3, 4]], 4), find([[1]], 9))
n = 0
while True:
    n += 1
    if n > 1000: break
print(n)
