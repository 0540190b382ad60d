# transform before fit.
import numpy as np
from sklearn.preprocessing import MinMaxScaler

X = np.array([[1.0, 2.0], [3.0, 6.0]])
print(MinMaxScaler().fit_transform(X), MinMaxScaler(), MinMaxScaler().fit(X).data_max_, X.shape, X.mean())
MinMaxScaler().transform(X)
