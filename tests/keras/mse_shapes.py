# close: numbers within 1e-5. Targets whose shape differs from the output's.
import keras, numpy as np
from keras import layers
def loss_of(output, target, loss="mse"):
    m = keras.Sequential([keras.Input((2,)), layers.Dense(output, kernel_initializer="ones")])
    m.compile("sgd", loss, metrics=["mae"])
    return ["%.7f" % v for v in m.evaluate(np.arange(8.0).reshape(4, 2), target, verbose=0)]
print(loss_of(1, np.arange(4.0)))
print(loss_of(1, np.arange(4.0).reshape(4, 1)))
print(loss_of(1, np.arange(4)))
print(loss_of(3, np.ones((4, 1))))
print(loss_of(1, np.ones((4, 1), "bool")))
print(loss_of(1, np.arange(4.0).reshape(4, 1), "mae"))
