# Models cloned with a function that makes each layer.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import Input, Model, Sequential, layers

seen = []


def wider(layer):
    seen.append(layer.name)
    if isinstance(layer, layers.Dense):
        config = layer.get_config()
        config["units"] += 1
        return layers.Dense.from_config(config)
    return layer.__class__.from_config(layer.get_config())


a = Input((3,), name="a")
left, right = layers.Dense(2, name="left")(a), layers.Dense(2, activation="relu", name="right")(a)
joined = layers.Concatenate(name="joined")([left, right])
shared = layers.Dense(4, name="shared")
model = Model(a, [layers.Dense(1, name="out")(joined), layers.Add(name="sum")([shared(a), shared(a)])], name="first")
clone = keras.models.clone_model(model, clone_function=wider)
print(clone.name, sorted(seen), [layer.name for layer in clone.layers])
print(clone.output_shape, clone.count_params(), model.count_params())
x = np.ones((2, 3), "float32")
print([made.shape for made in clone.predict(x, verbose=0)])
same = keras.models.clone_model(model, clone_function=lambda layer: layer.__class__.from_config(layer.get_config()))
same.set_weights(model.get_weights())
print(all(np.allclose(i, j) for i, j in zip(same.predict(x, verbose=0), model.predict(x, verbose=0))))
del seen[:]
line = Sequential([Input((3,)), layers.Dense(2, name="one"), layers.Dense(1, name="two")], name="line")
print(keras.models.clone_model(line, clone_function=wider).output_shape, seen)
