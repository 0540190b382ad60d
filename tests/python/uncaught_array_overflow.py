import numpy as np

print(np.uint8(255))
print(np.array([1, 300], dtype=np.uint8))
