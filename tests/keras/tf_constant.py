# tf.constant and friends.
import tensorflow as tf
import numpy as np
print(tf.constant([1, 2, 3]))
print(tf.constant([[1.0, 2.0], [3.0, 4.0]]))
print(repr(tf.constant(5)), tf.constant(2.5))
print(tf.constant([1, 2], dtype=tf.float32))
print(tf.constant(np.arange(3)), tf.constant(np.ones(2)))
x = tf.constant([1.0, -2.0])
print(x.shape, x.dtype, x.numpy(), x.numpy().dtype)
print(tf.keras.activations.relu(x))
print(tf.nn.relu(x).numpy(), tf.nn.softmax(tf.constant([[1.0, 1.0]])))
print(x + x, x * 2, -x)
print(tf.convert_to_tensor([1.5]))
print(tf.constant(True))
print(tf.constant([True, False]))
print(tf.__version__[0], tf.keras.__version__[0])
print(tf.constant([1.0, 2.0]) > 1.5)

