# Losses when they were objectives.
import numpy as np
from keras import objectives, metrics
from keras.objectives import categorical_crossentropy
from keras.losses import mse, cosine_proximity

a, b = np.array([[0.1, 0.9]]), np.array([[0.3, 0.7]])
print(float(objectives.mean_squared_error(a, b)[0]) > 0, float(mse(a, b)[0]) > 0)
print(float(categorical_crossentropy(a, b)[0]) > 0, float(cosine_proximity(a, b)[0]) < 1)
print(metrics.mae(a, b).shape)
