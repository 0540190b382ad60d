# close: labels and data of every dtype.
import keras, numpy as np
from keras import layers
def loss_of(x, y, loss="sparse_categorical_crossentropy"):
    m = keras.Sequential([keras.Input((2,)), layers.Dense(3, kernel_initializer="ones", activation="softmax")])
    m.layers[0].set_weights([np.array([[1.0, 0.5, 0.0], [0.0, 0.5, 1.0]]), np.zeros(3)])
    m.compile("sgd", loss, metrics=["accuracy"])
    return ["%.6f" % v for v in m.evaluate(x, y, verbose=0)]
x = np.array([[0, 1], [1, 0], [2, 2], [3, 1]])
for kind in ["uint8", "int32", "int64", "float32", "float64"]:
    print(loss_of(x.astype(kind), np.array([0, 1, 2, 0]).astype(kind)))
print(loss_of(x, np.array([[0], [1], [2], [0]])))
print(loss_of(x / 2, keras.utils.to_categorical([0, 1, 2, 0]), "categorical_crossentropy"))
print(loss_of(x[::-1], np.array([0, 1, 2, 0])[::-1]))
