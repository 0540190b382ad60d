import numpy as np

print(np.where([True], "a", "b"))
print(np.where([True], "a", 1))
