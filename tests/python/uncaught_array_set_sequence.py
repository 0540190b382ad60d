import numpy as np

a = np.zeros(3)
a[1] = [1.0, 2.0]
