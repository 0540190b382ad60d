# close: from_logits with and without an activation at the end.
import keras, numpy as np
from keras import layers, losses
x = np.array([[0.5, 1.0], [1.0, -1.0], [2.0, 0.25]]); y = np.array([0, 1, 1]); one = keras.utils.to_categorical(y)
def loss_of(loss, y, units, activation):
    m = keras.Sequential([keras.Input((2,)), layers.Dense(units, activation=activation)])
    m.set_weights([np.array([[1.0, -0.5], [0.25, 2.0]])[:, :units], np.zeros(units)])
    m.compile(keras.optimizers.SGD(0.1), loss)
    return ["%.6f" % v for v in m.fit(x, y, epochs=3, shuffle=False, verbose=0).history["loss"]]
for activation in [None, "softmax"]:
    for logits in [True, False] if activation else [True]:
        print(activation, logits, loss_of(losses.SparseCategoricalCrossentropy(from_logits=logits), y, 2, activation))
        print(activation, logits, loss_of(losses.CategoricalCrossentropy(from_logits=logits), one, 2, activation))
for activation in [None, "sigmoid"]:
    for logits in [True, False] if activation else [True]:
        print(activation, logits, loss_of(losses.BinaryCrossentropy(from_logits=logits), y, 1, activation))
