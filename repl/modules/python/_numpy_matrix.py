"""numpy.matrix: tables whose * is the product of matrices. A matrix holds an array of two dimensions and answers as
one; functions of numpy take it as that array and give arrays."""
import numpy as np


def _from_text(text):
    """The numbers of "1 2; 3 4"."""
    import ast
    rows = []
    for row in text.replace('[', '').replace(']', '').split(';'):
        rows.append([ast.literal_eval(word) for word in row.replace(',', ' ').split()])
    if any(len(row) != len(rows[0]) for row in rows):
        raise ValueError('Rows not the same size.')
    return rows


def _plain(value):
    return value._array if isinstance(value, matrix) else value


def _wrapped(value):
    if isinstance(value, np.ndarray) and value.ndim == 2:
        made = matrix.__new__(matrix)
        made._array = value
        return made
    return value


def _rows(value):
    """A result of one dimension as a matrix of one row."""
    value = np.asarray(value)
    return _wrapped(value.reshape(1, -1)) if value.ndim < 2 else _wrapped(value)


def _operator(name):
    def method(self, other):
        made = getattr(self._array, name)(np.asarray(_plain(other)) if isinstance(_plain(other), (list, tuple)) else
                                          _plain(other))
        return _wrapped(made)
    return method


class matrix:
    """A table of two dimensions, from a text such as "1 2; 3 4", nested lists or an array."""
    __module__ = 'numpy'

    __array_priority__ = 10.0

    def __init__(self, data, dtype=None, copy=True):
        if isinstance(data, str):
            data = _from_text(data)
        array = np.array(_plain(data), dtype=dtype) if copy else np.asarray(_plain(data), dtype=dtype)
        if array.ndim > 2:
            raise ValueError('shape too large to be a matrix.')
        if array.ndim < 2:
            array = array.reshape(1, -1)
        self._array = array

    def __array__(self, dtype=None, *, copy=None):
        return self._array if dtype is None else self._array.astype(dtype)

    shape = property(lambda self: self._array.shape)
    dtype = property(lambda self: self._array.dtype)
    ndim = property(lambda self: 2)
    size = property(lambda self: self._array.size)
    real = property(lambda self: _wrapped(self._array.real))
    imag = property(lambda self: _wrapped(self._array.imag))
    flat = property(lambda self: self._array.flat)
    T = property(lambda self: _wrapped(self._array.T))
    A = property(lambda self: self._array)
    A1 = property(lambda self: self._array.ravel())

    @property
    def H(self):
        return _wrapped(self._array.T.conj())

    @property
    def I(self):
        square = self.shape[0] == self.shape[1]
        return _wrapped((np.linalg.inv if square else np.linalg.pinv)(self._array))

    def getT(self):
        return self.T

    def getA(self):
        return self._array

    def getA1(self):
        return self.A1

    def getH(self):
        return self.H

    def getI(self):
        return self.I

    def __len__(self):
        return len(self._array)

    def __iter__(self):
        for row in self._array:
            yield _rows(row)

    def __getitem__(self, key):
        made = self._array[_plain(key) if not isinstance(key, tuple) else tuple(_plain(k) for k in key)]
        if not isinstance(made, np.ndarray):
            return made
        column = isinstance(key, tuple) and len(key) == 2 and isinstance(key[1], (int, np.integer))
        if made.ndim == 1 and column:
            return _wrapped(made.reshape(-1, 1))
        return _rows(made)

    def __setitem__(self, key, value):
        self._array[_plain(key) if not isinstance(key, tuple) else tuple(_plain(k) for k in key)] = _plain(value)

    def __mul__(self, other):
        other = _plain(other)
        if np.isscalar(other):
            return _wrapped(self._array * other)
        other = np.asarray(other)
        other = other.reshape(1, -1) if other.ndim == 1 else other
        return _wrapped(np.dot(self._array, other))

    def __rmul__(self, other):
        if np.isscalar(other):
            return _wrapped(other * self._array)
        return _wrapped(np.dot(matrix(other)._array, self._array))

    def __matmul__(self, other):
        return _wrapped(np.matmul(self._array, np.asarray(_plain(other))))

    def __rmatmul__(self, other):
        return _wrapped(np.matmul(np.asarray(other), self._array))

    def __pow__(self, n):
        return _wrapped(np.linalg.matrix_power(self._array, n))

    def __neg__(self):
        return _wrapped(-self._array)

    def __pos__(self):
        return self

    def __abs__(self):
        return _wrapped(abs(self._array))

    __hash__ = None

    def __repr__(self):
        return np.array_repr(self._array).replace('array(', 'matrix(').replace('\n', '\n ')

    def __str__(self):
        return str(self._array)

    def tolist(self):
        return self._array.tolist()

    def copy(self, order='C'):
        return _wrapped(self._array.copy())

    def astype(self, dtype):
        return _wrapped(self._array.astype(dtype))

    def item(self, *args):
        return self._array.item(*args)

    def reshape(self, *shape, order='C'):
        return _rows(self._array.reshape(*shape, order=order))

    def transpose(self, *axes):
        return self.T

    def ravel(self, order='C'):
        return _rows(self._array.ravel(order))

    def flatten(self, order='C'):
        return _rows(self._array.flatten(order))

    def squeeze(self, axis=None):
        return _rows(self._array.squeeze(axis) if axis is not None else self._array.squeeze())

    def dot(self, other):
        return self * other

    def conj(self):
        return _wrapped(self._array.conj())

    def round(self, decimals=0):
        return _wrapped(self._array.round(decimals))

    def diagonal(self, *args):
        return _rows(self._array.diagonal(*args))

    def trace(self):
        return _rows(self._array.trace())

    def ptp(self, axis=None, out=None):
        made = np.ptp(self._array, axis)
        return made if axis is None else _wrapped(np.expand_dims(made, axis))

    def fill(self, value):
        self._array.fill(value)

    def nonzero(self):
        return self._array.nonzero()


