import numpy as np
import tensorflow as tf
import keras
from keras import layers


class Sampling(layers.Layer):
    def call(self, inputs):
        mean, log_variance = inputs
        batch, size = tf.shape(mean)[0], tf.shape(mean)[1]
        return mean + tf.exp(0.5 * log_variance) * tf.random.normal(shape=(batch, size))


class Noise(layers.Layer):
    def call(self, x):
        return x + keras.random.uniform((2,), 1.0, 2.0)


class Autoencoder(keras.Model):
    def __init__(self, encoder, decoder, **kwargs):
        super().__init__(**kwargs)
        self.encoder = encoder
        self.decoder = decoder
        self.tracker = keras.metrics.Mean(name="loss")

    @property
    def metrics(self):
        return [self.tracker]

    def train_step(self, data):
        with tf.GradientTape() as tape:
            mean, log_variance, z = self.encoder(data)
            loss = tf.reduce_mean(tf.square(data - self.decoder(z)))
            loss += 0.1 * tf.reduce_mean(tf.square(mean) + tf.exp(log_variance) - log_variance - 1)
        gradients = tape.gradient(loss, self.trainable_weights)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_weights))
        self.tracker.update_state(loss)
        return {"loss": self.tracker.result()}

    def test_step(self, data):
        self.tracker.update_state(tf.reduce_mean(tf.square(data[0] - data[1])))
        return {"loss": self.tracker.result()}


inputs = keras.Input((6,))
hidden = layers.Dense(4, activation="relu")(inputs)
mean, log_variance = layers.Dense(2)(hidden), layers.Dense(2)(hidden)
encoder = keras.Model(inputs, [mean, log_variance, Sampling()([mean, log_variance])], name="encoder")
decoder = keras.Sequential([keras.Input((2,)), layers.Dense(6, activation="sigmoid")])
model = Autoencoder(encoder, decoder)
model.compile(optimizer=keras.optimizers.Adam(0.01))
x = np.random.RandomState(0).uniform(0, 1, (32, 6)).astype("float32")
history = model.fit(x, epochs=3, batch_size=8, verbose=0)
print(list(history.history), len(history.history["loss"]), history.epoch, np.isfinite(history.history["loss"]).all())
print(round(float(np.ravel(model.evaluate(x, x, verbose=0))[0]), 3), len(model.trainable_weights))
noisy = keras.Sequential([keras.Input((2,)), Noise()])
a, b = noisy.predict(np.zeros((4, 2)), verbose=0), noisy(np.zeros((4, 2)))
print(a.shape, bool((a >= 1).all() and (a < 2).all()), np.asarray(b).shape)
z = [encoder.predict(x, verbose=0)[2] for _ in range(2)]
print(z[0].shape, keras.random.normal((3,)).shape, keras.random.randint((2,), 0, 5).dtype, keras.random.SeedGenerator(3) is not None)
print(keras.random.truncated_normal((3,)).shape, keras.random.shuffle(np.arange(3)).shape)
