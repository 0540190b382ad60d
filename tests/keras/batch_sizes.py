# close: a batch larger than the data, and batches that do not divide it.
import keras, numpy as np
from keras import layers
x = np.arange(14.0).reshape(7, 2) / 7; y = x[:, :1] - x[:, 1:]
for batch in [1, 2, 3, 7, 100]:
    m = keras.Sequential([keras.Input((2,)), layers.Dense(1, kernel_initializer="ones")])
    m.compile(keras.optimizers.SGD(0.01), "mse")
    h = m.fit(x, y, batch_size=batch, epochs=2, shuffle=False, verbose=0)
    print(batch, ["%.7f" % v for v in h.history["loss"]], h.params["steps"], "%.7f" % m.evaluate(x, y, batch_size=batch, verbose=0))
