import numpy as np
m = np.array([[1.0, 2.0], [2.0, 4.0]])
print(np.linalg.norm(m))
np.linalg.inv(m)
