# Sparse matrices: their parts, their text, their sums and products.
import numpy as np
from scipy import sparse
from scipy.sparse import coo_matrix, csc_matrix, csr_array, csr_matrix, hstack, identity, lil_matrix, vstack

A = csr_matrix(np.array([[1, 0, 2], [0, 0, 3], [4, 5, 6]]))
print(repr(A))
print(A)
print(A.data, A.indices, A.indptr, A.nnz, A.size, A.shape, A.ndim, A.dtype, A.format, type(A))
print(A.toarray(), A.todense(), type(A.todense()))
print(A.T, type(A.T), A.transpose().shape)
print(A.sum(), A.sum(axis=0), A.sum(axis=1), A.mean(axis=0), A.mean(axis=1), A.mean())
print(repr(A[0]), A[0, 2], A[1:].toarray(), A[:, 1].toarray(), A[[0, 2]].toarray(), A[:, [2, 0]].toarray())
print(A[np.array([True, False, True])].toarray(), A.getrow(1).toarray(), A.getcol(0).toarray(), A.getnnz(), A.getnnz(axis=0))
print(A.dot(np.array([1, 2, 3])), A @ np.array([[1, 0], [0, 1], [1, 1]]), np.array([1, 2, 3]) @ A)
print((A @ A).toarray(), (A * 2).toarray(), (2 * A).toarray(), (A + A).toarray(), repr(A - A), (A / 4).toarray())
print(A.multiply(A).toarray(), A.multiply(np.array([1, 2, 3])).toarray(), A.power(2).toarray(), (A ** 2).toarray())
print(A.max(), A.min(), A.max(axis=0).toarray(), A.min(axis=1).toarray(), A.argmax(), A.nonzero())
print((A > 2).toarray(), (A != 0).sum(), (A == 4).sum(), (A < 0).nnz, (A >= 6).nnz, (A <= -1).nnz)
print((-A).toarray(), abs(-A).toarray(), A.astype(float).dtype, A.sqrt().toarray(), A.log1p().toarray().round(4))
print(repr(A.tocoo()), repr(A.tocsc()), A.tocsc().indices, A.tocsr() is not A, repr(A.tolil()), repr(A.asformat('csc')))
print(A.diagonal(), A.count_nonzero(), A.reshape(1, 9).toarray(), A.copy().nnz, [row.nnz for row in A])

B = coo_matrix((np.array([1, 2, 3.5, 1]), (np.array([0, 1, 2, 0]), np.array([2, 0, 1, 2]))), shape=(3, 3))
print(B, B.row, B.col, B.toarray())
B.sum_duplicates()
print(B.nnz)
C = csr_matrix((np.array([1, 2, 3, 0]), np.array([2, 0, 1, 0]), np.array([0, 2, 3, 4])))
print(C.toarray(), C.has_sorted_indices, C.indices)
C.sort_indices()
C.eliminate_zeros()
print(C.indices, C.nnz, csr_matrix((2, 3)).toarray(), repr(csr_array([[1, 0]])))
print(hstack([A, A]).toarray(), type(hstack([A, A])), repr(vstack([A, B])), repr(vstack([A, A])))
print(repr(sparse.eye(3)), sparse.eye(2, 3, k=1).toarray(), repr(identity(2)), sparse.diags([1., 2, 3]).toarray())
print(repr(sparse.eye_array(2)), sparse.diags([[1., 1.], [2., 2., 2.]], [1, 0]).toarray(), sparse.find(A))
print(sparse.issparse(A), sparse.isspmatrix(A), sparse.isspmatrix_csr(A), sparse.isspmatrix_csc(A), sparse.isspmatrix_coo(B))
L = lil_matrix((3, 3))
L[0, 1] = 5
L[2, 2] = 1
L[2, 2] = 7
print(L, csc_matrix(L).indptr)
for call in (lambda: len(A), lambda: bool(A), lambda: A + 1, lambda: A @ np.ones(2), lambda: A @ csr_matrix((2, 2)), lambda: A[5], lambda: A[:, 7],
             lambda: A + csr_matrix((2, 2)), lambda: csr_matrix((np.array([1]), (np.array([3]), np.array([0]))), shape=(2, 2))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
