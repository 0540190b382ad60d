import numpy as np

counts = np.arange(3)
counts += 0.5
