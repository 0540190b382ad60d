# masked: x as a list of arrays.
import keras, numpy as np
from keras import layers
a = keras.Input((2,), name="a"); b = keras.Input((3,), name="b")
s = layers.Add()([layers.Dense(4)(a), layers.Dense(4)(b)])
m = keras.Model([a, b], layers.Dense(1)(s))
m.compile("adam", "mse", metrics=["mae"])
xa = np.ones((6, 2)); xb = np.ones((6, 3)); y = np.zeros((6, 1))
h = m.fit([xa, xb], y, epochs=2, verbose=2)
print(m.predict([xa, xb], verbose=0).shape)
print(len(m.evaluate([xa, xb], y, verbose=0)))
h = m.fit([xa, xb], y, epochs=1, verbose=0, validation_data=([xa, xb], y))
print(list(h.history))
