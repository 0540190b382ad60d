import numpy as np

print(np.stack([[1, 2], [3, 4]]))
np.stack([[1, 2], [3]])
