import numpy as np

rng = np.random.default_rng(0)
print(rng.choice(3, p=[0.2, 0.2, 0.2]))
