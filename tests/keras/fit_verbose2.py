# masked: a line an epoch.
import keras, numpy as np
from keras import layers
x = np.linspace(0, 1, 40).reshape(20, 2); y = (x.sum(axis=1) > 1).astype("int32")
m = keras.Sequential([keras.Input((2,)), layers.Dense(4, activation="relu"), layers.Dense(2, activation="softmax")])
m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
h = m.fit(x, y, epochs=3, batch_size=8, verbose=2)
print(h.params, h.epoch)
h = m.fit(x, y, epochs=2, validation_split=0.25, verbose=2)
print(h.history.keys())
h = m.fit(x, y, epochs=2, validation_data=(x[:5], y[:5]), verbose=2)
print(h.history.keys(), h.params)
h = m.fit(x, y, epochs=4, initial_epoch=2, verbose=2)
print(h.epoch, h.params)
h = m.fit(x, y, verbose=False)
print(h.epoch, h.params)
print(m.evaluate(x, y, verbose=2))
print(m.predict(x[:3], verbose=2).shape)
print(m.history is h, h.model is m)
