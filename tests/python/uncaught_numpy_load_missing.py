import numpy as np

print(np.version.version)
np.load("there_is_no_such_file.npy")
