# close
import numpy as np
import tensorflow as tf
from tensorflow.keras import backend as K

np.set_printoptions(precision=4, suppress=True)

x = tf.constant([[0.5, -0.25, 0.1], [0.75, 0.3, -0.6]])
for f in (K.abs, K.exp, K.square, K.sign, K.round, K.sin, K.cos, K.tanh, K.sigmoid, K.softplus, K.softsign, K.elu, K.softmax,
          K.relu, K.flatten, K.transpose, K.zeros_like, K.ones_like, K.l2_normalize, K.stop_gradient):
    print(K.get_value(f(x)).tolist())
for f in (K.sum, K.mean, K.max, K.min, K.prod, K.std, K.var):
    print(K.eval(f(x)), K.eval(f(x, axis=1)), K.eval(f(x, axis=-1, keepdims=True)).tolist())
print(K.clip(x, -0.2, 0.4), K.maximum(x, 0.2), K.minimum(x, 0.2), K.pow(K.abs(x), 2), K.sqrt(K.abs(x)), K.log(K.abs(x) + 1))
print(K.equal(x, x), K.greater(x, 0.0), K.less(x, 0.0), K.cast(x > 0, "float32"), K.argmax(x), K.argmin(x, axis=0), K.epsilon())
print(K.dot(x, K.transpose(x)), K.expand_dims(x).shape, K.squeeze(K.expand_dims(x), -1).shape, K.reshape(x, (3, 2)).shape)
print(K.concatenate([x, x], axis=0).shape, K.stack([x, x]).shape, K.permute_dimensions(x, (1, 0)).shape, K.repeat_elements(x, 2, 1).shape)
print(K.int_shape(x), K.ndim(x), K.dtype(x), K.one_hot(tf.constant([0, 1]), 2), K.shape(x), K.tile(x, [1, 2]).shape)
v = K.variable([0.1, 0.2])
K.set_value(v, [0.3, 0.4])
print(K.get_value(v), K.constant([1, 2]), K.zeros((2,)).numpy(), K.ones((2,)).numpy(), K.batch_flatten(tf.ones((2, 2, 2))).shape)
print(K.binary_crossentropy(tf.constant([0., 1.]), tf.constant([0.4, 0.7])), K.categorical_crossentropy(tf.constant([[0., 1.]]), tf.constant([[0.4, 0.6]])))
print(K.random_normal((2, 3)).shape, K.random_uniform((2,)).dtype, K.cumsum(x, axis=1)[0], K.not_equal(x, 0.5)[0], K.hard_sigmoid(x)[0])
