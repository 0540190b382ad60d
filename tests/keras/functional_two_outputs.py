# One input, two outputs.
import keras
import numpy as np
from keras import layers
x = keras.Input((3,))
h = layers.Dense(4, activation="tanh", name="hidden")(x)
p = layers.Dense(1, name="price")(h)
k = layers.Dense(2, activation="softmax", name="kind")(h)
model = keras.Model(x, [p, k], name="two_heads")
model.summary()
print(model.output_shape)
out = model.predict(np.zeros((5, 3)), verbose=0)
print(type(out), len(out), out[0].shape, out[1].shape)
out = model(np.zeros((2, 3), "float32"))
print(len(out), out[1].shape)
