import numpy as np
def whole(rows, columns, seed):
    return ((np.arange(rows * columns) * 7919 + seed) % 19 - 9).reshape(rows, columns).astype(float)
for m, k, n in [(8, 2, 2), (9, 5, 3), (8, 161, 24), (17, 160, 25), (100, 300, 50), (300, 40, 51), (24, 33, 7), (31, 90, 47)]:
    a, b = whole(m, k, 1), whole(k, n, 5)
    c = a @ b
    exact = a.astype(int) @ b.astype(int)
    turned = np.asfortranarray(a) @ np.asfortranarray(b)
    print(m, k, n, c.shape, c.sum(), c[-1, -1], (c == exact).all(), (turned == exact).all(), (np.dot(b.T, a.T).T == c).all())
stack = whole(60, 20, 3).reshape(3, 20, 20)
print((stack @ stack).sum(axis=(1, 2)), np.matmul(stack, whole(20, 4, 2)).shape)
a = whole(40, 40, 2)
a[3, 4] = np.inf
print(np.isnan((a @ np.zeros((40, 9)))).sum(), (a[:, :30:2] @ a[:15, ::3])[5, 5])
