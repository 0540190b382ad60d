# The layers of a model inside.
import keras
from keras import layers
inner = keras.Sequential([keras.Input((4,)), layers.Dense(3)], name="inner")
m = keras.Sequential([keras.Input((4,)), inner, layers.Dense(2)])
m.summary()
m.summary(expand_nested=True)
