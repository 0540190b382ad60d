# masked: metrics are shown by name, val_ last.
import keras, numpy as np
from keras import layers
x = np.ones((6, 2)); y = np.ones((6, 1))
m = keras.Sequential([keras.Input((2,)), layers.Dense(1, activation="sigmoid")])
m.compile("sgd", "binary_crossentropy", metrics=["mse", "accuracy", "mae"])
h = m.fit(x, y, epochs=2, validation_split=0.5, verbose=2)
print(list(h.history))
print(m.evaluate(x, y, verbose=0, return_dict=True).keys())
print(len(m.evaluate(x, y, verbose=0)))
