# What is not known is a question mark.
import keras
from keras import layers
m = keras.Sequential(name="empty")
m.summary()
m.add(layers.Dense(4, activation="relu"))
m.add(layers.Dense(4, name="a_rather_long_name_for_a_layer_of_this_kind"))
m.summary()
print(m.weights, m.built)
