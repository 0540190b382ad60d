# close: classes that derive from built-in layers
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers

r = np.random.RandomState(3)
x, y, pictures = r.rand(4, 3).astype("float32"), r.rand(4, 1), r.rand(2, 5, 5, 2).astype("float32")


def weighted(layer):
    layer.set_weights([r.uniform(-0.4, 0.4, w.shape) for w in layer.get_weights()])
    return layer


class Plain(layers.Dense):
    pass


class Scaled(layers.Dense):
    def __init__(self, units, scale=2.0, **kwargs):
        super().__init__(units, activation="relu", **kwargs)
        self.scale = scale

    def call(self, inputs):
        return super().call(inputs) * self.scale

    def get_config(self):
        return {**super().get_config(), "scale": self.scale}


class Extra(layers.Dense):
    def build(self, input_shape):
        super().build(input_shape)
        self.extra = self.add_weight(name="extra", shape=(self.units,), initializer="ones")

    def call(self, inputs):
        return super().call(inputs) + self.extra


class Rectified(layers.Conv2D):
    def call(self, inputs):
        return keras.ops.relu(super().call(inputs))


class Always(layers.Dropout):
    def call(self, inputs, training=None):
        return super().call(inputs, training=True)


first = Plain(2, name="first")
print(first, first.units, isinstance(first, layers.Dense), np.asarray(first(x)).shape, [w.name for w in first.weights],
        first.kernel.shape)
model = weighted(keras.Sequential([keras.Input((3,)), Plain(4, activation="tanh"), Scaled(3), Extra(2),
        layers.Dense(1)]))
model.compile("sgd", "mse")
print(model.fit(x, y, epochs=3, verbose=0).history["loss"], model.predict(x, verbose=0).ravel().tolist())
model.summary()
print([layer.name for layer in model.layers], [(w.name, tuple(w.shape)) for w in model.weights])
config = Scaled(3, scale=5.0).get_config()
print(config["scale"], config["units"], config["activation"], list(config)[:4])
print(Scaled.from_config({key: value for key, value in config.items() if key != "activation"}).scale)
layer = Rectified(3, 2)
layer(pictures)
print(float(np.asarray(weighted(layer)(pictures)).mean()), np.asarray(layer(pictures)).shape)
print(bool((np.asarray(Always(0.5)(np.ones((4, 50), "float32"))) == 0).any()))
layer = Extra(2)
layer.build((None, 3))
print([w.name for w in layer.weights], layer.built, layer.count_params())
model.layers[0].trainable = False
print(len(model.trainable_weights), model.layers[1].scale, type(model.layers[1]).__name__)
for call in ("Plain()", "Plain(2, nothing=1)", "Plain('a')", "Scaled(2, 3.0)(5)", "Rectified(2, 9)(pictures)"):
    try:
        print(call, "gives", eval(call))
    except Exception as error:
        print(call, type(error).__name__)
