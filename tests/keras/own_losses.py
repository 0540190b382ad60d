# close
import numpy as np
import tensorflow as tf
import keras
from keras import backend as K
from keras import ops

np.set_printoptions(precision=4, suppress=True)


def squared(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred), axis=-1)


def dice(y_true, y_pred):
    a, b = tf.keras.backend.flatten(y_true), tf.keras.backend.flatten(y_pred)
    return 1 - (2 * tf.reduce_sum(a * b) + 1) / (tf.reduce_sum(a) + tf.reduce_sum(b) + 1)


def weighted(alpha):
    def loss(y_true, y_pred):
        error = y_true - y_pred
        return ops.mean(ops.where(error > 0, alpha * error, (alpha - 1) * error), axis=-1)
    return loss


class Huberish(keras.losses.Loss):
    def __init__(self, delta=0.3, name="huberish"):
        super().__init__(name=name)
        self.delta = delta

    def call(self, y_true, y_pred):
        error = tf.abs(y_true - y_pred)
        return tf.reduce_mean(tf.where(error < self.delta, error ** 2 / 2, self.delta * (error - self.delta / 2)), axis=-1)


def largest(y_true, y_pred):
    return tf.reduce_max(tf.abs(y_true - y_pred))


def share(y_true, y_pred):
    return tf.reduce_mean(tf.cast(tf.abs(y_true - y_pred) < 0.2, tf.float32))


draw = np.random.RandomState(2)
x = draw.uniform(0, 1, (20, 3)).astype("float32")
y = draw.uniform(0, 1, (20, 2)).astype("float32")
for loss in (squared, dice, weighted(0.7), Huberish(), lambda t, p: tf.math.log(tf.cosh(p - t))):
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2, activation="sigmoid")])
    model.set_weights([np.linspace(-0.5, 0.5, 6).reshape(3, 2).astype("float32"), np.zeros(2, "float32")])
    model.compile(optimizer=keras.optimizers.SGD(0.5), loss=loss, metrics=[largest, share, "mae"])
    history = model.fit(x, y, batch_size=5, epochs=2, shuffle=False, verbose=0).history
    print({name: [round(v, 5) for v in values] for name, values in sorted(history.items())})
    print([round(v, 5) for v in model.evaluate(x, y, verbose=0)])
print(Huberish()(y, y * 0.5), squared(y, y * 0.5)[:2], Huberish().name)
