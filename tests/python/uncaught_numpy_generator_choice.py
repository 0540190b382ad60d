import numpy as np

rng = np.random.default_rng(0)
print(rng.choice(5, 3, replace=False))
print(rng.choice(5, 6, replace=False))
