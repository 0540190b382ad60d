"""Sparse matrices: the places and values of the stored elements. All formats keep the same three arrays (row, col, data):
CSR row by row, CSC column by column (inside of these in any order, as SciPy), the others as they were given."""
import numpy as np


def issparse(x):
    """Whether x is a sparse matrix or array."""
    return isinstance(x, Sparse)


def summed(rows, cols, values, shape):
    """Elements in the order of rows; those of one place are added, from left to right."""
    if len(values) == 0:
        return rows, cols, values
    keys, inverse = np.unique(rows.astype(np.int64) * shape[1] + cols, return_inverse=True)
    if len(keys) == len(values):
        out = np.empty(len(keys), dtype=values.dtype)
        out[inverse] = values
    else:
        out = np.zeros(len(keys), dtype=values.dtype)
        np.add.at(out, inverse, values)
    return (keys // shape[1]).astype(np.int32), (keys % shape[1]).astype(np.int32), out


class Sparse:
    """What the formats share. `_matrix`: sums and products are numpy.matrix and `*` is the product of matrices."""
    __array_ufunc__ = None
    __array_priority__ = 10.1
    ndim = 2
    _matrix = True

    def __init__(self, arg1, shape=None, dtype=None, copy=False):
        if issparse(arg1):
            rows, cols, data, shape = arg1.row, arg1.col, arg1.data, arg1.shape
        elif isinstance(arg1, tuple) and len(arg1) == 2 and all(isinstance(n, (int, np.integer)) for n in arg1):
            shape = arg1
            rows = cols = np.zeros(0, dtype=np.int32)
            data = np.zeros(0, dtype=np.float64 if dtype is None else dtype)
        elif isinstance(arg1, tuple) and len(arg1) == 2:
            data, (rows, cols) = np.asarray(arg1[0]), arg1[1]
            rows, cols = np.asarray(rows), np.asarray(cols)
            if shape is None:
                shape = (int(rows.max()) + 1, int(cols.max()) + 1)
        elif isinstance(arg1, tuple) and len(arg1) == 3:
            rows, cols, data, shape = self._of_pointers(arg1, shape)
        else:
            array = np.asarray(arg1)
            if array.ndim == 1:
                array = array.reshape(1, -1)
            if array.ndim != 2:
                raise TypeError(f"expected dimension <= 2 array or matrix" if self._matrix else
                                f"{self.format.upper()} arrays don't support {array.ndim}D input. Use 1D or 2D")
            rows, cols = np.nonzero(array)
            data, shape = array[rows, cols], array.shape
        if dtype is not None:
            data = data.astype(dtype)
        elif data.dtype.kind not in 'biufc':
            raise ValueError(f"scipy.sparse does not support dtype {data.dtype}. The only supported types are: bool, "
                             "int8, uint8, int16, uint16, int32, uint32, int64, uint64, longlong, ulonglong, float32, "
                             "float64, longdouble, complex64, complex128, clongdouble.")
        kept = isinstance(arg1, tuple) and len(arg1) == 3 or issparse(arg1) and arg1.format == self.format
        self._set(rows, cols, data, (int(shape[0]), int(shape[1])), kept)

    def _of_pointers(self, arg1, shape):
        data, inner, pointers = (np.asarray(a) for a in arg1)
        outer = np.repeat(np.arange(len(pointers) - 1), np.diff(pointers))
        most = int(inner.max()) + 1 if len(inner) else 0
        if self.format == 'csc':
            return inner, outer, data, (most, len(pointers) - 1) if shape is None else shape
        return outer, inner, data, (len(pointers) - 1, most) if shape is None else shape

    def _set(self, rows, cols, data, shape, kept=False):
        """`kept`: the elements are in the order of the format already."""
        rows, cols = rows.astype(np.int32), cols.astype(np.int32)
        if len(data):
            for name, places, size in (('row', rows, shape[0]), ('column', cols, shape[1])):
                if places.max() >= size:
                    raise ValueError(f"{'axis 0' if name == 'row' else 'axis 1'} index {int(places.max())} exceeds "
                                     f"matrix dimension {size}")
        if kept or self.format == 'coo':
            pass
        elif self.format == 'csc':
            cols, rows, data = summed(cols, rows, data, shape[::-1])
        else:
            rows, cols, data = summed(rows, cols, data, shape)
        self.row, self.col, self.data, self.shape = rows, cols, data, shape

    def _like(self, rows, cols, data, shape, format=None, kept=False):
        out = _made(format or self.format, self._matrix)
        out._set(rows, cols, data, shape, kept)
        return out

    # ---- What it is ----

    @property
    def dtype(self):
        """The dtype of the values."""
        return self.data.dtype

    @property
    def nnz(self):
        """How many elements are stored."""
        return len(self.data)

    @property
    def size(self):
        """How many elements are stored."""
        return len(self.data)

    @property
    def indices(self):
        """The columns (of CSC: the rows) of the stored elements."""
        return self.row if self.format == 'csc' else self.col

    @property
    def indptr(self):
        """Where each row (of CSC: column) begins among the stored elements."""
        csc = self.format == 'csc'
        counts = np.bincount(self.col if csc else self.row, minlength=self.shape[1 if csc else 0])
        return np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)

    @property
    def T(self):
        """Rows as columns."""
        return self.transpose()

    def transpose(self, axes=None, copy=False):
        """Rows as columns."""
        format = {'csr': 'csc', 'csc': 'csr'}.get(self.format, self.format)
        return self._like(self.col, self.row, self.data, self.shape[::-1], format, True)

    def getnnz(self, axis=None):
        """How many elements are stored: in all, in each column (axis=0) or each row."""
        if axis is None:
            return self.nnz
        return np.bincount(self.col if axis == 0 else self.row, minlength=self.shape[1 - axis])

    def count_nonzero(self):
        """How many of the stored elements are not zero."""
        return int(np.count_nonzero(self.data))

    def __len__(self):
        raise TypeError("sparse array length is ambiguous; use getnnz() or shape[0]")

    def __bool__(self):
        if self.shape == (1, 1):
            return self.nnz != 0
        raise ValueError("The truth value of an array with more than one element is ambiguous. Use a.any() or "
                         "a.all().")

    def __array__(self, dtype=None, copy=None):
        raise TypeError("a sparse matrix is no array: call .toarray(), or make the encoder with sparse_output=False")

    def __iter__(self):
        for i in range(self.shape[0]):
            yield self[i]

    def __repr__(self):
        name = _NAMES[self.format]
        kind = 'matrix' if self._matrix else 'array'
        more = ''
        if self.format == 'dia':
            more = f' ({len(np.unique(self.col.astype(np.int64) - self.row))} diagonals)'
        return (f"<{name} sparse {kind} of dtype '{self.dtype}'\n\twith {self.nnz} stored elements{more} and shape "
                f"{self.shape}>")

    def __str__(self):
        if not self.nnz:
            return repr(self)
        lines = [f'  ({i}, {j})\t{value}' for i, j, value in zip(self.row.tolist(), self.col.tolist(), self.data)]
        if len(lines) > 50:
            lines = lines[:25] + ['  :\t:'] + lines[-25:]
        return '\n'.join([repr(self), '  Coords\tValues'] + lines)

    # ---- Other forms ----

    def toarray(self, order=None, out=None):
        """As an array."""
        out = np.zeros(self.shape, dtype=self.dtype)
        if self.format == 'coo':
            np.add.at(out, (self.row, self.col), self.data)
        else:
            out[self.row, self.col] = self.data
        return out

    def todense(self):
        """As a numpy.matrix (of sparse arrays: an array)."""
        return np.matrix(self.toarray()) if self._matrix else self.toarray()

    def asformat(self, format, copy=False):
        """In another format: 'csr', 'csc', 'coo', ..."""
        if format == self.format and not copy:
            return self
        return self._like(self.row, self.col, self.data.copy(), self.shape, format,
                          format == self.format or format == 'coo')

    def tocsr(self, copy=False):
        """In the order of rows."""
        return self.asformat('csr', copy)

    def tocsc(self, copy=False):
        """In the order of columns."""
        return self.asformat('csc', copy)

    def tocoo(self, copy=False):
        """As places and values."""
        return self.asformat('coo', copy)

    def tolil(self, copy=False):
        """As lists of rows."""
        return self.asformat('lil', copy)

    def copy(self):
        """A copy."""
        return self._each(self.data.copy())

    def astype(self, dtype, casting='unsafe', copy=True):
        """Values of another dtype."""
        return self._each(self.data.astype(dtype))

    def reshape(self, *shape, order='C'):
        """The elements in another shape."""
        shape = shape[0] if len(shape) == 1 else shape
        return type(self)(self.toarray().reshape(shape))

    def nonzero(self):
        """Rows and columns of the elements that are not zero."""
        there = np.flatnonzero(self.data)
        return self.row[there], self.col[there]

    def diagonal(self, k=0):
        """The elements of a diagonal."""
        return np.diagonal(self.toarray(), k).copy()

    def eliminate_zeros(self):
        """Zeros are stored no longer."""
        there = np.flatnonzero(self.data)
        self.row, self.col, self.data = self.row[there], self.col[there], self.data[there]

    @property
    def has_sorted_indices(self):
        """Whether the elements of each row (of CSC: column) are in the order of their places."""
        outer, inner = (self.col, self.row) if self.format == 'csc' else (self.row, self.col)
        return bool(np.all((np.diff(outer) > 0) | (np.diff(inner) >= 0)))

    def sort_indices(self):
        """The elements of each row (of CSC: column) in the order of their places."""
        self._set(self.row, self.col, self.data, self.shape)

    def sum_duplicates(self):
        """Elements of one place are added."""
        self.row, self.col, self.data = summed(self.row, self.col, self.data, self.shape)

    # ---- Parts ----

    def __getitem__(self, key):
        rows, cols = key if isinstance(key, tuple) else (key, slice(None))
        if issparse(rows):
            return np.matrix(self.toarray()[rows.toarray()])
        if isinstance(rows, (int, np.integer)) and isinstance(cols, (int, np.integer)):
            i, j = _place(rows, self.shape[0], 'row'), _place(cols, self.shape[1], 'column')
            found = self.data[(self.row == i) & (self.col == j)]
            return found.sum() if len(found) else self.dtype.type(0)
        if isinstance(rows, (list, np.ndarray)) and isinstance(cols, (list, np.ndarray)):
            return np.matrix(self.toarray()[rows, cols])
        return self._taken(_places(rows, self.shape[0], 'row'), 0)._taken(_places(cols, self.shape[1], 'column'), 1)

    def _taken(self, wanted, axis):
        """Rows or columns by number, also several times."""
        if wanted is None:
            return self
        outer, inner = (self.row, self.col) if axis == 0 else (self.col, self.row)
        if (self.format == 'csc') == (axis == 1):
            # Whole rows of CSR (columns of CSC), one after the other.
            picked, new = _gathered(np.argsort(outer, kind='stable'), np.bincount(outer, minlength=self.shape[axis]),
                                    wanted)
        else:
            # Each element goes to the places where its column is wanted; the order of the elements remains.
            to = np.argsort(wanted, kind='stable')
            new, picked = _gathered(to, np.bincount(wanted, minlength=self.shape[axis]), outer)
        shape = (len(wanted), self.shape[1]) if axis == 0 else (self.shape[0], len(wanted))
        rows, cols = (new, inner[picked]) if axis == 0 else (inner[picked], new)
        return self._like(rows, cols, self.data[picked], shape, kept=True)

    def __setitem__(self, key, value):
        if isinstance(key, tuple) and all(isinstance(k, (int, np.integer)) for k in key) and not issparse(value):
            i, j = _place(key[0], self.shape[0], 'row'), _place(key[1], self.shape[1], 'column')
            found = np.flatnonzero((self.row == i) & (self.col == j))
            if len(found):
                self.data[found] = value
            elif value != 0 or self.format in ('csr', 'csc'):
                self._set(np.append(self.row, i), np.append(self.col, j), np.append(self.data, self.dtype.type(value)),
                          self.shape)
            return
        array = self.toarray()
        array[key] = value.toarray() if issparse(value) else value
        rows, cols = np.nonzero(array)
        self._set(rows, cols, array[rows, cols], self.shape)

    def getrow(self, i):
        """One row."""
        return self[i]

    def getcol(self, j):
        """One column."""
        return self[:, j]

    # ---- Numbers ----

    def _each(self, data):
        return self._like(self.row, self.col, data, self.shape, kept=True)

    def __neg__(self):
        return self._each(-self.data)

    def __abs__(self):
        return self._each(np.abs(self.data))

    def power(self, n, dtype=None):
        """Each element to a power."""
        return self._each(self.data ** n)

    def sqrt(self):
        """The square root of each element."""
        return self._each(np.sqrt(self.data))

    def log1p(self):
        """log(1 + x) of each element."""
        return self._each(np.log1p(self.data))

    def _added(self, other, sign):
        if not issparse(other):
            if np.ndim(other) == 0:
                if other == 0:
                    return self.copy()
                raise NotImplementedError("adding a nonzero scalar to a sparse array is not supported")
            out = self.toarray() + sign * np.asarray(other)
            return np.matrix(out) if self._matrix else out
        if other.shape != self.shape:
            raise ValueError("inconsistent shapes")
        kind = np.result_type(self.dtype, other.dtype)
        rows, cols, data = summed(np.concatenate([self.row, other.row]), np.concatenate([self.col, other.col]),
                                  np.concatenate([self.data.astype(kind), sign * other.data.astype(kind)]), self.shape)
        there = np.flatnonzero(data)
        return self._like(rows[there], cols[there], data[there], self.shape, 'csr' if self.format != 'csc' else 'csc')

    def __add__(self, other):
        return self._added(other, 1)

    __radd__ = __add__

    def __sub__(self, other):
        return self._added(other, -1)

    def __rsub__(self, other):
        return -self + other

    def multiply(self, other):
        """Element by element."""
        if not issparse(other) and np.ndim(other) == 0:
            return self._each(self.data * other)
        if issparse(other):
            other = other.toarray()
        other = np.broadcast_to(np.asarray(other), self.shape)
        data = self.data * other[self.row, self.col]
        there = np.flatnonzero(data)
        return self._like(self.row[there], self.col[there], data[there], self.shape,
                          'csr' if self.format == 'csr' else 'coo')

    def __mul__(self, other):
        if not issparse(other) and np.ndim(other) == 0:
            return self._each(self.data * other)
        return self @ other if self._matrix else self.multiply(other)

    def __rmul__(self, other):
        if np.ndim(other) == 0:
            return self._each(self.data * other)
        return other @ self if self._matrix else self.multiply(other)

    def __truediv__(self, other):
        if not issparse(other) and np.ndim(other) == 0:
            return self._each(self.data * (1.0 / other))
        out = self.toarray() / (other.toarray() if issparse(other) else np.asarray(other))
        return np.matrix(out) if self._matrix and issparse(other) else self._like(*_of_array(out), 'coo')

    def __pow__(self, n):
        out = self
        for _ in range(n - 1):
            out = out @ self if self._matrix else out.multiply(self)
        return out

    def dot(self, other):
        """The product of matrices."""
        return self @ other if issparse(other) or np.ndim(other) else self * other

    def __matmul__(self, other):
        if not issparse(other):
            other = np.asarray(other)
            if other.shape[0] != self.shape[1]:
                raise ValueError(f"matmul: dimension mismatch with signature (n,k={self.shape[1]}),"
                                 f"(k={other.shape[0]},m)->(n,m)" if other.ndim > 1 else
                                 f"matmul: dimension mismatch with signature (n,k={self.shape[1]}),"
                                 f"(k={other.shape[0]},1?)->(n,1?)")
            out = np.zeros((self.shape[0],) + other.shape[1:], dtype=np.result_type(self.dtype, other.dtype))
            np.add.at(out, self.row, (self.data if other.ndim == 1 else self.data[:, None]) * other[self.col])
            return out
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"matmul: dimension mismatch with signature (n,k={self.shape[1]}),"
                             f"(k={other.shape[0]},m)->(n,m)")
        left, right = self.tocsr(), other.tocsr()
        starts = right.indptr
        sizes = np.diff(starts)[left.col]
        each = np.repeat(np.arange(left.nnz), sizes)
        ends = np.cumsum(sizes)
        picked = (np.repeat(starts[left.col], sizes) + np.arange(len(each)) - np.repeat(ends - sizes, sizes))
        return self._like(left.row[each], right.col[picked], left.data[each] * right.data[picked],
                          (self.shape[0], other.shape[1]), 'csr').asformat('csc' if self.format == 'csc' else 'csr')

    def __rmatmul__(self, other):
        return (self.T @ np.asarray(other).T).T

    def _by_axis(self, out, axis):
        if not self._matrix:
            return out
        return np.matrix(out.reshape(1, -1) if axis in (0, -2) else out.reshape(-1, 1))

    def sum(self, axis=None, dtype=None, out=None):
        """The sum: of all, of each column (axis=0) or of each row (axis=1)."""
        kind = np.zeros(0, dtype=self.dtype).sum().dtype
        if axis is None:
            return self.data.sum(dtype=kind)
        rows = axis in (1, -1)
        total = np.zeros(self.shape[0 if rows else 1], dtype=kind)
        np.add.at(total, self.row if rows else self.col, self.data.astype(kind))
        return self._by_axis(total, axis)

    def mean(self, axis=None, dtype=None, out=None):
        """The mean: of all, of each column (axis=0) or of each row (axis=1)."""
        count = self.shape[0] * self.shape[1] if axis is None else self.shape[axis]
        if axis is None:
            return self._each(self.data * (1.0 / count)).sum()
        return (self.astype(np.float64) if self.dtype.kind != 'f' else self)._each(
            self.data * (1.0 / count)).sum(axis=axis)

    def _extreme(self, axis, function):
        if axis is None:
            return function(self.toarray())
        out = function(self.toarray(), axis=axis)
        rows, cols, data, shape = _of_array(out.reshape(1, -1) if axis == 0 else out.reshape(-1, 1))
        return self._like(rows, cols, data, shape, 'coo')

    def max(self, axis=None, out=None):
        """The greatest element."""
        return self._extreme(axis, np.max)

    def min(self, axis=None, out=None):
        """The least element."""
        return self._extreme(axis, np.min)

    def argmax(self, axis=None, out=None):
        """Where the greatest element is."""
        found = np.argmax(self.toarray(), axis=axis)
        return int(found) if axis is None else self._by_axis(found, axis)

    def _compared(self, other, op):
        out = op(self.toarray(), other.toarray() if issparse(other) else other)
        return self._like(*_of_array(out), 'csr')

    def __eq__(self, other):
        return self._compared(other, lambda a, b: a == b)

    def __ne__(self, other):
        return self._compared(other, lambda a, b: a != b)

    def __gt__(self, other):
        return self._compared(other, lambda a, b: a > b)

    def __lt__(self, other):
        return self._compared(other, lambda a, b: a < b)

    def __ge__(self, other):
        return self._compared(other, lambda a, b: a >= b)

    def __le__(self, other):
        return self._compared(other, lambda a, b: a <= b)


