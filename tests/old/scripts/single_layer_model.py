# One layer without brackets, metrics without brackets, a comment in a call.
import numpy as np
from tensorflow import keras

net = keras.Sequential(keras.layers.Dense(1, input_shape=(2,)))
net.compile(
    optimizer=keras.optimizers.SGD(
        lr=0.1,  # once called lr
        decay=0.0,
    ),
    loss='mse',
    metrics='accuracy',
)
h = net.fit(np.ones((4, 2)), np.ones((4, 1)), nb_epoch=2, verbose=0)
print(len(h.history["acc"]), 'lr=0.1 in a string stays', "nb_epoch")
