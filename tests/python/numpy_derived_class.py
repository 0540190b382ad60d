"""A class derived from ndarray: what is made of its objects is of the class again."""
import copy

import numpy as np


class Signal(np.ndarray):
    def __new__(cls, values, rate=1):
        made = np.asarray(values, dtype=float).view(cls)
        made.rate = rate
        return made

    def __array_finalize__(self, obj):
        super().__array_finalize__(obj)
        if obj is not None:
            self.rate = getattr(obj, 'rate', 1)

    @property
    def seconds(self):
        return len(self) / self.rate


s = Signal([1, 4, 2, 8], rate=2)
print(repr(s), s.rate, s.seconds, isinstance(s, np.ndarray))
for made in (s[1:], s * 2, 3 - s, s.reshape(2, 2), s.T, s.copy(), s.astype(int), np.sqrt(s), s[s > 1], -s, s.cumsum()):
    print(type(made).__name__, made.rate, made.tolist())
print(repr(s.sum()), repr(s.max()), type(s.argmax()).__name__, type(s[0]).__name__)
print(repr(s.mean()), repr(np.sum(s)), repr(s.round(1)), repr(s.clip(2, 4)))
print(type(np.asarray(s)).__name__, type(np.asanyarray(s)).__name__, type(np.array(s)).__name__,
      type(np.array(s, subok=True)).__name__)
print(type(np.zeros_like(s)).__name__, type(np.zeros_like(s, subok=False)).__name__, type(np.copy(s)).__name__,
      type(np.copy(s, subok=True)).__name__, type(s.astype(int, subok=False)).__name__)
print(type(copy.copy(s)).__name__, type(copy.deepcopy(s)).__name__, type(s.view(np.ndarray)).__name__)
s[0] = 9
s += 1
print(s, s.rate, s == 5)
print([type(x).__name__ for x in s], divmod(s, 2))
print(type(np.flip(s)).__name__, type(np.take(s, [0, 1])).__name__, type(np.add.reduce(s)).__name__,
      type(np.add.outer(s, s)).__name__, type(s.byteswap()).__name__)
print(repr(np.arange(24).reshape(2, 12).view(Signal)))


class Filled(np.ndarray):
    def __new__(cls, shape, value):
        made = super().__new__(cls, shape, dtype=int)
        made[...] = value
        return made

    def __init__(self, shape, value):
        self.value = value


f = Filled((2, 2), 7)
print(repr(f), f.value, hasattr(f[0], 'value'), f.__dict__)
print(issubclass(Filled, np.ndarray), Filled.__mro__[1].__name__, repr(np.array([1.5], dtype='f4').view(Filled)))
