import numpy as np

with np.errstate(divide="raise"):
    print(np.array([1.0]) / np.array([0.0]))
