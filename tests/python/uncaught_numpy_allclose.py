import numpy as np

np.testing.assert_allclose(np.sqrt(4.0), 2.0)
np.testing.assert_allclose([1.0, 2.0], [1.0, 2.5], rtol=0.1)
