import numpy as np

a = np.ones((2, 3))
print(np.einsum("ij->i", a))
np.einsum("ij,jk->ik", a, a)
