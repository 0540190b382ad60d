# Variables.
import keras
from keras import layers
d = layers.Dense(2, kernel_initializer="ones", name="d")
d.build((None, 3))
print(d.weights)
print(d.kernel)
print(repr(d.bias))
print(d.kernel.shape, d.kernel.dtype, d.kernel.name, d.kernel.path, d.kernel.trainable)
print(d.kernel.numpy())
print(len(d.trainable_weights), len(d.non_trainable_weights), len(d.trainable_variables))
m = keras.Sequential([keras.Input((3,)), d], name="m")
for w in m.weights:
    print(w.path, w.shape)
print(d.bias.value.shape)
d.bias.assign([1.0, 2.0])
print(d.bias)
print(layers.Dense(3).weights)
