# Frozen layers keep their weights.
import keras, numpy as np
from keras import layers
m = keras.Sequential([keras.Input((2,)), layers.Dense(2, kernel_initializer="ones"), layers.Dense(1, kernel_initializer="ones")])
m.layers[0].trainable = False
m.compile("sgd", "mse")
before = m.get_weights()
m.fit(np.ones((4, 2)), np.zeros((4, 1)), verbose=0)
after = m.get_weights()
print([bool((a == b).all()) for a, b in zip(before, after)])
print([w.trainable for w in m.weights], len(m.trainable_weights))
m.summary()
m.layers[0].trainable = True
print(len(m.trainable_weights), m.layers[0].trainable_weights[0].shape)
