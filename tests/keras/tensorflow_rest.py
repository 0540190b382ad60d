# What else of tf and keras.ops has a name.
import numpy as np
import tensorflow as tf
from keras import ops

slices = tf.IndexedSlices(tf.constant([[1., 2.]]), tf.constant([0]))
print(slices.values.numpy().tolist(), slices.indices.numpy().tolist())


class Two(tf.Module):
    def __init__(self):
        super().__init__(name='two')
        self.a, self.b = tf.Variable(1.0), tf.Variable(2.0, trainable=False)

    def __call__(self):
        with self.name_scope:
            return self.a + self.b


module = Two()
print(float(module()), [float(v) for v in module.non_trainable_variables], [float(v) for v in module.trainable_variables])
print(tf.as_string(tf.constant([1, 2])).numpy().tolist(), tf.no_op(), tf.group(tf.constant(1)), float(tf.timestamp()) > 1e9)
with tf.init_scope():
    print(tf.constant(3).numpy())
print([np.array(part).shape for part in ops.dsplit(ops.ones((1, 2, 4)), 2)], ops.empty((2, 3)).shape)
