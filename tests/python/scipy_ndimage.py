# Images moved, turned and smoothed.
import numpy as np
from scipy import ndimage
from scipy.ndimage import convolve, gaussian_filter, map_coordinates, rotate, shift, zoom

a = np.arange(20.0).reshape(4, 5) ** 1.5
print(gaussian_filter(a, sigma=1).round(5))
print(gaussian_filter(a, (0.5, 1.5), mode='constant').round(4)[1])
print(convolve(a, np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]])).round(4), ndimage.uniform_filter(a, 3)[1].round(4))
print(shift(a, (1, -2)).round(4), shift(a, [0.5, 0], order=1, mode='nearest')[1].round(4), shift(a, (0, 1), cval=-1)[0].round(3))
print(rotate(a, 30, reshape=False, order=1).round(4))
print(rotate(a, 90, order=1).shape, rotate(a, -15, order=1).shape, zoom(a, 2, order=1).shape, zoom(a, (0.5, 1.4), order=1).round(4))
print(map_coordinates(a, [[0.5, 2], [0.5, 3]], order=1).round(5), ndimage.correlate(a, np.ones((3, 3)), mode='constant')[0].round(4))