def _reduction(name):
    def method(self, axis=None, *args, **kwargs):
        if axis is None:
            return getattr(self._array, name)(*args, **kwargs)
        made = getattr(self._array, name)(axis, *args, **kwargs)
        return _wrapped(np.expand_dims(made, axis))
    return method


for _name in ('sum', 'prod', 'mean', 'std', 'var', 'min', 'max', 'any', 'all', 'argmin', 'argmax'):
    setattr(matrix, _name, _reduction(_name))
for _name in ('add', 'radd', 'sub', 'rsub', 'truediv', 'rtruediv', 'floordiv', 'mod', 'lt', 'le', 'gt', 'ge', 'eq',
              'ne'):
    setattr(matrix, f'__{_name}__', _operator(f'__{_name}__'))


def asmatrix(data, dtype=None):
    """A matrix over the same memory where it can."""
    return data if isinstance(data, matrix) and dtype is None else matrix(data, dtype=dtype, copy=False)


def _named(names, name):
    if name not in names:
        raise NameError(f'name {name!r} is not defined')
    return names[name]


def bmat(obj, ldict=None, gdict=None):
    """A matrix of blocks."""
    if isinstance(obj, str):
        if gdict is None:
            raise NotImplementedError('bmat of a text looks its names up in two dictionaries: bmat(text, locals(), globals())')
        names = {**gdict, **(ldict or {})}
        obj = [[_named(names, name) for name in row.replace(',', ' ').split()] for row in obj.split(';')]
    if isinstance(obj, (list, tuple)):
        rows = obj if isinstance(obj[0], (list, tuple)) else [obj]
        return _wrapped(np.concatenate([np.concatenate([np.asarray(_plain(block)) for block in row], axis=1)
                                        for row in rows], axis=0))
    return matrix(obj)
