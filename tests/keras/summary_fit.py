# After fit the optimizer counts.
import keras, numpy as np
from keras import layers
for name in ["adam", "sgd", "rmsprop", keras.optimizers.SGD(momentum=0.9), keras.optimizers.RMSprop(momentum=0.5)]:
    m = keras.Sequential([keras.Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
    m.compile(optimizer=name, loss="mse")
    m.summary()
    m.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)
    m.summary()
