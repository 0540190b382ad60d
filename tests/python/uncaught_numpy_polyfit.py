import numpy as np

print(np.polyval([1, 0], 5))
np.polyfit([1, 2, 3], [1, 2], 1)
