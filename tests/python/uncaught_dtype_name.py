import numpy as np

print(np.dtype("float32"))
print(np.zeros(2, dtype="flaot32"))
