# close
import numpy as np
import tensorflow as tf
import keras

np.set_printoptions(precision=4, suppress=True)

v = tf.Variable([[0.1, 0.2], [0.3, 0.4]], name="weights")
print(v, repr(tf.Variable(3)), v.name, v.shape, v.dtype, v.trainable)
print(v.assign_add([[0.1, 0.1], [0.1, 0.1]]))
v.assign_sub(tf.ones((2, 2)) * 0.1)
print(v.numpy(), v[0], v[:, 1], v + 1, v * v, v @ v, -v)
v.assign(np.zeros((2, 2)))
print(v.value(), v.read_value(), tf.reduce_sum(v))
n = tf.Variable(0, dtype=tf.int32)
for i in range(3):
    n.assign_add(i)
print(n.numpy(), int(n), float(tf.Variable(0.5)), tf.Variable(1.5) > 1)
k = keras.Variable([0.5, 0.25], name="k")
print(k, k.assign([0.1, 0.2]), k.numpy(), k.shape, k.dtype, k.path, k * 2)
print(keras.Variable("ones", shape=(2,), dtype="float32", name="made"), np.array(k.value))
for row in tf.Variable([1, 2]):
    print(row)
try:
    k.assign([1.0])
except ValueError as error:
    print(str(error).split(".")[0])
