import numpy as np

cov = np.array([[1.0, 2.0], [2.0, 1.0]])
print(np.linalg.eigvalsh(cov))
np.linalg.cholesky(cov)
