import numpy as np
a = np.zeros((2, 3))
print(a.shape)
a + np.zeros((2, 4))
