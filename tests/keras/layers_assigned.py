# close: attributes of layers that are assigned after the layer was called
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers

r = np.random.RandomState(3)
x, y = r.rand(4, 3).astype("float32"), r.rand(4, 2)


def weighted(model):
    model.set_weights([r.uniform(-0.4, 0.4, w.shape) for w in model.get_weights()])
    return model


model = weighted(keras.Sequential([keras.Input((3,)), layers.Dense(4, activation="relu", name="hidden"),
        layers.Dropout(0.0),
                                   layers.Dense(2, activation="softmax", name="last")]))
print(model.predict(x, verbose=0)[0].tolist())
model.layers[-1].activation = keras.activations.linear
print(model.predict(x, verbose=0)[0].tolist())
model.compile("sgd", "mse")
print(model.predict(x, verbose=0)[0].tolist(), np.asarray(model(x))[0].tolist())
model.get_layer("last").activation = keras.activations.softmax
model.get_layer("hidden").activation = keras.activations.tanh
print(np.asarray(model(x))[0].tolist(), model.layers[0].get_config()["activation"])
top = keras.Model(model.inputs, [model.layers[0].output, model.outputs[0]])
hidden, out = top(x)
print(np.asarray(hidden)[0].tolist(), np.asarray(out)[0].tolist())
model.layers[-1].name = "result"
print([layer.name for layer in model.layers], model.get_layer("result") is model.layers[-1])
model.layers[0].trainable = False
model.compile("sgd", "mse")
print(model.fit(x, y, epochs=2, verbose=0).history["loss"], len(model.trainable_weights))
model.layers[0].trainable = True
model.layers[0].activation = keras.activations.get("relu")
model.compile("sgd", "mse")
print(model.fit(x, y, epochs=2, verbose=0).history["loss"], model.evaluate(x, y, verbose=0))
model.layers[1].rate = 0.5
print(model.layers[1].rate, model.layers[1].get_config()["rate"])
fresh = layers.Dense(2)
fresh.units = 5
fresh.use_bias = False
fresh.kernel_regularizer = keras.regularizers.L2(0.1)
print(np.asarray(fresh(x)).shape, len(fresh.weights), fresh.kernel_regularizer.get_config(), [float(i) < 9
        for i in fresh.losses])
outer = weighted(keras.Sequential([keras.Input((3,)), keras.Sequential([layers.Dense(3, activation="relu")]),
        layers.Dense(1)]))
print(np.asarray(outer(x)).ravel().tolist())
outer.layers[0].layers[0].activation = keras.activations.linear
print(outer.predict(x, verbose=0).ravel().tolist())
