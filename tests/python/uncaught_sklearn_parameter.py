# A size that is no size.
import numpy as np
from sklearn.model_selection import train_test_split

print([len(p) for p in train_test_split(np.arange(10), test_size=0.25, random_state=1)], np.arange(3), 1, 2, 3)
train_test_split(np.arange(10), test_size=2.5)
