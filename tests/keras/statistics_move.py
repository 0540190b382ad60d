# close: every call in training mode moves the statistics of BatchNormalization.
import numpy as np, keras
import tensorflow as tf
from keras import layers
np.set_printoptions(precision=4, suppress=True)
x = np.random.RandomState(0).rand(600,3).astype("float32")
bn = layers.BatchNormalization(momentum=0.5)
bn(x, training=True); print(bn.get_weights()[2])
bn(x, training=True); print(bn.get_weights()[2])
with tf.GradientTape() as t: bn(x, training=True)
print(bn.get_weights()[2])
m = keras.Sequential([keras.Input((3,)), layers.BatchNormalization(momentum=0.5)])
m(x, training=True); print(m.get_weights()[2])
bare = keras.Sequential([keras.Input((3,)), layers.BatchNormalization(momentum=0.5, center=False, scale=False), layers.Dense(1)])
bare.compile("sgd", "mse")
bare.train_on_batch(x, np.ones((600, 1)))
print(bare.get_weights()[0], bare.get_weights()[1])
bare.evaluate(x, np.ones((600, 1)), verbose=0)
bare.layers[0].trainable = False
bare.compile("sgd", "mse")
bare.train_on_batch(x, np.ones((600, 1)))
print(bare.get_weights()[0], bare(x, training=True).shape, bare.get_weights()[0])
bn.trainable = False
bn(x, training=True)
with tf.GradientTape() as tape:
    y = bn(x, training=True)
print(bn.get_weights()[2])
