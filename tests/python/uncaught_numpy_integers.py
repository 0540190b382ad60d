import numpy as np

rng = np.random.default_rng(3)
print(rng.integers(0, 10))
rng.integers(10, 0)
