# A vector where a matrix is wanted.
import numpy as np
from sklearn.preprocessing import StandardScaler

x = np.array([1.0, 2.0, 6.0])
print(StandardScaler().fit_transform(x.reshape(-1, 1)).ravel().round(4), x.shape, x.sum(), x.max(), StandardScaler())
StandardScaler().fit(x)
