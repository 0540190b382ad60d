# Dropout works in training only.
import keras, numpy as np
from keras import layers
x = np.ones((100, 50), "float32")
d = layers.Dropout(0.5, seed=1)
print(bool((d(x) == x).numpy().all()))
y = d(x, training=True).numpy()
print(sorted(set(np.unique(y).tolist())), 0.4 < (y == 0).mean() < 0.6)
print(d.rate, d.name, d.built, d.weights)
m = keras.Sequential([keras.Input((50,)), layers.Dropout(0.9)])
print(bool((m.predict(x, verbose=0) == x).all()))
print(layers.Dropout(0)(x).shape, layers.Dropout(0.0).rate)
