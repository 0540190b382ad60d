# Configurations of the user's own classes and functions: get_config, from_config, inside models, and in files.
import os
import tempfile
import numpy as np
import keras
from keras import layers


@keras.saving.register_keras_serializable("mine")
class Twice(layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.inner = layers.Dense(units)

    def call(self, x):
        return self.inner(x) * 2

    def get_config(self):
        return dict(super().get_config(), units=self.units)


@keras.saving.register_keras_serializable("mine")
def bend(x):
    return keras.ops.tanh(x) * 3


def plain(x):
    return x + 1


class Weighted(keras.losses.Loss):
    def __init__(self, w=1.0, **kwargs):
        super().__init__(**kwargs)
        self.w = w

    def call(self, y_true, y_pred):
        return self.w * keras.ops.mean(keras.ops.square(y_true - y_pred), axis=-1)

    def get_config(self):
        return dict(super().get_config(), w=self.w)


print(Twice(5, name="q").get_config())
print(Twice.from_config(Twice(5, name="q").get_config()).units, Twice(3).units)
print(layers.Activation(bend, name="a").get_config()["activation"])
print(layers.Dense(2, activation=plain, name="d").get_config()["activation"])
print(keras.saving.serialize_keras_object(bend))
print(Weighted.from_config(Weighted(3.0, name="w").get_config()).w)
m = keras.Sequential([keras.Input((3,)), Twice(4, name="t"), layers.Activation(bend, name="b"), layers.Dense(1, name="e")], name="m")
for layer in m.get_config()["layers"][1:]:
    print(layer["module"], layer["class_name"], layer["registered_name"], layer["build_config"] if "build_config" in layer else None)
again = keras.Sequential.from_config(m.get_config())
print([type(layer).__name__ for layer in again.layers], again.layers[0].units)
os.chdir(tempfile.mkdtemp())
m.compile("sgd", Weighted(0.5))
x = np.arange(6.0).reshape(2, 3) / 10
m.train_on_batch(x, np.zeros((2, 1)))
m.save("m.keras")
back = keras.models.load_model("m.keras", custom_objects={"Weighted": Weighted})
print(np.allclose(back.predict(x, verbose=0), m.predict(x, verbose=0)), back.loss.w, int(back.optimizer.iterations))
try:
    keras.models.load_model("m.keras")
except TypeError as error:
    print("TypeError", "Weighted" in str(error))
with keras.saving.custom_object_scope({"Weighted": Weighted}):
    clone = keras.models.clone_model(m)
print([w.shape for w in clone.get_weights()])
print([w.path for w in m.weights])
