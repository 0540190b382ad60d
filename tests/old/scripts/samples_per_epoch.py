# Keras 1 counted samples, not steps.
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

batch_size = 4


def flow():
    while True:
        yield np.ones((batch_size, 3)), np.ones((batch_size, 1))


model = Sequential([Dense(1, input_dim=3)])
model.compile(optimizer='sgd', loss='mse')
model.fit_generator(flow(), samples_per_epoch=12, nb_epoch=2, verbose=0, nb_val_samples=4, validation_data=flow())
print(model.count_params())
