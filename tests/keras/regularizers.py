# close: numbers within 1e-5. Penalties count in the loss.
import keras, numpy as np
from keras import layers, regularizers
x = np.ones((4, 2)); y = np.zeros((4, 1))
def loss_of(**options):
    m = keras.Sequential([keras.Input((2,)), layers.Dense(1, kernel_initializer="ones", **options)])
    m.compile("sgd", "mse")
    first = m.evaluate(x, y, verbose=0)
    h = m.fit(x, y, verbose=0, epochs=3, shuffle=False)
    return "%.7f" % first, ["%.7f" % v for v in h.history["loss"]]
print(loss_of())
print(loss_of(kernel_regularizer="l2"))
print(loss_of(kernel_regularizer=regularizers.l1(0.1)))
print(loss_of(kernel_regularizer=regularizers.L1L2(0.1, 0.2)))
print(loss_of(kernel_regularizer=regularizers.L2))
print(loss_of(bias_regularizer="l1", bias_initializer="ones"))
print(loss_of(activity_regularizer=regularizers.L2(0.1)))
print(loss_of(activity_regularizer="l1"))
print(float(regularizers.L2(0.1)(np.ones((3, 2)))))
