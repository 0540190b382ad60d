# close
import numpy as np
import tensorflow as tf

np.set_printoptions(precision=4, suppress=True)

x = tf.constant([[0.5, -0.25], [0.75, 0.1]])
p = tf.abs(x)
for f in (tf.exp, tf.square, tf.sign, tf.round, tf.floor, tf.sin, tf.cos, tf.tan, tf.tanh, tf.sigmoid, tf.asin, tf.acos,
          tf.atan, tf.sinh, tf.cosh, tf.negative, tf.math.expm1, tf.math.ceil, tf.math.erf, tf.math.softplus,
          tf.math.log_sigmoid, tf.identity, tf.stop_gradient, tf.math.is_nan, tf.math.is_inf, tf.math.is_finite,
          tf.nn.relu, tf.nn.relu6, tf.nn.selu, tf.nn.elu, tf.nn.silu, tf.nn.gelu, tf.nn.softsign, tf.nn.leaky_relu):
    print(f(x).numpy().tolist())
for f in (tf.sqrt, tf.math.log, tf.math.log1p, tf.math.rsqrt, tf.math.reciprocal):
    print((f(p) * 0.1).numpy().tolist())
for f in (tf.add, tf.subtract, tf.multiply, tf.maximum, tf.minimum, tf.math.squared_difference, tf.math.atan2,
          tf.math.divide_no_nan, tf.equal, tf.not_equal, tf.less, tf.less_equal, tf.greater, tf.greater_equal):
    print(f(x, p).numpy().tolist())
print(tf.divide(x, 2.0), tf.pow(p, 2.0), tf.math.mod(x, 0.3), tf.math.floormod(7, 3), tf.truediv(1, 2), tf.math.floordiv(7, 2))
print(tf.logical_and(True, False), tf.logical_or(True, False), tf.logical_not(True), tf.math.logical_xor(True, True))
print(tf.clip_by_value(x, -0.1, 0.6), tf.where(x > 0, x, 0.0), tf.where([True, False, True]))
print(tf.nn.softmax(x), tf.nn.log_softmax(x), tf.math.l2_normalize(x, axis=1), tf.add_n([x, x]))
print(tf.clip_by_norm(x, 0.5), tf.linalg.global_norm([x]) if hasattr(tf.linalg, "global_norm") else tf.norm(x))
