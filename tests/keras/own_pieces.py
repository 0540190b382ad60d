# close
import numpy as np
import tensorflow as tf
import keras
from keras import layers

np.set_printoptions(precision=4, suppress=True)


def scaled(x):
    return tf.tanh(x) * 0.5


class Small(keras.initializers.Initializer):
    def __call__(self, shape, dtype=None):
        return tf.ones(shape) * 0.05


class Away(keras.regularizers.Regularizer):
    def __call__(self, x):
        return 0.01 * tf.reduce_sum(tf.square(x))


class Count(keras.metrics.Metric):
    def __init__(self, name="count", **kwargs):
        super().__init__(name=name, **kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.total.assign_add(tf.reduce_sum(tf.cast(tf.equal(y_true, tf.round(y_pred)), tf.float32)))

    def result(self):
        return self.total / 10

    def reset_state(self):
        self.total.assign(0.0)


x = np.linspace(0, 1, 12).reshape(4, 3).astype("float32")
for activation in (scaled, tf.nn.relu, tf.nn.sigmoid, lambda x: x * x):
    layer = layers.Dense(2, activation=activation, kernel_initializer=Small())
    print(layer(x).numpy().tolist())
model = keras.Sequential([keras.Input((3,)), layers.Dense(2, kernel_initializer=Small(), kernel_regularizer=Away()),
                          layers.Activation(scaled), layers.Lambda(lambda t: tf.reduce_sum(t, axis=1, keepdims=True))])
model.compile("sgd", "mse")
print(model.fit(x, x[:, :1], epochs=2, shuffle=False, verbose=0).history, model.predict(x[:1], verbose=0))
metric = Count()
metric.update_state(tf.constant([1., 0., 1.]), tf.constant([0.9, 0.2, 0.1]))
print(metric.result(), metric(tf.constant([1.]), tf.constant([0.8])), metric.name)
metric.reset_state()
print(metric.result(), len(metric.variables))
total = keras.metrics.Sum()
total.update_state([0.1, 0.2])
print(total.result())
