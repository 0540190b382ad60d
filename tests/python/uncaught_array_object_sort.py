import numpy as np

print(np.sort(np.array([2, 1], dtype=object)))
print(np.sort(np.array([2, "1"], dtype=object)))
