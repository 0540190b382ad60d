# close: Wrapper and SpectralNormalization
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers

r = np.random.RandomState(3)
x, y = r.uniform(-1, 1, (4, 3, 7, 2)).astype("float32"), r.rand(4, 1)


def weighted(layer):
    layer.set_weights([r.uniform(-0.4, 0.4, w.shape) for w in layer.get_weights()])
    return layer


layer = layers.SpectralNormalization(layers.Conv2D(3, 2), power_iterations=3)
layer(x)
weighted(layer)
print([(w.name, w.trainable) for w in layer.weights], np.asarray(layer(x))[0, 0, 0].tolist())
print(np.asarray(layer(x, training=True))[0, 0, 0].tolist(), np.linalg.norm(np.asarray(layer.kernel).reshape(-1, 3),
        2) < 1.1)
model = weighted(keras.Sequential([keras.Input((3, 7, 2)), layers.SpectralNormalization(layers.Dense(3)),
        layers.Flatten(), layers.Dense(1)]))
model.compile("sgd", "mse")
print(model.fit(x, y, epochs=3, batch_size=2, shuffle=False, verbose=0).history["loss"])
print(model.predict(x, verbose=0).ravel().tolist())
print(layers.SpectralNormalization(layers.Embedding(5, 2)).compute_output_shape((None, 3)))
config = layers.SpectralNormalization(layers.Dense(2, name="inner"), name="outer").get_config()
print(list(config), config["layer"]["class_name"], layers.SpectralNormalization.from_config(config).layer.name)


class Twice(layers.Wrapper):
    def call(self, inputs):
        return self.layer(inputs) + self.layer(inputs)


twice = Twice(layers.Dense(2))
print(np.asarray(twice(x)).shape, len(twice.weights), list(twice.get_config()))
for call in ("layers.Wrapper(5)", "layers.SpectralNormalization(layers.Dense(2), power_iterations=0)",
        "layers.SpectralNormalization('a')",
             "layers.SpectralNormalization(layers.Flatten())(x)"):
    try:
        print(call, "gives", eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
