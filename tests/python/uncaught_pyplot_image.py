import numpy as np
import matplotlib.pyplot as plt
x = np.zeros((10, 784))
print(x.shape)
plt.imshow(x[0], cmap='gray')
