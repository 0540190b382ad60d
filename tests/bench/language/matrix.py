"""A product of matrices in lists."""
def multiply(a, b):
    n, m, p = len(a), len(b), len(b[0])
    c = [[0.0] * p for _ in range(n)]
    for i in range(n):
        row, out = a[i], c[i]
        for j in range(p):
            s = 0.0
            for k in range(m):
                s += row[k] * b[k][j]
            out[j] = s
    return c
a = [[float(i + j) for j in range(110)] for i in range(110)]
print(multiply(a, a)[3][4])
