# masked: every spelling of accuracy, with every kind of target.
import keras, numpy as np
from keras import layers, metrics
x = np.arange(24.0).reshape(8, 3) / 24
ys = np.array([0, 1, 2, 0, 1, 2, 0, 1])
yc = keras.utils.to_categorical(ys)
yb = (ys > 0).astype("float32")
def run(units, activation, loss, y, m):
    model = keras.Sequential([keras.Input((3,)), layers.Dense(units, activation=activation)])
    model.compile(loss=loss, metrics=m)
    h = model.fit(x, y, verbose=2)
    print(list(h.history), model.metrics_names)
for m in [["accuracy"], ["acc"], ["sparse_categorical_accuracy"], [metrics.SparseCategoricalAccuracy()], [metrics.SparseCategoricalAccuracy(name="right")], ["accuracy", "acc"], [], None, ["accuracy", "mse"] if False else ["accuracy"]]:
    run(3, "softmax", "sparse_categorical_crossentropy", ys, m)
for m in [["accuracy"], ["acc"], ["categorical_accuracy"], [metrics.CategoricalAccuracy()], ["accuracy", "mse"], ["mae", "accuracy"]]:
    run(3, "softmax", "categorical_crossentropy", yc, m)
for m in [["accuracy"], ["acc"], ["binary_accuracy"], [metrics.BinaryAccuracy(threshold=0.4)], [keras.metrics.MeanSquaredError()], ["mean_squared_error"], ["MSE"], [metrics.BinaryAccuracy]]:
    run(1, "sigmoid", "binary_crossentropy", yb, m)
for m in [["mae"], ["mse", "mae"], ["mean_absolute_error"], [keras.losses.MeanAbsoluteError()] if False else ["mae"]]:
    run(1, None, "mse", yb, m)
