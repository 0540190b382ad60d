"""numpy.linalg: checks, shapes and names round LAPACK."""
import numpy as np
import _lapack
import _numpy
from _numpy_common import result_class

LinAlgError = np.linalg.LinAlgError
EigResult = result_class('EigResult', ('eigenvalues', 'eigenvectors'))
EighResult = result_class('EighResult', ('eigenvalues', 'eigenvectors'))
QRResult = result_class('QRResult', ('Q', 'R'))
SlogdetResult = result_class('SlogdetResult', ('sign', 'logabsdet'))
SVDResult = result_class('SVDResult', ('U', 'S', 'Vh'))


def _common(name, *arrays):
    """The dtype of results: of single precision where all arrays are; LAPACK computes in double precision. `name` is
    what numpy calls the function in errors."""
    single, complex = True, False
    for i, a in enumerate(arrays):
        if a.dtype == np.float16:
            raise TypeError('array type float16 is unsupported in linalg')
        if a.dtype.kind not in 'biufc':
            place = f'input {i}' if name in ('solve', 'solve1', 'lstsq') else 'input'
            _numpy._cast_error(f"Cannot cast ufunc '{name}' {place} from {a.dtype!r} to dtype('float64') with casting rule "
                               "'same_kind'")
        single = single and a.dtype.char in 'fF'
        complex = complex or a.dtype.kind == 'c'
    if complex:
        return np.complex64 if single else np.complex128
    return np.float32 if single else np.float64


def _real(dtype):
    """The dtype of lengths."""
    return {np.complex64: np.float32, np.complex128: np.float64}.get(dtype, dtype)


def _as(array, dtype):
    return array if array.dtype == dtype else array.astype(dtype)


def _wide(a, *others):
    """The matrix, complex where another one is."""
    return a.astype(complex) if a.dtype.kind != 'c' and any(b.dtype.kind == 'c' for b in others) else a


def _stacked(*arrays):
    for a in arrays:
        if a.ndim < 2:
            raise LinAlgError(f'{a.ndim}-dimensional array given. Array must be at least two-dimensional')


def _matrix(*arrays):
    for a in arrays:
        if a.ndim != 2:
            raise LinAlgError(f'{a.ndim}-dimensional array given. Array must be two-dimensional')


def _square(a):
    if a.ndim < 2:
        raise LinAlgError(f'{a.ndim}-dimensional array given. Array must be at least two-dimensional')
    if a.shape[-1] != a.shape[-2]:
        raise LinAlgError('Last 2 dimensions of the array must be square')


def _finite(a):
    if not np.all(np.isfinite(a)):
        raise LinAlgError('Array must not contain infs or NaNs')


def solve(a, b):
    """The x for which a @ x is b."""
    given = np.asarray(a)
    _square(given)
    a, b = given, np.asarray(b)
    vector = b.ndim == 1
    dtype = _common('solve1' if vector else 'solve', a, b)
    n = a.shape[-1]
    if b.ndim == 0:
        raise ValueError('solve: Input operand 1 does not have enough dimensions (has 0, gufunc core with signature '
                         '(m,m),(m,n)->(m,n) requires 2)')
    if b.shape[0 if vector else -2] != n:
        signature = '(m,m),(m)->(m)' if vector else '(m,m),(m,n)->(m,n)'
        raise ValueError(f'solve{"1" if vector else ""}: Input operand 1 has a mismatch in its core dimension 0, with '
                         f'gufunc signature {signature} (size {b.shape[0 if vector else -2]} is different from {n})')
    if vector:
        b = b[:, None]
    lead = np.broadcast_shapes(a.shape[:-2], b.shape[:-2])
    a, b = _wide(a, b), _wide(b, a)
    x = _lapack.solve(np.broadcast_to(a, lead + a.shape[-2:]), np.broadcast_to(b, lead + b.shape[-2:]))
    x = _as(x, dtype)
    return x[..., 0] if vector else x


def inv(a):
    """The inverse of a matrix."""
    a = np.asarray(a)
    _square(a)
    return _as(_lapack.solve(a, None), _common('inv', a))


