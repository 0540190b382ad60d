"""Elements one by one."""
import numpy as np
a = np.arange(1000.0)
t = 0.0
for k in range(60):
    for i in range(1, 999):
        t += a[i - 1] * 0.5 + a[i + 1] * 0.5
        a[i] = a[i] * 0.999
print(t)
m = np.zeros((40, 40))
for k in range(30):
    for i in range(40):
        for j in range(40):
            m[i, j] += i * j + m[j, i] * 0.5
print(m.sum())
