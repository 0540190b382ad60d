# A second model on the layers of a first one.
import keras, numpy as np
from keras import layers
x = keras.Input((4,))
h = layers.Dense(3, kernel_initializer="ones", bias_initializer="zeros", name="h")(x)
y = layers.Dense(1, kernel_initializer="ones", name="y")(h)
model = keras.Model(x, y)
part = keras.Model(inputs=model.input, outputs=model.get_layer("h").output)
print(part.predict(np.array([[1., 2., 3., 4.]]), verbose=0))
print(model.predict(np.array([[1., 2., 3., 4.]]), verbose=0))
part.summary()
print(model.get_layer("y").input.shape, model.layers[-1].output.shape)