def slogdet(a):
    """Sign and logarithm of the magnitude of a determinant."""
    a = np.asarray(a)
    _square(a)
    dtype = _common('slogdet', a)
    sign, logarithm = _lapack.determinant(a)
    return SlogdetResult(_as(sign, dtype)[()], _as(logarithm, _real(dtype))[()])


def det(a):
    """The determinant of a matrix."""
    a = np.asarray(a)
    _square(a)
    dtype = _common('det', a)
    sign, logarithm = _lapack.determinant(a)
    return dtype(sign * np.exp(logarithm)) if a.ndim == 2 else _as(sign * np.exp(logarithm), dtype)


def cholesky(a, /, *, upper=False):
    """The triangular l with a = l @ l.T."""
    a = np.asarray(a)
    _square(a)
    return _as(_lapack.cholesky(a, upper), _common('cholesky_up' if upper else 'cholesky_lo', a))


def eigh(a, UPLO='L'):
    """Eigenvalues, ascending, and eigenvectors of a symmetric matrix."""
    UPLO = UPLO.upper()
    if UPLO not in ('L', 'U'):
        raise ValueError("UPLO argument must be 'L' or 'U'")
    a = np.asarray(a)
    _square(a)
    dtype = _common('eigh_lo' if UPLO.upper() == 'L' else 'eigh_up', a)
    values, vectors = _lapack.eigh(a, UPLO, True)
    return EighResult(_as(values, _real(dtype)), _as(vectors, dtype))


def eigvalsh(a, UPLO='L'):
    """Eigenvalues of a symmetric matrix."""
    UPLO = UPLO.upper()
    if UPLO not in ('L', 'U'):
        raise ValueError("UPLO argument must be 'L' or 'U'")
    a = np.asarray(a)
    _square(a)
    return _as(_lapack.eigh(a, UPLO, False)[0], _real(_common('eigvalsh_lo' if UPLO.upper() == 'L' else 'eigvalsh_up', a)))


def _unpacked(imaginary, packed):
    """LAPACK's real columns as complex vectors: a pair of eigenvalues has two columns, real and imaginary part."""
    n = packed.shape[-1]
    vectors = packed.astype(complex).reshape(-1, n, n)
    for parts, real, made in zip(imaginary.reshape(-1, n), packed.reshape(-1, n, n), vectors):
        for i in range(n - 1):
            if parts[i] > 0:
                made[:, i] = real[:, i] + 1j * real[:, i + 1]
                made[:, i + 1] = made[:, i].conj()
    return vectors.reshape(packed.shape)


def _eig(a, vectors):
    a = np.asarray(a)
    _square(a)
    _finite(a)
    dtype = _common('eig', a)
    if a.dtype.kind == 'c':
        parts = _lapack.eig(a, vectors)
        return [_as(parts[0], dtype), _as(parts[1], dtype) if vectors else None]
    real, imaginary, packed = _lapack.eig(a, vectors) if vectors else _lapack.eig(a, vectors) + (None,)
    if not np.any(imaginary != 0):
        return [_as(real, dtype), _as(packed, dtype) if vectors else None]
    dtype = np.complex64 if dtype == np.float32 else np.complex128
    values = real.astype(complex)
    values.imag = imaginary
    return [_as(values, dtype), _as(_unpacked(imaginary, packed), dtype) if vectors else None]


def eig(a):
    """Eigenvalues and eigenvectors (in columns) of a square matrix."""
    return EigResult(*_eig(a, True))


def eigvals(a):
    """Eigenvalues of a square matrix."""
    return _eig(a, False)[0]


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    """u, s, vh with a = u @ diag(s) @ vh."""
    a = np.asarray(a)
    if hermitian:
        s, u = eigh(a)
        sign = np.where(s < 0, s.dtype.type(-1), s.dtype.type(1))
        s = np.abs(s)
        order = np.argsort(s)[..., ::-1]
        s = np.take_along_axis(s, order, axis=-1)
        if not compute_uv:
            return s
        sign = np.take_along_axis(sign, order, axis=-1)
        u = np.take_along_axis(u, order[..., None, :], axis=-1)
        return SVDResult(u, s, np.conjugate(np.swapaxes(u * sign[..., None, :], -2, -1)))
    _stacked(a)
    dtype = _common('svd_f' if compute_uv and full_matrices else 'svd_s' if compute_uv else 'svd', a)
    if not compute_uv:
        return _as(_lapack.svd(a, 'N')[0], _real(dtype))
    s, u, vh = _lapack.svd(a, 'A' if full_matrices else 'S')
    return SVDResult(_as(u, dtype), _as(s, _real(dtype)), _as(vh, dtype))


