# Classes, and objects with an address left out.
import keras, tensorflow as tf
from keras import layers, losses, optimizers, initializers, regularizers
print(layers.Dense, keras.Sequential, type(keras.Sequential()))
x = keras.Input((2,))
m = keras.Model(x, layers.Dense(1)(x))
print(type(m), type(x), type(m.weights[0]))
print(type(tf.constant(1)), type(tf.constant([1]).shape), tf.float32, repr(tf.float32), tf.int32)
print(type(m.layers[1]), isinstance(m, keras.Model), isinstance(m.layers[1], layers.Layer))
for thing in [initializers.GlorotUniform(), regularizers.L2(0.1), optimizers.Adam(), optimizers.SGD()]:
    print(str(thing).split(" object at ")[0])
print(initializers.Zeros, losses.MeanSquaredError, optimizers.RMSprop)
print(issubclass(keras.Sequential, keras.Model), tf.float32 == "float32", tf.constant(1.0).dtype == tf.float32)
