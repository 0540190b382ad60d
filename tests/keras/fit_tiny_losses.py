# Losses of almost nothing, of nothing and of not a number.
import keras, numpy as np
from keras import layers
x = np.zeros((4, 2)); y = np.zeros((4, 1))
m = keras.Sequential([keras.Input((2,)), layers.Dense(1, kernel_initializer="zeros")])
m.compile("sgd", "mse")
print(m.fit(x, y, verbose=0).history)
print(m.evaluate(x, y + 1e-4, verbose=0) < 1e-7)
x[0, 0] = np.nan
print(m.fit(x, y, verbose=0).history)
print(m.predict(x, verbose=0)[0])