def svdvals(x, /):
    """Singular values."""
    return svd(x, compute_uv=False)


def _reflectors(a):
    """What LAPACK makes of a, transposed: r, and below its diagonal the vectors whose reflections make it, which have a
    1 before them; and the factors of the reflections."""
    dtype = _common('qr', a)
    m, n = a.shape[-2:]
    h = np.array(a, np.complex128 if a.dtype.kind == 'c' else np.float64)
    tau = np.zeros(a.shape[:-2] + (min(m, n),), h.dtype)
    for place in np.ndindex(a.shape[:-2]):
        work = h[place]
        for k in range(min(m, n)):
            alpha, rest = work[k, k], np.linalg.norm(work[k + 1:, k])
            if rest == 0 and np.imag(alpha) == 0:
                continue
            beta = -np.copysign(np.hypot(abs(alpha), rest), np.real(alpha))
            tau[place][k] = (beta - alpha) / beta
            v = work[k + 1:, k] / (alpha - beta)
            work[k, k], work[k + 1:, k] = beta, v
            factor = np.conj(tau[place][k]) * (work[k, k + 1:] + np.conj(v) @ work[k + 1:, k + 1:])
            work[k, k + 1:] -= factor
            work[k + 1:, k + 1:] -= v[:, None] * factor
    return _as(np.swapaxes(h, -1, -2), dtype), _as(tau, dtype)


def qr(a, mode='reduced'):
    """q with orthonormal columns and the triangular r, a = q @ r."""
    if mode not in ('reduced', 'complete', 'r', 'raw'):
        raise ValueError(f"Unrecognized mode '{mode}'")
    a = np.asarray(a)
    _stacked(a)
    if a.dtype.kind == 'O':
        a = a.astype(float)
    if mode == 'raw':
        return _reflectors(a)
    m, n = a.shape[-2:]
    dtype = _common('qr', a)
    if mode == 'r':
        return _as(_lapack.qr(a, min(m, n), False)[0], dtype)
    r, q = _lapack.qr(a, m if mode == 'complete' else min(m, n), True)
    return QRResult(_as(q, dtype), _as(r, dtype))


def _complex_lstsq(a, b, rcond):
    """By singular values, of which those below rcond times the largest count as 0."""
    s, u, vh = _lapack.svd(a, 'S')
    rank = int(np.count_nonzero(s > rcond * s[0])) if s.size else 0
    x = vh[:rank].conj().T @ ((u[:, :rank].conj().T @ b) / s[:rank, None])
    return x, np.sum(np.abs(b - a @ x) ** 2, axis=0), rank, s


def lstsq(a, b, rcond=None):
    """The x for which a @ x is nearest to b; squared errors, rank, singular values."""
    a, b = np.asarray(a), np.asarray(b)
    vector = b.ndim == 1
    if vector:
        b = b[:, None]
    _matrix(a, b)
    m, n = a.shape
    if m != b.shape[0]:
        raise LinAlgError('Incompatible dimensions')
    dtype = _common('lstsq', a, b)
    if rcond is None:
        rcond = np.finfo(_real(dtype)).eps * max(n, m)
    if a.dtype.kind == 'c' or b.dtype.kind == 'c':
        x, errors, rank, s = _complex_lstsq(_wide(a, b), b, rcond)
    else:
        x, errors, rank, s = _lapack.lstsq(a, b, rcond)
    x, errors, s = _as(x, dtype), _as(errors, _real(dtype)), _as(s, _real(dtype))
    if rank != n or m <= n:
        errors = np.array([], dtype=errors.dtype)
    if m == 0:
        x[...] = 0
    return (x[:, 0] if vector else x), errors, np.int32(rank), s


