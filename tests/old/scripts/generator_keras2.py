# fit_generator with steps.
import numpy as np
from keras import models, layers, optimizers


def batches():
    rng = np.random.RandomState(1)
    while True:
        x = rng.rand(8, 5)
        yield x, x.sum(axis=1, keepdims=True)


net = models.Sequential()
net.add(layers.Dense(6, activation='relu', input_shape=(5,)))
net.add(layers.Dense(1))
net.compile(optimizer=optimizers.RMSprop(lr=0.01), loss='mse', metrics=['mae'])
hist = net.fit_generator(batches(), steps_per_epoch=4, epochs=2, verbose=0, validation_data=batches(), validation_steps=2,
                         workers=1, max_queue_size=4)
print(sorted(hist.history))
print(len(net.evaluate_generator(batches(), steps=2)), net.predict_generator(batches(), steps=2).shape)
