# close
import numpy as np
import tensorflow as tf

np.set_printoptions(precision=4, suppress=True)

x = tf.constant([[0.5, -0.25, 0.1], [0.75, 0.3, -0.6]])
for f in (tf.reduce_sum, tf.reduce_mean, tf.reduce_max, tf.reduce_min, tf.reduce_prod, tf.math.reduce_std,
          tf.math.reduce_variance, tf.reduce_logsumexp, tf.math.reduce_euclidean_norm):
    print(f(x).numpy(), f(x, axis=0).numpy(), f(x, 1, keepdims=True).numpy().tolist(), f(x, axis=[0, 1]).numpy())
print(tf.argmax(x, axis=1), tf.argmin(x), tf.reduce_any(x > 0.7, axis=1), tf.reduce_all(x > -1), tf.norm(x))
print(tf.reduce_mean([1, 2]), tf.reduce_sum([1, 2]), tf.math.count_nonzero([1, 0, 2]))
print(tf.matmul(x, x, transpose_b=True), tf.tensordot(x, tf.transpose(x), axes=1), tf.einsum("ij,kj->ik", x, x))
print(tf.einsum("ij->j", x), tf.linalg.matvec(x, [1., 2., 3.]), tf.linalg.trace([[1., 2.], [3., 4.]]))
print(tf.linalg.det([[1., 2.], [3., 4.]]), tf.linalg.inv([[2., 0.], [0., 4.]]), tf.linalg.norm([3., 4.]) / 10)
print(tf.linalg.diag([1., 2.]), tf.linalg.diag_part([[1., 2.], [3., 4.]]), tf.linalg.matrix_transpose(x).shape)
print(tf.linalg.solve([[2., 0.], [0., 4.]], [[1.], [1.]]))
print(tf.matmul(tf.ones((2, 3, 4)), tf.ones((2, 4, 1))).shape, tf.nn.top_k([1., 3., 2.], k=2))
print(tf.math.confusion_matrix([0, 1, 1], [0, 1, 0]), tf.math.bincount([1, 1, 2]), tf.math.in_top_k([1], [[0.1, 0.9]], 1))
