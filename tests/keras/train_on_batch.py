# close: steps by hand.
import keras, numpy as np
from keras import layers
m = keras.Sequential([keras.Input((2,)), layers.Dense(1, kernel_initializer="ones")])
m.compile(keras.optimizers.SGD(0.05), "mse", metrics=["mae"])
x = np.array([[1.0, 2.0], [0.5, -1.0]]); y = np.array([[0.0], [1.0]])
for i in range(3):
    print(["%.7f" % v for v in m.test_on_batch(x, y)])
    m.train_on_batch(x, y)
print(m.predict_on_batch(x).shape)
print(["%.7f" % v for v in m.get_weights()[0].ravel()])
print(sorted(m.test_on_batch(x, y, return_dict=True)))
