import numpy as np

print(np.arange(3).shape)
np.arange(3).ptp()
