"""Operators of a class that is an array by its __array_ufunc__ alone."""
import numpy as np


def _refuses(other):
    return getattr(other, '__array_ufunc__', 0) is None


def _binary(ufunc, name, turned=False):
    def method(self, other):
        if _refuses(other):
            return NotImplemented
        return ufunc(other, self) if turned else ufunc(self, other)
    method.__name__ = f'__{name}__'
    return method


def _inplace(ufunc, name):
    def method(self, other):
        return ufunc(self, other, out=(self,))
    method.__name__ = f'__i{name}__'
    return method


def _unary(ufunc, name):
    def method(self):
        return ufunc(self)
    method.__name__ = f'__{name}__'
    return method


class NDArrayOperatorsMixin:
    """Defines all operators by the ufuncs that arrays have for them."""
    __slots__ = ()

    __lt__ = _binary(np.less, 'lt')
    __le__ = _binary(np.less_equal, 'le')
    __eq__ = _binary(np.equal, 'eq')
    __ne__ = _binary(np.not_equal, 'ne')
    __gt__ = _binary(np.greater, 'gt')
    __ge__ = _binary(np.greater_equal, 'ge')

    __add__ = _binary(np.add, 'add')
    __radd__ = _binary(np.add, 'radd', turned=True)
    __iadd__ = _inplace(np.add, 'add')

    __sub__ = _binary(np.subtract, 'sub')
    __rsub__ = _binary(np.subtract, 'rsub', turned=True)
    __isub__ = _inplace(np.subtract, 'sub')

    __mul__ = _binary(np.multiply, 'mul')
    __rmul__ = _binary(np.multiply, 'rmul', turned=True)
    __imul__ = _inplace(np.multiply, 'mul')

    __matmul__ = _binary(np.matmul, 'matmul')
    __rmatmul__ = _binary(np.matmul, 'rmatmul', turned=True)
    __imatmul__ = _inplace(np.matmul, 'matmul')

    __truediv__ = _binary(np.true_divide, 'truediv')
    __rtruediv__ = _binary(np.true_divide, 'rtruediv', turned=True)
    __itruediv__ = _inplace(np.true_divide, 'truediv')

    __floordiv__ = _binary(np.floor_divide, 'floordiv')
    __rfloordiv__ = _binary(np.floor_divide, 'rfloordiv', turned=True)
    __ifloordiv__ = _inplace(np.floor_divide, 'floordiv')

    __mod__ = _binary(np.remainder, 'mod')
    __rmod__ = _binary(np.remainder, 'rmod', turned=True)
    __imod__ = _inplace(np.remainder, 'mod')

    __divmod__ = _binary(np.divmod, 'divmod')
    __rdivmod__ = _binary(np.divmod, 'rdivmod', turned=True)

    __pow__ = _binary(np.power, 'pow')
    __rpow__ = _binary(np.power, 'rpow', turned=True)
    __ipow__ = _inplace(np.power, 'pow')

    __lshift__ = _binary(np.left_shift, 'lshift')
    __rlshift__ = _binary(np.left_shift, 'rlshift', turned=True)
    __ilshift__ = _inplace(np.left_shift, 'lshift')

    __rshift__ = _binary(np.right_shift, 'rshift')
    __rrshift__ = _binary(np.right_shift, 'rrshift', turned=True)
    __irshift__ = _inplace(np.right_shift, 'rshift')

    __and__ = _binary(np.bitwise_and, 'and')
    __rand__ = _binary(np.bitwise_and, 'rand', turned=True)
    __iand__ = _inplace(np.bitwise_and, 'and')

    __xor__ = _binary(np.bitwise_xor, 'xor')
    __rxor__ = _binary(np.bitwise_xor, 'rxor', turned=True)
    __ixor__ = _inplace(np.bitwise_xor, 'xor')

    __or__ = _binary(np.bitwise_or, 'or')
    __ror__ = _binary(np.bitwise_or, 'ror', turned=True)
    __ior__ = _inplace(np.bitwise_or, 'or')

    __neg__ = _unary(np.negative, 'neg')
    __pos__ = _unary(np.positive, 'pos')
    __abs__ = _unary(np.absolute, 'abs')
    __invert__ = _unary(np.invert, 'invert')