def pinv(a, rcond=None, hermitian=False, *, rtol=None):
    """The Moore-Penrose inverse."""
    a = np.asarray(a)
    if rcond is None:
        rcond = 1e-15 if rtol is None else rtol
    elif rtol is not None:
        raise ValueError("`rtol` and `rcond` can't be both set.")
    rcond = np.asarray(rcond)
    if a.size == 0:
        return np.zeros(a.shape[:-2] + (a.shape[-1], a.shape[-2]), dtype=_common('pinv', a))
    u, s, vt = svd(a.conjugate(), full_matrices=False, hermitian=hermitian)
    large = s > rcond[..., None] * np.max(s, axis=-1, keepdims=True)
    s = np.where(large, 1 / np.where(large, s, s.dtype.type(1)), s.dtype.type(0))
    return np.matmul(np.swapaxes(vt, -2, -1), s[..., None] * np.swapaxes(u, -2, -1))


def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    """How many singular values are not negligible."""
    if rtol is not None and tol is not None:
        raise ValueError("`tol` and `rtol` can't be both set.")
    A = np.asarray(A)
    if A.ndim < 2:
        return int(not np.all(A == 0))
    s = svd(A, compute_uv=False, hermitian=hermitian)
    if tol is None:
        if rtol is None:
            rtol = max(A.shape[-2:]) * np.finfo(s.dtype).eps
        else:
            rtol = np.asarray(rtol)[..., None]
        tol = s.max(axis=-1, keepdims=True, initial=0) * rtol
    else:
        tol = np.asarray(tol)[..., None]
    return np.count_nonzero(s > tol, axis=-1)


def matrix_power(a, n):
    """The product of n equal matrices; n < 0: of their inverses."""
    a = np.asarray(a)
    _square(a)
    if not isinstance(n, (int, np.integer)):
        raise TypeError('exponent must be an integer')
    if n == 0:
        out = np.empty_like(a)
        out[...] = np.eye(a.shape[-2], dtype=a.dtype)
        return out
    if n < 0:
        a = inv(a)
        n = abs(n)
    if n == 1:
        return a
    if n == 2:
        return np.matmul(a, a)
    if n == 3:
        return np.matmul(np.matmul(a, a), a)
    power = result = None
    while n > 0:
        power = a if power is None else np.matmul(power, power)
        n, bit = divmod(n, 2)
        if bit:
            result = power if result is None else np.matmul(result, power)
    return result


def cond(x, p=None):
    """How much errors of a matrix grow when equations are solved."""
    x = np.asarray(x)
    if x.size == 0:
        raise LinAlgError('cond is not defined on empty arrays')
    if p is None or p == 2 or p == -2:
        s = svd(x, compute_uv=False)
        with np.errstate(all='ignore'):
            r = s[..., -1] / s[..., 0] if p == -2 else s[..., 0] / s[..., -1]
    else:
        _square(x)
        try:
            r = norm(x, p, axis=(-2, -1)) * norm(inv(x), p, axis=(-2, -1))
        except LinAlgError:
            if x.ndim > 2:
                raise
            return np.float64(np.inf)
    r = np.asarray(r)
    lost = np.isnan(r)
    if lost.any():
        lost = lost & ~np.isnan(x).any(axis=(-2, -1))
        r = np.where(lost, r.dtype.type(np.inf), r)
    return r[()]


def _kept(result, keepdims, axes):
    return np.expand_dims(result, tuple(sorted(axes))) if keepdims else result


