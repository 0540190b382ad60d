# X and y of different lengths.
import numpy as np
from sklearn.model_selection import train_test_split

X, y = np.arange(10).reshape(5, 2), np.arange(5)
a, b, c, d = train_test_split(X, y, test_size=0.4, random_state=0)
print(a.shape, b.shape, c, d, a.sum())
train_test_split(X, y[:4])
