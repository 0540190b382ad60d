import numpy as np
a = np.arange(5)
print(a[4])
a[7]