def norm(x, ord=None, axis=None, keepdims=False):
    """The length of a vector, or the size of a matrix."""
    x = np.asarray(x)
    if x.dtype.kind == 'c':
        matrix = x if ord in (2, -2, 'nuc') and ord is not None else None
        x = abs(x)
    else:
        matrix = x = x if x.dtype.kind == 'f' else x.astype(float)
    if axis is None:
        if ord is None or (ord in ('f', 'fro') and x.ndim == 2) or (ord == 2 and x.ndim == 1):
            flat = x.ravel()
            result = np.sqrt(flat.dot(flat))
            return np.asarray(result).reshape(x.ndim * [1]) if keepdims else result
        axis = tuple(range(x.ndim))
    elif not isinstance(axis, tuple):
        try:
            axis = int(axis)
        except Exception as error:
            raise TypeError("'axis' must be None, an integer or a tuple of integers") from error
        axis = (axis,)
    if len(axis) == 1:
        if ord == np.inf and not isinstance(ord, str):
            return abs(x).max(axis=axis, keepdims=keepdims)
        if ord == -np.inf and not isinstance(ord, str):
            return abs(x).min(axis=axis, keepdims=keepdims)
        if isinstance(ord, str):
            raise ValueError(f"Invalid norm order '{ord}' for vectors")
        if ord == 0:
            return (x != 0).astype(x.dtype).sum(axis=axis, keepdims=keepdims)
        if ord == 1:
            return np.sum(abs(x), axis=axis, keepdims=keepdims)
        if ord is None or ord == 2:
            return np.sqrt(np.sum(x * x, axis=axis, keepdims=keepdims))
        total = np.sum(abs(x) ** ord, axis=axis, keepdims=keepdims)
        return np.asarray(total ** np.reciprocal(np.asarray(ord, dtype=total.dtype)))[()]
    if len(axis) != 2:
        raise ValueError('Improper number of dimensions to norm.')
    row, column = axis
    for each in axis:
        if not -x.ndim <= each < x.ndim:
            raise np.exceptions.AxisError(f'axis {each} is out of bounds for array of dimension {x.ndim}')
    row, column = row % x.ndim, column % x.ndim
    if row == column:
        raise ValueError('Duplicate axes given.')
    if ord in (2, -2, 'nuc') and ord is not None:
        s = svd(np.moveaxis(matrix, (row, column), (-2, -1)), compute_uv=False)
        made = s.max(axis=-1) if ord == 2 else s.min(axis=-1) if ord == -2 else s.sum(axis=-1)
    elif ord in (1, -1):
        sums = np.sum(abs(x), axis=row, keepdims=True)
        made = (sums.max if ord == 1 else sums.min)(axis=(row, column))
    elif not isinstance(ord, str) and ord in (np.inf, -np.inf):
        sums = np.sum(abs(x), axis=column, keepdims=True)
        made = (sums.max if ord > 0 else sums.min)(axis=(row, column))
    elif ord in (None, 'fro', 'f'):
        made = np.sqrt(np.sum(x * x, axis=(row, column)))
    else:
        raise ValueError('Invalid norm order for matrices.')
    return _kept(made, keepdims, (row, column))


def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
    """The length of a vector."""
    x = np.asarray(x)
    if axis is None:
        shape = x.ndim * [1]
        result = norm(x.ravel(), ord)
        return np.asarray(result).reshape(shape) if keepdims else result
    if isinstance(axis, tuple):
        rest = tuple(i for i in range(x.ndim) if i not in [a % x.ndim for a in axis])
        turned = np.transpose(x, tuple(a % x.ndim for a in axis) + rest)
        result = norm(turned.reshape((-1,) + tuple(x.shape[i] for i in rest)), ord, axis=0)
        return _kept(result, keepdims, [a % x.ndim for a in axis])
    return norm(x, ord, axis=axis, keepdims=keepdims)


def matrix_norm(x, /, *, keepdims=False, ord='fro'):
    """The size of a matrix."""
    return norm(np.asarray(x), ord, axis=(-2, -1), keepdims=keepdims)


def multi_dot(arrays, *, out=None):
    """The product of several matrices, in the order that costs least."""
    result = _product(arrays)
    if out is None:
        return result
    out[...] = result
    return out


