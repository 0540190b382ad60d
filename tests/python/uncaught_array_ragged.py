import numpy as np

print("before")
print(np.array([[1, 2, 3], [4, 5]]))
