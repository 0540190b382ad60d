# Layers without weights.
import keras
from keras import layers
m = keras.Sequential([
    keras.Input((28, 28)),
    layers.Flatten(name="flat"),
    layers.Dense(128, activation="relu"),
    layers.Dropout(0.2),
    layers.Dense(64),
    layers.Activation("relu"),
    layers.Activation("softmax", name="share"),
    layers.Reshape((8, 8)),
])
m.summary()
