import numpy as np
import tensorflow as tf

x = tf.reshape(tf.range(24), (2, 3, 4))
print(x[0], x[:, 1], x[..., 0], x[1, 2, 3])
print(x[:, None].shape, x[..., tf.newaxis].shape, x[0, ::-1, 1:3])
print(tf.gather(x, [1, 0, 1]).shape, tf.gather([10, 20, 30], [2, 0]), tf.gather(x, [0, 2], axis=1)[0])
print(tf.boolean_mask([1, 2, 3], [True, False, True]))
print(tf.slice(x, [0, 1, 0], [1, 2, -1]))
w = tf.Variable([[1., 2., 3.], [4., 5., 6.]])
with tf.GradientTape(persistent=True) as tape:
    a = tf.reduce_sum(w[:, 1] * 2)
    b = tf.reduce_sum(w[0, ::2] ** 2)
    c = tf.reduce_sum(tf.gather(w, [1, 1], axis=0))
    d = tf.reduce_sum(w[..., None] * 3)
    e = w[-1, -1] * w[0, 0]
for each in (a, b, c, d, e):
    print(tf.convert_to_tensor(tape.gradient(each, w)))
