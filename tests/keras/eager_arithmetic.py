# close
import numpy as np
import tensorflow as tf

np.set_printoptions(precision=4, suppress=True)

x = tf.constant([[1., 2.], [3., 4.]])
i = tf.constant([7, -3, 5])
print(x + 1, x - x, 2 / x, x ** 2)
print(x @ x, -x, abs(tf.constant([-1., 2.])))
print(i // 2, i % 3, i / 2)
print(repr(x > 2), repr(x == 2.0), repr(x != x), x <= 1, x >= 3, x < 2)
print(x + np.array([10., 20.]), np.array([1., 1.]) + x, np.mean(x), np.sum(x))
print(i + 1, 1 - i, i * i, repr(tf.constant([True, False]) & tf.constant([True, True])))
print(~tf.constant([True, False]), tf.constant([True]) | tf.constant([False]), tf.constant([True]) ^ tf.constant([True]))
print(len(x), x.shape, x.dtype, x.ndim, float(x[0, 0]), int(i[0]), bool(tf.constant(1)))
for row in x:
    print(row.numpy())
try:
    tf.constant(1) + tf.constant(1.0)
except tf.errors.InvalidArgumentError as error:
    print(error)
try:
    tf.constant(1) + 2.5
except tf.errors.InvalidArgumentError as error:
    print(error)
try:
    bool(tf.constant([1, 2]))
except ValueError as error:
    print(error)
