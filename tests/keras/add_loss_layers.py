# close
import numpy as np, keras, tensorflow as tf
from keras import layers, ops
class ActivityRegularizationLayer(layers.Layer):
    def __init__(self, rate=1e-2):
        super().__init__()
        self.rate = rate
    def call(self, inputs):
        self.add_loss(self.rate * ops.mean(inputs))
        return inputs
class OuterLayer(layers.Layer):
    def __init__(self):
        super().__init__()
        self.activity_reg = ActivityRegularizationLayer(0.1)
    def call(self, inputs):
        return self.activity_reg(inputs)
layer = OuterLayer()
print(len(layer.losses))
_ = layer(np.ones((2, 2)))
print(len(layer.losses), float(layer.losses[0]))
_ = layer(np.ones((2, 2)) * 3)
print(len(layer.losses), float(layer.losses[0]))
class OuterLayerWithKernelRegularizer(layers.Layer):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(3, kernel_regularizer=keras.regularizers.l2(1e-3), kernel_initializer="ones")
    def call(self, inputs):
        return self.dense(inputs)
layer = OuterLayerWithKernelRegularizer()
_ = layer(np.zeros((1, 2)))
print([float(l) for l in layer.losses])
inputs = keras.Input(shape=(3,))
x = layers.Dense(4, activation="relu", name="d")(inputs)
x = ActivityRegularizationLayer(0.5)(x)
outputs = layers.Dense(1, name="o")(x)
model = keras.Model(inputs, outputs)
rng = np.random.RandomState(3)
model.set_weights([(rng.rand(*w.shape).astype("float32") - .3) for w in model.get_weights()])
model.compile(optimizer=keras.optimizers.SGD(0.05), loss="mse")
x = rng.rand(20, 3).astype("float32"); y = rng.rand(20, 1).astype("float32")
print(model.evaluate(x, y, verbose=0))
h = model.fit(x, y, batch_size=5, epochs=3, shuffle=False, verbose=0)
print([round(v, 5) for v in h.history["loss"]])
model.compile(optimizer="sgd")
print(model.train_on_batch(x, y))
with tf.GradientTape() as tape:
    p = model(x)
    loss = tf.reduce_mean((p - y) ** 2) + sum(model.losses)
g = tape.gradient(loss, model.trainable_weights)
print(float(loss), [round(float(tf.reduce_sum(i)), 5) for i in g])
