import numpy as np


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other.cents)

    def __lt__(self, other):
        return self.cents < other.cents

    def __repr__(self):
        return f"Money({self.cents})"

    def sqrt(self):
        return Money(int(self.cents ** 0.5))


m = np.array([Money(300), Money(100), Money(225)])
print(m, m.dtype, m.shape)
print(m.sum(), m + m, np.sort(m), m.argmin(), np.sqrt(m))
print(m[0] is m[::2][0], m[m < m[0]], list(m)[1], np.cumsum(m))
m[1] = Money(5)
print(m, repr(m[1:]))
del m
