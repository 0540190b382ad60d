import numpy as np

values = np.array(["1.5", "two"])
print(values)
print(values.astype(float))
