a = [3, 1, 2]
a.append(4)
a.extend([5, 6])
a.insert(0, 0)
print(a, len(a), a.index(2), a.count(1), 3 in a)
print(a.pop(), a.pop(0), a)
a.remove(3)
a.sort(reverse=True)
print(a, a[0], a[-1], a[1:3], a[::-1], a[:])
a.reverse()
b = a.copy()
b[0] = 99
print(a, b, a + [7], a * 2, [0] * 3)
a[1:3] = [10, 11, 12]
print(a)
del a[0]
print(a)
del a[1:]
print(a)
