# close: numbers within 1e-5. Losses of twenty steps from the same weights: every optimizer and loss.
import keras, numpy as np
from keras import layers, optimizers
n, inputs, hidden, classes = 140, 5, 7, 3
i = np.arange(n * inputs).reshape(n, inputs)
x = ((i * 37 % 101) / 50.0 - 1.0).astype("float32")
labels = (np.arange(n) * 7 % 11) % classes
k1 = ((np.arange(inputs * hidden).reshape(inputs, hidden) * 29 % 67) / 67.0 - 0.5).astype("float32")
k2 = ((np.arange(hidden * classes).reshape(hidden, classes) * 31 % 71) / 71.0 - 0.5).astype("float32")
def run(optimizer, loss, y, units=classes, activation="softmax", inner="tanh"):
    m = keras.Sequential([keras.Input((inputs,)), layers.Dense(hidden, activation=inner), layers.Dense(units, activation=activation)])
    m.set_weights([k1, np.zeros(hidden), k2[:, :units], np.zeros(units)])
    m.compile(optimizer=optimizer, loss=loss)
    losses = []
    for step in range(20):
        part = slice(step * 7, step * 7 + 7)
        losses.append("%.7f" % m.fit(x[part], y[part], batch_size=7, shuffle=False, verbose=0).history["loss"][0])
    return losses
kinds = {"SGD": lambda: optimizers.SGD(0.1), "momentum": lambda: optimizers.SGD(0.05, momentum=0.9), "nesterov": lambda: optimizers.SGD(0.05, momentum=0.9, nesterov=True), "RMSprop": lambda: optimizers.RMSprop(0.01), "RMSprop momentum": lambda: optimizers.RMSprop(0.01, momentum=0.5), "centered": lambda: optimizers.RMSprop(0.01, centered=True), "Adam": lambda: optimizers.Adam(0.01), "amsgrad": lambda: optimizers.Adam(0.01, amsgrad=True), "decay": lambda: optimizers.SGD(0.1, weight_decay=0.01), "clipnorm": lambda: optimizers.SGD(0.1, clipnorm=0.1)}
for name in kinds:
    try:
        print(name, run(kinds[name](), "sparse_categorical_crossentropy", labels))
    except NotImplementedError as e:
        print(name, "not there")
one_hot = keras.utils.to_categorical(labels)
print("categorical", run(optimizers.Adam(0.01), "categorical_crossentropy", one_hot))
print("binary", run(optimizers.Adam(0.01), "binary_crossentropy", (labels > 1).astype("float32"), 1, "sigmoid"))
print("binary of three", run(optimizers.Adam(0.01), "binary_crossentropy", one_hot, 3, "sigmoid"))
print("mse", run(optimizers.Adam(0.01), "mse", x.sum(axis=1), 1, None))
print("mae", run(optimizers.Adam(0.01), "mae", x.sum(axis=1), 1, None))
print("logits", run(optimizers.Adam(0.01), keras.losses.SparseCategoricalCrossentropy(from_logits=True), labels, 3, None))
print("binary logits", run(optimizers.Adam(0.01), keras.losses.BinaryCrossentropy(from_logits=True), (labels > 1).astype("float32"), 1, None))
print("smooth", run(optimizers.Adam(0.01), keras.losses.CategoricalCrossentropy(label_smoothing=0.1), one_hot))
for inner in ["relu", "sigmoid", "elu", "selu", "softplus", "gelu", "silu", "leaky_relu", "softsign"]:
    print(inner, run(optimizers.SGD(0.1), "sparse_categorical_crossentropy", labels, inner=inner))
