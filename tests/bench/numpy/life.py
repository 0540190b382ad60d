"""Conway's game with slices and with roll."""
import numpy as np
rng = np.random.RandomState(1)
Z = rng.randint(0, 2, (128, 128))
def step(Z):
    N = (Z[0:-2, 0:-2] + Z[0:-2, 1:-1] + Z[0:-2, 2:] +
         Z[1:-1, 0:-2] + Z[1:-1, 2:] +
         Z[2:, 0:-2] + Z[2:, 1:-1] + Z[2:, 2:])
    birth = (N == 3) & (Z[1:-1, 1:-1] == 0)
    survive = ((N == 2) | (N == 3)) & (Z[1:-1, 1:-1] == 1)
    Z[...] = 0
    Z[1:-1, 1:-1][birth | survive] = 1
    return Z
for i in range(1500):
    step(Z)
print(Z.sum())
Z = rng.randint(0, 2, (100, 100))
for i in range(300):
    n = sum(np.roll(np.roll(Z, i, 0), j, 1) for i in (-1, 0, 1) for j in (-1, 0, 1) if (i or j))
    Z = ((n == 3) | (Z & (n == 2))).astype(int)
print(Z.sum())
