# Frozen layers, and the column that tells.
import keras
from keras import layers
m = keras.Sequential([keras.Input((4,)), layers.Dense(8), layers.Dense(2)])
m.layers[0].trainable = False
m.summary()
print(len(m.trainable_weights), len(m.non_trainable_weights), len(m.weights))
m.summary(show_trainable=True)
m.trainable = False
m.summary()
print(len(m.trainable_variables), m.layers[1].trainable)
