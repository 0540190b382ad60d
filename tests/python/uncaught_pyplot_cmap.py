import numpy as np
import matplotlib.pyplot as plt
image = np.zeros((4, 4))
plt.imshow(image, cmap='gray')
print(plt.gca().images[0].cmap.name)
plt.get_cmap('virids')
