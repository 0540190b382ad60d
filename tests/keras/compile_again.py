# Compiling again starts a new optimizer; weights stay.
import keras, numpy as np
from keras import layers
m = keras.Sequential([keras.Input((2,)), layers.Dense(1, kernel_initializer="ones")])
m.compile("adam", "mse")
m.fit(np.ones((4, 2)), np.zeros(4), verbose=0)
w = m.get_weights()[0]
m.compile("sgd", "mae")
print(type(m.optimizer).__name__, m.optimizer.name, int(m.optimizer.iterations), bool((m.get_weights()[0] == w).all()))
print(m.loss, m.compiled if hasattr(m, "compiled") else "")
m.summary()
