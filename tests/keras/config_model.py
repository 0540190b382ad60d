# get_config of whole models, and what comes back from it.
import keras
from keras import layers
m = keras.Sequential([keras.Input((4,)), layers.Dense(2, name="d")], name="seq")
print(m.get_config())
print(keras.Sequential([layers.Dense(1, name="d")], name="u").get_config())
