# Another number of columns than fit saw.
import numpy as np
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler().fit(np.eye(3))
print(scaler.mean_, scaler.n_features_in_, scaler.scale_, scaler.var_, scaler.transform(np.eye(3))[0])
scaler.transform(np.eye(4))
