import numpy as np

print(np.array(["a"]) + "b")
print(np.array(["a"]) - 1)
