import numpy as np
import tensorflow as tf

tf.random.set_seed(7)
a = tf.random.normal((1000,), mean=1.0, stddev=0.5)
b = tf.random.uniform((1000,), -1, 1)
c = tf.random.uniform((200,), 0, 5, dtype=tf.int32)
d = tf.random.truncated_normal((500,))
e = tf.random.shuffle(tf.range(6))
print(a.shape, a.dtype, abs(float(tf.reduce_mean(a)) - 1) < 0.1, abs(float(tf.math.reduce_std(a)) - 0.5) < 0.1)
print(b.dtype, float(tf.reduce_min(b)) >= -1, float(tf.reduce_max(b)) < 1, abs(float(tf.reduce_mean(b))) < 0.1)
print(c.dtype, sorted(set(c.numpy().tolist())), float(tf.reduce_max(tf.abs(d))) <= 2)
print(sorted(e.numpy().tolist()), e.shape, tf.random.categorical([[0.0, 50.0]], 4).numpy().tolist())
tf.random.set_seed(7)
print(np.allclose(a, tf.random.normal((1000,), mean=1.0, stddev=0.5)))
tf.debugging.assert_equal(tf.constant(1), 1)
tf.debugging.assert_near(tf.constant(1.0), 1.0)
tf.debugging.assert_positive(tf.constant([1.0]))
tf.debugging.assert_all_finite(tf.constant([1.0]), "all")
tf.debugging.assert_greater(tf.constant(2), 1)
tf.debugging.assert_less(tf.constant(1), 2)
print(tf.debugging.check_numerics(tf.constant([1.0]), "fine"))
try:
    tf.debugging.assert_equal(tf.constant(1), 2)
except tf.errors.InvalidArgumentError:
    print("not equal")


@tf.function(jit_compile=True)
def doubled(x):
    return x * 2


print(doubled(tf.constant([1, 2])), tf.map_fn(lambda x: x * x, tf.constant([1, 2, 3])), tf.py_function(lambda x: x + 1, [1], tf.int32))
print(tf.clip_by_global_norm([tf.constant([3.0, 4.0])], 10.0)[1], tf.keras.Model is not None, tf.math.softmax([[0.0, 0.0]]))
drawn = tf.random.gamma([4000], alpha=[2.0, 8.0], beta=2.0, seed=3)
print(drawn.shape, drawn.dtype, bool(tf.reduce_all(drawn > 0)), np.abs(drawn.numpy().mean(axis=0) - [1.0, 4.0]).max() < 0.2)
counted = tf.random.poisson([3000, 2], lam=4.0, seed=3)
print(counted.shape, counted.dtype, bool(tf.reduce_all(counted == tf.floor(counted))), abs(counted.numpy().mean() - 4.0) < 0.2)
