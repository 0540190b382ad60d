# Arithmetic on symbolic tensors makes layers of its own.
import keras
from keras import layers
x = keras.Input((3,))
y = layers.Dense(3)(x)
m = keras.Model(x, x + y)
m.summary()
m = keras.Model(x, y * x - y)
m.summary()
