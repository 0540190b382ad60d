import numpy as np

print(np.average([1, 2], weights=[1, 3]))
np.average([1, 2], weights=[1, -1])
