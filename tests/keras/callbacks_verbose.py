# masked
import numpy as np
import keras
from keras import layers

keras.utils.set_random_seed(4)
x = np.random.rand(64, 3)
y = np.random.rand(64, 1)
model = keras.Sequential([layers.Dense(4), layers.Dense(1)])
model.compile(loss='mse', metrics=['mae'])
stop = keras.callbacks.EarlyStopping(monitor='val_mae', mode='min', patience=50)
model.fit(x, y, epochs=3, verbose=2, validation_split=0.25,
          callbacks=[keras.callbacks.LearningRateScheduler(lambda epoch: 0.1 / (epoch + 1)), stop])


class Count(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.seen = []

    def on_predict_batch_end(self, batch, logs=None):
        self.seen.append(batch)

    def on_predict_end(self, logs=None):
        print('predicted', self.seen)


model.predict(x, verbose=0, batch_size=20, callbacks=[Count()])
print(model.stop_training, stop.best is not None, stop.wait <= 3)
