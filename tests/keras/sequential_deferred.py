# Weights come with the first data.
import keras, numpy as np
from keras import layers
model = keras.Sequential([layers.Dense(3), layers.Dense(1)])
print(model.built, model.weights, len(model.trainable_weights))
model.summary()
y = model(np.ones((2, 4), "float32"))
print(y.shape, model.built)
print([w.shape for w in model.weights])
model.summary()
