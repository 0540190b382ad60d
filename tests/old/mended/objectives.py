# Losses when they were objectives.
import numpy as np
from keras import losses, metrics
from keras.losses import categorical_crossentropy
from keras.losses import mean_squared_error, cosine_similarity

a, b = np.array([[0.1, 0.9]]), np.array([[0.3, 0.7]])
print(float(mean_squared_error(a, b)[0]) > 0, float(mean_squared_error(a, b)[0]) > 0)
print(float(categorical_crossentropy(a, b)[0]) > 0, float(cosine_similarity(a, b)[0]) < 1)
print(metrics.mean_absolute_error(a, b).shape)
