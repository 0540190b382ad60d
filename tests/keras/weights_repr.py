# close
# Weights and variables as they print, and what layers say of themselves.
import numpy as np
import keras
from keras import layers

m = keras.Sequential([keras.Input((2,)), layers.Dense(3, name="d"), layers.BatchNormalization(name="n")], name="m")
m.set_weights([np.full(w.shape, 0.25, "float32") for w in m.get_weights()])
print(m.weights[0])
print(m.weights)
print(m.layers[0].kernel, m.layers[0].bias.path, m.layers[0].kernel.trainable)
print(repr(m.weights[1]), m.weights[1].shape, m.weights[1].dtype, m.weights[1].name)
print(m.layers, m.layers[1])
print(m.trainable_weights[0].path, len(m.non_trainable_weights), m.non_trainable_weights[0])
print(m.input_shape, m.output_shape, m.inputs, m.outputs)
r = keras.Sequential([keras.Input((4, 2)), layers.LSTM(2, name="l"), layers.Dense(1, name="o")], name="r")
print([(w.path, w.shape) for w in r.weights])
v = keras.Variable([[1.0, 2.0]], name="v")
print(v, v.shape)
k = keras.Variable(3, dtype="int64", trainable=False, name="steps")
print(k)
m.compile("adam", "mse", metrics=["mae"])
h = m.fit(np.ones((4, 2)), np.ones((4, 3)), epochs=3, verbose=0, validation_split=0.5)
print(list(h.history), h.epoch, h.params, len(h.history["loss"]))
print(m.metrics_names)
