import numpy as np
from PIL import Image

print(Image.fromarray(np.zeros((2, 3), "uint8")).size)
Image.fromarray(np.zeros((2, 2, 3)))
