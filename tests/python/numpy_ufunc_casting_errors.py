import numpy as np

n = np.arange(3)
for make in ("n += 1.5", "n /= 2", "n *= 0.5", "n **= 0.5", "n -= np.float32(1)"):
    try:
        if make == "n += 1.5":
            n += 1.5
        elif make == "n /= 2":
            n /= 2
        elif make == "n *= 0.5":
            n *= 0.5
        elif make == "n **= 0.5":
            n **= 0.5
        else:
            n -= np.float32(1)
    except TypeError as error:
        print(make, type(error).__name__, error)
print(n)
n += True
n //= 2
n <<= 3
print(n, n @ n, divmod(n, 5), 2 ** n, n ** 2, n & 7, n ^ 1, ~n)
u = np.array([1, 2], dtype=np.uint8)
for make in (lambda: u + 300, lambda: u + (-1), lambda: n ** -1, lambda: n @ np.arange(2), lambda: -np.array([True]), lambda: np.array([True]) - True, lambda: n + None, lambda: n % "a"):
    try:
        make()
    except (TypeError, OverflowError, ValueError) as error:
        print(type(error).__name__, error)
print(u + 200, u * 2, u - 3, u / 2, u // 2, (u + 1).dtype, (u + 1.5).dtype, (u + np.int8(1)).dtype, 1 < u[0] < 3)
