import numpy as np

print(np.percentile([1, 2, 3], 50))
np.percentile([1, 2, 3], 150)