def _product(arrays):
    arrays = [np.asarray(a) for a in arrays]
    n = len(arrays)
    if n < 2:
        raise ValueError('Expecting at least two arrays.')
    if n == 2:
        return np.dot(arrays[0], arrays[1])
    first, last = arrays[0].ndim, arrays[-1].ndim
    if first == 1:
        arrays[0] = np.atleast_2d(arrays[0])
    if last == 1:
        arrays[-1] = np.atleast_2d(arrays[-1]).T
    _matrix(*arrays)
    if n == 3:
        a, b, c = arrays
        left = a.shape[0] * b.shape[1] * (a.shape[1] + c.shape[1])
        right = a.shape[1] * c.shape[1] * (a.shape[0] + b.shape[1])
        result = np.dot(np.dot(a, b), c) if left < right else np.dot(a, np.dot(b, c))
    else:
        sizes = [a.shape[0] for a in arrays] + [arrays[-1].shape[1]]
        cost = [[0] * n for _ in range(n)]
        split = [[0] * n for _ in range(n)]
        for length in range(1, n):
            for i in range(n - length):
                j = i + length
                cost[i][j] = np.inf
                for k in range(i, j):
                    price = cost[i][k] + cost[k + 1][j] + sizes[i] * sizes[k + 1] * sizes[j + 1]
                    if price < cost[i][j]:
                        cost[i][j], split[i][j] = price, k

        def product(i, j):
            if i == j:
                return arrays[i]
            return np.dot(product(i, split[i][j]), product(split[i][j] + 1, j))
        result = product(0, n - 1)
    if first == 1 and last == 1:
        return result[0, 0]
    if first == 1 or last == 1:
        return result.ravel()
    return result


def tensorsolve(a, b, axes=None):
    """The x for which tensordot(a, x, x.ndim) is b."""
    a, b = np.asarray(a), np.asarray(b)
    if axes is not None:
        order = [i for i in range(a.ndim) if i not in axes] + list(axes)
        a = a.transpose(order)
    shape = a.shape[-(a.ndim - b.ndim):]
    size = 1
    for length in shape:
        size *= length
    if a.size != size ** 2:
        raise LinAlgError('Input arrays must satisfy the requirement             prod(a.shape[b.ndim:]) == '
                          'prod(a.shape[:b.ndim])')
    return solve(a.reshape(size, size), b.ravel()).reshape(shape)


def tensorinv(a, ind=2):
    """The inverse of tensordot with a."""
    a = np.asarray(a)
    if ind <= 0:
        raise ValueError('Invalid ind argument.')
    size = 1
    for length in a.shape[ind:]:
        size *= length
    return inv(a.reshape(size, -1)).reshape(a.shape[ind:] + a.shape[:ind])


def diagonal(x, /, *, offset=0):
    """The diagonal of each matrix of a stack."""
    return np.diagonal(x, offset, axis1=-2, axis2=-1)


def trace(x, /, *, offset=0, dtype=None):
    """The sum of each diagonal of a stack."""
    return np.diagonal(x, offset, axis1=-2, axis2=-1).sum(axis=-1, dtype=dtype)


def outer(x1, x2, /):
    """All products of two vectors."""
    x1, x2 = np.asarray(x1), np.asarray(x2)
    if x1.ndim != 1 or x2.ndim != 1:
        raise ValueError(f'Input arrays must be one-dimensional, but they are x1.ndim={x1.ndim!r} and '
                         f'x2.ndim={x2.ndim!r}.')
    return np.outer(x1, x2)


def cross(x1, x2, /, *, axis=-1):
    """The cross product of vectors of three elements."""
    x1, x2 = np.asarray(x1), np.asarray(x2)
    if x1.shape[axis] != 3 or x2.shape[axis] != 3:
        raise ValueError('Both input arrays must be (arrays of) 3-dimensional vectors, but they are '
                         f'{x1.shape[axis]} and {x2.shape[axis]} dimensional instead.')
    return np.cross(x1, x2, axis=axis)


def matmul(x1, x2, /):
    """The matrix product."""
    return np.matmul(x1, x2)


def matrix_transpose(x, /):
    """Each matrix of a stack with rows and columns exchanged."""
    return np.matrix_transpose(x)


def vecdot(x1, x2, /, *, axis=-1):
    """The products of pairs of vectors."""
    return np.vecdot(x1, x2, axis=axis)


def tensordot(x1, x2, /, *, axes=2):
    """Sums of products over axes."""
    return np.tensordot(x1, x2, axes=axes)
