import os
import tempfile
import numpy as np

path = os.path.join(tempfile.mkdtemp(), "a.npy")
np.save(path, np.array([[1], [2, 3]], dtype=object))
print(os.path.exists(path))
np.load(path)
