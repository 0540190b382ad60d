a = [3, 1, 2]
a.append(4)
a.extend([5, 6])
a.insert(0, 0)
a.remove(3)
a.sort(reverse=True)
a.reverse()
b = a.copy()
b[0] = 99
a[1:3] = [10, 11, 12]
del a[0]
del a[1:]
a += (1, 2)
print(a)
a.clear()
print(a, not a)
m = [[0] * 3 for _ in range(2)]
m[0][1] = 5
print(m)
print([1, 2] == [1, 2], [1, 2] < [1, 3], [1, [2, [3]]], list("abc"), list((1, 2)))
c = [1, 2, 3, 4, 5, 6]
c[::2] = [0, 0, 0]
print(c)
del c[::2]
print(c)
x = [1]
x.append(x)
print(x)
