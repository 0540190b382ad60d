# Widths that are asked for.
import keras
from keras import layers
m = keras.Sequential([keras.Input((784,)), layers.Dense(50, activation="relu", name="hidden_layer_of_fifty_units"), layers.Dense(10)])
m.summary(line_length=60)
m.summary(line_length=100)
m.summary(line_length=40)
m.summary(60)
