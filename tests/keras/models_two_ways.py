# Both kinds of models made by their classes, and TensorFlow's own objects.
import keras
import numpy as np
import tensorflow as tf

tf.random.set_seed(1)
tf.config.experimental.enable_op_determinism()
print(tf.config.list_physical_devices("GPU"))
a = keras.layers.Input((3,))
b = keras.layers.Dense(2)(a)
m = keras.Model(a, b)
print(type(m).__name__, m.count_params())
s = keras.models.Sequential([keras.layers.Input((3,)), keras.layers.Dense(2, name="d")])
print(type(s).__name__, [layer.name for layer in s.layers])
t = tf.constant([[1.0, 2.0]])
print(t.dtype.name, np.dtype(t.dtype.as_numpy_dtype), t.shape.rank, t.shape.ndims, tf.float32.name)
try:
    int(b)
except ValueError as error:
    print(type(error).__name__)
