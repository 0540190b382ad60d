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
model.fit(flow(), epochs=2, verbose=0, validation_data=flow(), steps_per_epoch=max(1, 12 // batch_size), validation_steps=max(1, 4 // batch_size))
print(model.count_params())
