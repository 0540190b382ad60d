import numpy as np
x = np.zeros((10, 28, 28))
print(x.reshape(10, 784).shape)
x.reshape(10, 785)
