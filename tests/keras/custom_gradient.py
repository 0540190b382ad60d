"""tf.custom_gradient and keras.ops.custom_gradient."""
import keras
import tensorflow as tf


@tf.custom_gradient
def log1pexp(x):
    e = tf.exp(x)

    def grad(upstream):
        return upstream * (1 - 1 / (1 + e))
    return tf.math.log(1 + e), grad


x = tf.constant([0.0, 1.0, 100.0])
with tf.GradientTape() as tape:
    tape.watch(x)
    y = log1pexp(x)
print(y.numpy(), log1pexp(tf.constant(2.0)).numpy())
print(tape.gradient(y, x).numpy())


@tf.custom_gradient
def clip_gradients(y):
    def backward(dy):
        return tf.clip_by_norm(dy, 0.5)
    return y, backward


v = tf.Variable(2.0)
with tf.GradientTape() as tape:
    output = clip_gradients(v * v)
print(output.numpy(), tape.gradient(output, v).numpy())


@tf.custom_gradient
def sign_through(x):
    """The sign, as if it were the number itself."""
    return tf.sign(x), lambda dy: dy


w = tf.Variable([[0.3, -0.2], [0.1, 0.4]])
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(tf.matmul(tf.ones((1, 2)), sign_through(w)) ** 2)
print(loss.numpy(), tape.gradient(loss, w).numpy())


@tf.custom_gradient
def weighted(x, k):
    def grad(dy):
        return 10.0 * dy * k, None
    return x * k, grad


a, k = tf.Variable([1.0, 2.0]), tf.Variable([3.0, 4.0])
with tf.GradientTape(persistent=True) as tape:
    out = weighted(a, k) + a
print(out.numpy(), tape.gradient(out, a).numpy(), tape.gradient(out, k))


@keras.ops.custom_gradient
def cubed(x):
    def grad(*args, upstream=None):
        if upstream is None:
            (upstream,) = args
        return upstream * 3.0 * x ** 2
    return x ** 3, grad


t = tf.Variable(2.0)
with tf.GradientTape() as outer:
    with tf.GradientTape() as inner:
        z = cubed(t)
    first = inner.gradient(z, t)
print(z.numpy(), first.numpy())


class Reversed(keras.layers.Layer):
    """Hands numbers on, and turns their gradients round."""

    def call(self, x):
        @tf.custom_gradient
        def reverse(x):
            return tf.identity(x), lambda dy: -dy
        return reverse(x)


layer = Reversed()
n = tf.Variable([[1.0, -2.0]])
with tf.GradientTape() as tape:
    total = tf.reduce_sum(layer(n) * 3.0)
print(tape.gradient(total, n).numpy())
