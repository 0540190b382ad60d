# close
import numpy as np
import tensorflow as tf

draw = np.random.RandomState(3)
a = tf.Variable(draw.uniform(0.2, 0.9, (2, 3)).astype("float32"))
b = tf.Variable(draw.uniform(0.2, 0.9, (3, 2)).astype("float32"))
functions = [
    lambda: tf.reduce_mean(a @ b), lambda: tf.reduce_sum(tf.exp(a) / 10), lambda: tf.reduce_mean(tf.math.log(a) * 0.2),
    lambda: tf.reduce_mean(tf.sqrt(a)), lambda: tf.reduce_max(a), lambda: tf.reduce_min(a, axis=0)[0],
    lambda: tf.reduce_sum(tf.maximum(a, 0.5)), lambda: tf.reduce_sum(tf.clip_by_value(a, 0.3, 0.6)),
    lambda: tf.reduce_mean(tf.sin(a) * tf.cos(a)), lambda: tf.reduce_mean(tf.tanh(a)), lambda: tf.reduce_mean(tf.abs(a - 0.5)),
    lambda: tf.reduce_mean(tf.where(a > 0.5, a * a, a)), lambda: tf.reduce_mean(tf.nn.softmax(a)[:, 0]),
    lambda: tf.reduce_mean(tf.concat([a, tf.transpose(b)], axis=0) ** 2), lambda: tf.reduce_mean(tf.stack([a, a * 2])),
    lambda: tf.reduce_mean(tf.reshape(a, (3, 2)) * b), lambda: tf.reduce_mean(tf.pad(a, [[1, 1], [0, 2]])),
    lambda: tf.reduce_mean(tf.tile(a, [2, 1]) * 0.5), lambda: tf.reduce_mean(tf.cumsum(a, axis=1)),
    lambda: tf.math.reduce_std(a), lambda: tf.reduce_mean(a / tf.transpose(b)) * 0.1, lambda: tf.norm(a) * 0.1,
    lambda: tf.reduce_mean(tf.einsum("ij,jk->ik", a, b)), lambda: tf.reduce_mean(tf.sigmoid(a) ** a),
    lambda: tf.reduce_logsumexp(a), lambda: tf.reduce_mean(tf.expand_dims(a, 1) - tf.transpose(b)),
    lambda: tf.reduce_mean(tf.sort(a, axis=-1)[:, :1]), lambda: tf.reduce_sum(tf.nn.top_k(a, 1).values),
]
for i, function in enumerate(functions):
    with tf.GradientTape() as tape:
        y = function()
    da, db = tape.gradient(y, [a, b])
    print(i, (da.numpy().round(6) + 0.0).tolist(), None if db is None else db.numpy().round(6).tolist())
