import numpy as np

print(np.nan)
print(np.NaN)
