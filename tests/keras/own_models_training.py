# close
# A model of the user's class is told that it trains by call()'s argument; without one its layers do what they do in predict.
import numpy as np
import keras
from keras import layers


class Told(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(3, kernel_initializer="ones")
        self.norm = layers.BatchNormalization()

    def call(self, x, training=None):
        return self.norm(self.dense(x), training=training)


class Passing(Told):
    def call(self, x, training=None):
        return self.norm(self.dense(x))


class Untold(Told):
    def call(self, x):
        return self.norm(self.dense(x))


x = np.arange(8).reshape(4, 2).astype("float32") / 20
for kind in (Told, Passing, Untold):
    m = kind()
    m.compile("sgd", "mse")
    print(kind.__name__, [float(m.train_on_batch(x, np.zeros((4, 3)))) for _ in range(3)])
    print(m.norm.non_trainable_weights[0].numpy().tolist(), m.predict(x, verbose=0)[0].tolist())
    print([value / 10 for value in m(x, training=True).numpy()[0].tolist()])
    inner = keras.Sequential([keras.Input((2,)), m, layers.Dense(1, kernel_initializer="ones")])
    inner.compile("sgd", "mse")
    print(float(inner.train_on_batch(x, np.zeros((4, 1)))) / 100)
