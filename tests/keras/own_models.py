# close
import numpy as np
import tensorflow as tf
import keras
from keras import layers

np.set_printoptions(precision=4, suppress=True)


class Network(keras.Model):
    def __init__(self, units=4):
        super().__init__()
        self.hidden = layers.Dense(units, activation="relu", kernel_initializer="ones")
        self.drop = layers.Dropout(0.0)
        self.heads = [layers.Dense(2, kernel_initializer="ones"), layers.Dense(1, kernel_initializer="ones")]

    def call(self, inputs, training=False):
        x = self.hidden(inputs) * 0.1
        x = self.drop(x, training=training)
        for head in self.heads:
            x = head(x)
        return tf.nn.sigmoid(x)


x = np.linspace(0, 1, 24).reshape(8, 3).astype("float32")
y = (x[:, :1] > 0.5).astype("float32")
model = Network()
print(model.built, len(model.layers))
print(model(x[:2]), model)
model.summary()
model.compile(optimizer=keras.optimizers.SGD(0.1), loss="binary_crossentropy", metrics=["accuracy"])
print(model.fit(x, y, epochs=2, batch_size=4, shuffle=False, verbose=0).history)
print(model.evaluate(x, y, verbose=0), model.predict(x[:2], verbose=0))
print([w.path for w in model.trainable_variables], model.count_params(), model.name)
other = Network()
optimizer = keras.optimizers.SGD(0.1)
for i in range(3):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((other(x, training=True) - y) ** 2)
    optimizer.apply_gradients(zip(tape.gradient(loss, other.trainable_variables), other.trainable_variables))
    print(loss)
