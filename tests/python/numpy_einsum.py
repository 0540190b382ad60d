import numpy as np

a = np.arange(6).reshape(2, 3)
b = np.arange(12).reshape(3, 4)
t = np.arange(24.0).reshape(2, 3, 4)
print(np.einsum("ij,jk->ik", a, b))
print(np.einsum("ij,jk", a, b).shape, np.einsum("ij->ji", a), np.einsum("ij->", a), np.einsum("ij->j", a))
print(np.einsum("ii", b[:, :3]), np.einsum("ii->i", b[:, :3]), np.einsum("ba", a))
print(np.einsum("i,j->ij", [1, 2], [3, 4]), np.einsum("i,i", [1.5, 2], [3, 4]), np.einsum("ij,ij->i", a, a))
print(np.einsum("...j,j->...", t, [1, 2, 3, 4]), np.einsum("...ij->...ji", t).shape)
print(np.einsum("bij,bjk->bik", t, np.ones((2, 4, 2))).shape, np.einsum("bij,bij->b", t, t))
print(np.einsum("ij,jk,kl->il", a, b, b.T, optimize=True))
print(np.einsum(a, [0, 1], b, [1, 2], [0, 2]).shape, np.einsum("i,j,k->ijk", [1, 2], [3], [4, 5]))
print(np.einsum("nhwc,hwco->no", np.ones((1, 2, 2, 3)), np.ones((2, 2, 3, 2))))
for subscripts, operands in [("ij,jk->ik", (a, a)), ("ij", ([1, 2],)), ("i->ii", ([1, 2],)), ("ij->iz", (a,)),
                             ("i1", (a,)), ("ij->ij", (t,)), ("ij,ij", (a,)), ("ij", (a, a)), ("ii", (a,))]:
    try:
        print(np.einsum(subscripts, *operands))
    except ValueError as error:
        print(error)
