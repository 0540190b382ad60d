# A path around two layers.
import keras
from keras import layers
x = keras.Input((16,))
h = layers.Dense(16, activation="relu")(x)
h = layers.Dense(16)(h)
h = layers.Add()([x, h])
h = layers.ReLU()(h)
y = layers.Dense(1)(h)
m = keras.Model(x, y)
m.summary()
print([l.name for l in m.layers])
