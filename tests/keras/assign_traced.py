"""variable.assign() in a call that is traced happens whenever the model runs; a call may do what it likes by its mode."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops


class Count(layers.Layer):
    def __init__(self):
        super().__init__()
        self.calls = self.add_weight(shape=(), initializer="zeros", trainable=False)
        self.total = self.add_weight(shape=(3,), initializer="zeros", trainable=False)

    def call(self, x):
        self.calls.assign_add(1.0)
        self.total.assign(self.total + ops.sum(x, axis=0))
        return x * 2.0


x = np.ones((8, 3), dtype="float32")
inputs = keras.Input((3,))
count = Count()
model = keras.Model(inputs, layers.Dense(2)(count(inputs)))
model.compile("sgd", "mse")
model.fit(x, np.zeros((8, 2)), batch_size=4, epochs=2, verbose=0)
print(float(count.calls), count.total.numpy())
model.predict(x, verbose=0)
model(x)
count(x)
print(float(count.calls), count.total.numpy())


class Half(layers.Layer):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(2, use_bias=False, kernel_initializer="ones")

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, x):
        self.dense.kernel.assign(self.dense.kernel * 0.5)
        return self.dense(x)


half = Half()
model = keras.Sequential([keras.Input((3,)), half])
model.compile("sgd", "mse")
model.fit(x, np.full((8, 2), 0.75), batch_size=8, epochs=1, verbose=0)
print(half.dense.kernel.numpy()[0])
print(model.predict(x, verbose=0)[0], half.dense.kernel.numpy()[0])
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(model(x) ** 2)
print(tape.gradient(loss, model.trainable_weights[0]).numpy()[0], half.dense.kernel.numpy()[0])


class Noisy(layers.Layer):
    def call(self, x, training=None):
        if training:
            return x * 3.0
        return x * 2.0


model = keras.Model(inputs, Noisy()(inputs))
print(model.predict(x, verbose=0)[0], model(x).numpy()[0], model(x, training=True).numpy()[0])
model = keras.Model(inputs, layers.Dense(1, use_bias=False, kernel_initializer="ones")(Noisy()(inputs)))
model.compile(keras.optimizers.SGD(0.01), "mse")
print(model.fit(x, np.zeros((8, 1)), batch_size=8, verbose=0).history, model.evaluate(x, np.zeros((8, 1)), verbose=0))


class Part(layers.Layer):
    def __init__(self):
        super().__init__()
        self.seed_generator = keras.random.SeedGenerator(3)

    def call(self, x, training=True):
        if training:
            x = x + keras.random.uniform((tf.shape(x)[0], 1), minval=1.0, maxval=2.0, seed=self.seed_generator)
        return x


model = keras.Sequential([layers.Rescaling(0.5), Part()])
print(bool((model(x, training=True) > 1.0).numpy().all()), model(x, training=False).numpy()[0], model(x[:4], training=True).shape)
