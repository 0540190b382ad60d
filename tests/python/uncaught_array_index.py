import numpy as np

names = np.array(["a", "b", "c"])
print(names[[0, 2]])
print(names[[0, 3]])
