# One layer without brackets, metrics without brackets, a comment in a call.
import numpy as np
import keras

net = keras.Sequential([keras.layers.Dense(1, input_shape=(2,))])
net.compile(optimizer=keras.optimizers.SGD(learning_rate=0.1), loss='mse', metrics=['accuracy'])
h = net.fit(np.ones((4, 2)), np.ones((4, 1)), epochs=2, verbose=0)
print(len(h.history["accuracy"]), 'lr=0.1 in a string stays', "nb_epoch")