def _gathered(items, counts, groups):
    """The items of some groups, and which of the groups each is of; `items` are sorted by group, `counts` says how many
    each group has."""
    starts = np.cumsum(counts) - counts
    sizes = counts[groups]
    each = np.repeat(np.arange(len(groups)), sizes)
    within = np.arange(len(each)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return items[starts[groups][each] + within] if len(each) else items[:0], each


def _of_array(array):
    rows, cols = np.nonzero(array)
    return rows, cols, array[rows, cols], array.shape


def _place(i, size, axis, alone=False):
    if not -size <= i < size:
        raise IndexError(f"index ({i}) out of range" if alone else f"{axis} index ({i}) out of range")
    return int(i) + size if i < 0 else int(i)


def _places(key, size, axis):
    """The numbers that an index means; None for all."""
    if isinstance(key, slice):
        return None if key == slice(None) else np.arange(size)[key]
    if isinstance(key, (int, np.integer)):
        return np.array([_place(key, size, axis, True)])
    key = np.asarray(key)
    if key.dtype.kind == 'b':
        return np.flatnonzero(key)
    if len(key) and (key.max() >= size or key.min() < -size):
        raise IndexError(f"index ({int(key.max() if key.max() >= size else key.min())}) out of range")
    return np.where(key < 0, key + size, key).astype(np.int64)


_NAMES = {'csr': 'Compressed Sparse Row', 'csc': 'Compressed Sparse Column', 'coo': 'COOrdinate',
          'lil': 'List of Lists', 'dok': 'Dictionary Of Keys', 'dia': 'DIAgonal'}
_classes = {}


def _made(format, matrix):
    cls = _classes[format, matrix]
    return cls.__new__(cls)


def _declared(format, matrix):
    name = f"{format}_{'matrix' if matrix else 'array'}"
    cls = type(name, (Sparse,), {'format': format, '_matrix': matrix, '__module__': f'scipy.sparse._{format}',
                                 '__doc__': f"{_NAMES[format]}: a sparse {'matrix' if matrix else 'array'}."})
    _classes[format, matrix] = cls
    return cls


csr_matrix, csc_matrix, coo_matrix, lil_matrix, dok_matrix, dia_matrix = (
    _declared(name, True) for name in ('csr', 'csc', 'coo', 'lil', 'dok', 'dia'))
csr_array, csc_array, coo_array, lil_array, dok_array, dia_array = (
    _declared(name, False) for name in ('csr', 'csc', 'coo', 'lil', 'dok', 'dia'))
