# close
import numpy as np
import keras
from keras import layers, ops

np.set_printoptions(precision=4, suppress=True)

inputs = keras.Input((4, 3))
x = inputs * 2 + 1
y = ops.mean(x, axis=1)
z = ops.concatenate([y, ops.max(inputs, axis=1)], axis=-1)
model = keras.Model(inputs, z / 10)
data = np.linspace(-1, 1, 24).reshape(2, 4, 3).astype("float32")
print(model.predict(data, verbose=0))
print(x.shape, y.shape, z.shape, (inputs > 0).dtype, inputs[:, 0].shape, inputs[..., None].shape, ops.argmax(inputs, axis=1).dtype)
print(keras.Model(inputs, ops.reshape(inputs, (-1, 12))).output_shape, keras.Model(inputs, inputs[:, 1:3, ::2]).output_shape)
print(keras.Model(inputs, ops.transpose(inputs, (0, 2, 1)) @ inputs).predict(data, verbose=0)[0] * 0.1)
print([layer.name for layer in model.layers], [type(layer).__name__ for layer in model.layers])
h = layers.Dense(2, kernel_initializer="ones")(y)
other = keras.Model(inputs, ops.sigmoid(-h) ** 2)
other.compile("sgd", "mse")
print(other.fit(data, np.zeros((2, 2)), epochs=2, verbose=0).history)
try:
    if inputs > 0:
        print("never")
except TypeError as error:
    print(error)
try:
    float(inputs)
except ValueError as error:
    print("no value")
