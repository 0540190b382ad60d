# close
import numpy as np
import tensorflow as tf

np.set_printoptions(precision=4, suppress=True)

x = tf.Variable(0.3)
with tf.GradientTape() as tape:
    y = x ** 2 + 0.5 * x
print(y, tape.gradient(y, x))
try:
    tape.gradient(y, x)
except RuntimeError as error:
    print(error)
c = tf.constant([0.1, 0.2, 0.3])
with tf.GradientTape(persistent=True) as tape:
    tape.watch(c)
    a = tf.reduce_sum(c * c)
    b = tf.reduce_prod(c)
    d = c * 2.0
print(tape.gradient(a, c), tape.gradient(b, c), tape.gradient(d, c))
print(tape.gradient(d, c, output_gradients=tf.constant([0.1, 0.5, 0.2])), tape.gradient([a, b], c))
w, v, u = tf.Variable(0.5), tf.Variable(0.2), tf.Variable(1.0, trainable=False)
with tf.GradientTape() as tape:
    z = w * v + u * w
print(tape.gradient(z, {"w": w, "v": v, "u": u}))
with tf.GradientTape(watch_accessed_variables=False) as tape:
    tape.watch(v)
    z = w * v
print(tape.gradient(z, [w, v]))
with tf.GradientTape() as tape:
    z = tf.stop_gradient(w) * v + tf.cast(w > 0, tf.float32)
print(tape.gradient(z, [w, v], unconnected_gradients=tf.UnconnectedGradients.ZERO))
with tf.GradientTape() as tape:
    with tape.stop_recording():
        k = w * 2
    z = k * v
print(tape.gradient(z, [w, v]))
with tf.GradientTape() as tape:
    tape.watch(c)
    z = c ** 2
print(tape.jacobian(z, c))
with tf.GradientTape() as one, tf.GradientTape() as two:
    p = w * w
    q = w * v
print(one.gradient(p, w), two.gradient(q, [w, v]))
