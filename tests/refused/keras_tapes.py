import numpy as np
import keras
import tensorflow as tf
from keras import layers
from refusals import refuses, report


def twice(layer, x):
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = layer(x)
        return inner.gradient(y, x)


x = tf.constant(np.arange(12.).reshape(1, 4, 3).astype('float32'))
for layer, op in [(layers.LSTM(2), 'recurrent'), (layers.UnitNormalization(), 'unit_norm')]:
    refuses(NotImplementedError, f"the gradient of a gradient of '{op}' is not there", twice, layer, x)


def weighted(weights):
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = x * x
        return inner.gradient(y, x, output_gradients=weights)


refuses(ValueError, 'an output gradient has as many numbers as its target', weighted, tf.ones((2,)))
print(weighted(tf.ones((1, 4, 3))).shape)
report()
