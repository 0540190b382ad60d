# Tables of the user's own layers and models, before and after they are called.
import keras
import numpy as np
from keras import layers


class Block(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.one = layers.Dense(units)
        self.two = layers.Dense(units)
        self.norm = layers.BatchNormalization()

    def call(self, x, training=None):
        return self.norm(self.two(self.one(x)), training=training)


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.block = Block(4, name="block")
        self.head = keras.Sequential([layers.Dense(3, activation="relu"), layers.Dense(1)], name="head")

    def call(self, x, training=None):
        return self.head(self.block(x, training=training))


net = Net(name="net")
net.summary()
net(np.ones((2, 5), "float32"))
net.summary()
net.summary(expand_nested=True, show_trainable=True)
f = keras.Sequential([keras.Input((5,)), Block(4), layers.Dense(2)], name="with_block")
f.summary()
i = keras.Input((5,), name="i")
g = keras.Model(i, layers.Add(name="sum")([Block(3, name="b1")(i), Block(3, name="b2")(i)]), name="blocks")
g.summary()
net.compile("adam", "mse")
net.fit(np.ones((4, 5)), np.ones((4, 1)), epochs=1, verbose=0)
net.summary()
