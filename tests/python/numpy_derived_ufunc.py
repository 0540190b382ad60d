"""__array_ufunc__, __array_wrap__ and __array_priority__ of classes that stand beside arrays."""
import numpy as np


class Logged(np.ndarray):
    def __array_ufunc__(self, ufunc, method, *inputs, out=None, **kwargs):
        print('asked', ufunc.__name__, method, len(inputs), out is not None)
        plain = [one.view(np.ndarray) if isinstance(one, Logged) else one for one in inputs]
        if out is not None:
            kwargs['out'] = tuple(one.view(np.ndarray) for one in out)
        made = super().__array_ufunc__(ufunc, method, *plain, **kwargs)
        if made is NotImplemented or method == 'at':
            return made
        if out is not None:
            return out[0]
        return np.asarray(made).view(Logged)


a = np.arange(4.0).view(Logged)
print(repr(a + 1), repr(np.exp(a * 0)))
a += 2
print(repr(a), repr(-a), repr(a > 3), repr(abs(a)))
print(repr(a.sum()), repr(a.max()), repr(np.add.reduce(a)))
print(repr(np.add.accumulate(a)), repr(np.multiply.outer(a[:2], [1, 2])))
np.add.at(a, [0, 0], 1)
print(a.tolist())


class Wrapped(np.ndarray):
    __array_priority__ = 10

    def __array_wrap__(self, arr, context=None, return_scalar=False):
        print('wraps', context[0].__name__ if context else None, return_scalar)
        return super().__array_wrap__(arr, context, return_scalar)


w = np.array([3.0, 1.0]).view(Wrapped)
print(repr(np.negative(w)), repr(w + np.ones(2)), repr(w.sum()))
print(type(np.concatenate([w, [1.0]])).__name__, type(np.vstack([w, w])).__name__, type(w.view(Logged)).__name__)


class Box:
    def __init__(self, values):
        self.values = np.asarray(values)

    def __array__(self, dtype=None, copy=None):
        return self.values

    def __array_wrap__(self, arr, context=None, return_scalar=False):
        return Box(arr)

    def __repr__(self):
        return f'Box({self.values.tolist()})'


print(np.negative(Box([1, 2])), np.add(Box([1, 2]), 3), np.add([1, 2], Box([5, 6])))


class Number(np.lib.mixins.NDArrayOperatorsMixin):
    def __init__(self, value):
        self.value = np.asarray(value)

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        if method != '__call__':
            return NotImplemented
        return Number(ufunc(*[one.value if isinstance(one, Number) else one for one in inputs], **kwargs))

    def __repr__(self):
        return f'Number({self.value.tolist()})'


n = Number([1, 2])
print(n + 1, 1 - n, -n, n * n, n == 1, n ** 2, abs(n), 7 // n, n << 1, ~n, np.array([3, 4]) - n)
for bad in (lambda: np.add.reduce(n), lambda: np.array([1]).view(type=int), lambda: np.array([1]).view(Box),
            lambda: np.array([1]).view(Logged, Wrapped), lambda: np.array([1]).__array_wrap__(5)):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error).partition(' at 0x')[0])
