# close: numbers within 1e-5. Losses of whole epochs without shuffling, last batch short, with validation.
import keras, numpy as np
from keras import layers
x = (np.arange(90).reshape(45, 2) * 17 % 31 / 31.0).astype("float32")
y = (x[:, 0] > x[:, 1]).astype("int32")
m = keras.Sequential([keras.Input((2,)), layers.Dense(3, activation="relu"), layers.Dense(2, activation="softmax")])
m.set_weights([np.array([[0.3, -0.2, 0.5], [0.1, 0.4, -0.6]]), np.array([0.1, 0.2, 0.3]), np.array([[0.2, -0.1], [0.4, 0.3], [-0.5, 0.6]]), np.zeros(2)])
m.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
h = m.fit(x, y, epochs=5, batch_size=8, shuffle=False, validation_split=0.2, verbose=0)
for k in h.history:
    print(k, ["%.7f" % v for v in h.history[k]])
print(["%.7f" % v for v in m.evaluate(x, y, batch_size=16, verbose=0)])
print(["%.7f" % v for v in m.predict(x[:4], verbose=0)[:, 0]])
h = m.fit(x, y, epochs=2, batch_size=45, shuffle=False, validation_data=(x[:10], y[:10]), validation_batch_size=3, verbose=0)
for k in h.history:
    print(k, ["%.7f" % v for v in h.history[k]])
