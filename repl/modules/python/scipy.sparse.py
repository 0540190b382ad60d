"""scipy.sparse: matrices of which only the elements that are not zero are stored."""
import numpy as np
from _scipy_sparse import (coo_array, coo_matrix, csc_array, csc_matrix, csr_array, csr_matrix, dia_array, dia_matrix,
                           dok_array, dok_matrix, issparse, lil_array, lil_matrix)


def isspmatrix(x):
    """Whether x is a sparse matrix (an array is none)."""
    return issparse(x) and x._matrix


def isspmatrix_csr(x):
    """Whether x is a csr_matrix."""
    return isspmatrix(x) and x.format == 'csr'


def isspmatrix_csc(x):
    """Whether x is a csc_matrix."""
    return isspmatrix(x) and x.format == 'csc'


def isspmatrix_coo(x):
    """Whether x is a coo_matrix."""
    return isspmatrix(x) and x.format == 'coo'


def _stacked(blocks, axis, format, dtype):
    blocks = [b if issparse(b) else coo_matrix(b) for b in blocks]
    matrix = all(b._matrix for b in blocks) or not any(not b._matrix for b in blocks)
    across = 1 - axis
    for k, block in enumerate(blocks):
        if block.shape[across] != blocks[0].shape[across]:
            sizes = sorted({block.shape[across], blocks[0].shape[across]})
            kinds = {b.format for b in blocks}
            if kinds == {'csc' if axis == 1 else 'csr'}:
                raise ValueError(f"incompatible dimensions for axis {across}")
            if kinds == {'csr' if axis == 1 else 'csc'}:
                raise ValueError(f"Mismatching dimensions along axis {across}: {{{sizes[0]}, {sizes[1]}}}")
            where = f'[0,{k}]' if axis == 1 else f'[{k},0]'
            raise ValueError(f"blocks{'[0,:]' if axis == 1 else '[:,0]'} has incompatible "
                             f"{'row' if axis == 1 else 'column'} dimensions. Got blocks{where}.shape[{across}] == "
                             f"{block.shape[across]}, expected {blocks[0].shape[across]}.")
    starts = np.concatenate([[0], np.cumsum([b.shape[axis] for b in blocks])])
    rows = np.concatenate([b.row + (starts[k] if axis == 0 else 0) for k, b in enumerate(blocks)])
    cols = np.concatenate([b.col + (starts[k] if axis == 1 else 0) for k, b in enumerate(blocks)])
    data = np.concatenate([b.data for b in blocks])
    shape = (int(starts[-1]), blocks[0].shape[1]) if axis == 0 else (blocks[0].shape[0], int(starts[-1]))
    kinds = {b.format for b in blocks}
    if format is None:
        format = kinds.pop() if len(kinds) == 1 and kinds & {'csr', 'csc'} else 'coo'
    out = coo_matrix((data if dtype is None else data.astype(dtype), (rows, cols)), shape=shape)
    return (out if matrix else coo_array(out)).asformat(format)


def hstack(blocks, format=None, dtype=None):
    """Matrices side by side."""
    return _stacked(blocks, 1, format, dtype)


def vstack(blocks, format=None, dtype=None):
    """Matrices one below the other."""
    return _stacked(blocks, 0, format, dtype)


def _diagonal(m, n, k, values, format, dtype, array):
    rows = np.arange(max(0, -k), min(m, n - k))
    made = (coo_array if array else coo_matrix)((np.broadcast_to(np.asarray(values, dtype=dtype), rows.shape).copy(),
                                                 (rows, rows + k)), shape=(m, n))
    return made.asformat(format or 'dia')


def eye(m, n=None, k=0, dtype=float, format=None):
    """Ones on a diagonal."""
    return _diagonal(m, m if n is None else n, k, 1, format, dtype, False)


def eye_array(m, n=None, *, k=0, dtype=float, format=None):
    """Ones on a diagonal, as a sparse array."""
    return _diagonal(m, m if n is None else n, k, 1, format, dtype, True)


def identity(n, dtype='d', format=None):
    """Ones on the diagonal of a square matrix."""
    return _diagonal(n, n, 0, 1, format, dtype, False)


def diags(diagonals, offsets=0, shape=None, format=None, dtype=None):
    """Values on one diagonal or several."""
    if np.ndim(offsets) == 0:
        diagonals = [diagonals] if np.ndim(diagonals[0]) == 0 else diagonals
        offsets = [offsets]
    if shape is None:
        n = max(len(np.atleast_1d(values)) + abs(k) for values, k in zip(diagonals, offsets))
        shape = (n, n)
    parts = [_diagonal(shape[0], shape[1], k, values, 'coo', np.float64 if dtype is None else dtype, False)
             for values, k in zip(diagonals, offsets)]
    out = coo_matrix((np.concatenate([p.data for p in parts]),
                      (np.concatenate([p.row for p in parts]), np.concatenate([p.col for p in parts]))), shape=shape)
    return out.asformat(format or 'dia')


def find(A):
    """Rows, columns and values of the elements that are not zero."""
    A = A.tocsr() if issparse(A) else csr_matrix(A)
    there = np.flatnonzero(A.data)
    return A.row[there], A.col[there], A.data[there]
