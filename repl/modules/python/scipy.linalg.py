"""scipy.linalg: numpy's linear algebra, with SciPy's ways of giving eigenvalues and factors."""
import numpy as np
from numpy.linalg import LinAlgError, inv, lstsq, norm, pinv, qr, solve, svd


def eig(a, b=None, left=False, right=True):
    """Eigenvalues, always complex, and eigenvectors."""
    values, vectors = np.linalg.eig(np.asarray(a))
    return values.astype(np.complex128), vectors


def det(a):
    """The determinant: the product of the pivots of an elimination."""
    a = np.array(a, dtype=np.float64)
    if a.ndim != 2 or a.shape[0] != a.shape[1]:
        raise ValueError(f"Last 2 dimensions of the array must be square but received shape {a.shape}.")
    out = 1.0
    for k in range(len(a)):
        p = k + int(np.argmax(np.abs(a[k:, k])))
        if a[p, k] == 0:
            return np.float64(0.0)
        if p != k:
            a[[k, p]] = a[[p, k]]
            out = -out
        out *= a[k, k]
        a[k + 1:, k:] -= (a[k + 1:, k] / a[k, k])[:, None] * a[k, k:]
    return np.float64(out)


def eigh(a, b=None, lower=True, eigvals_only=False):
    """Eigenvalues and eigenvectors of a symmetric matrix."""
    values, vectors = np.linalg.eigh(np.asarray(a))
    return values if eigvals_only else (values, vectors)


def eigvals(a):
    """Eigenvalues, always complex."""
    return eig(a)[0]


def eigvalsh(a):
    """Eigenvalues of a symmetric matrix."""
    return eigh(a, eigvals_only=True)


def cholesky(a, lower=False):
    """The triangular factor of a positive definite matrix: the upper one unless lower."""
    made = np.linalg.cholesky(np.asarray(a, dtype=np.float64))
    return made if lower else made.T


def block_diag(*arrays):
    """Matrices along the diagonal of one."""
    parts = [np.atleast_2d(np.asarray(a)) for a in arrays]
    out = np.zeros((sum(p.shape[0] for p in parts), sum(p.shape[1] for p in parts)),
                   dtype=np.result_type(*[p.dtype for p in parts]))
    i = j = 0
    for part in parts:
        out[i:i + part.shape[0], j:j + part.shape[1]] = part
        i, j = i + part.shape[0], j + part.shape[1]
    return out
