# close
import numpy as np
import tensorflow as tf
import keras
from keras import layers

np.set_printoptions(precision=4, suppress=True)


class Linear(layers.Layer):
    def __init__(self, units=3, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation) if hasattr(keras.activations, "get") else activation

    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1], self.units), initializer="ones", trainable=True, name="w")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", trainable=True, name="b")

    def call(self, inputs):
        return tf.matmul(inputs, self.w) * 0.1 + self.b

    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units})
        return config


class Block(layers.Layer):
    def __init__(self):
        super().__init__()
        self.first = Linear(4)
        self.drop = layers.Dropout(0.0)
        self.second = Linear(2, name="last")

    def call(self, x, training=None):
        x = tf.nn.relu(self.first(x))
        x = self.drop(x, training=training)
        return self.second(x)


layer = Linear(2)
print(layer(np.ones((2, 3), "float32")), layer, len(layer.weights), [w.path for w in layer.weights])
print(layer.get_config()["units"], layer.name, layer.trainable, layer.built, layer.count_params())
model = keras.Sequential([keras.Input((3,)), Block(), layers.Lambda(lambda x: x * 0.5), layers.Dense(1, kernel_initializer="ones")])
model.summary()
model.compile("sgd", "mse")
x = np.linspace(0, 1, 24).reshape(8, 3).astype("float32")
print(model.fit(x, x[:, :1], epochs=2, batch_size=4, shuffle=False, verbose=0).history)
print(model.predict(x[:2], verbose=0), model.layers[0], [w.path for w in model.layers[0].trainable_weights][:2])
with tf.GradientTape() as tape:
    loss = tf.reduce_mean(model(x))
print([g.shape for g in tape.gradient(loss, model.trainable_variables)], loss)
inputs = keras.Input((3,))
both = keras.Model(inputs, Linear(2)(inputs) + Linear(2)(inputs))
print(both.predict(x[:1], verbose=0), [type(i).__name__ for i in both.layers])
