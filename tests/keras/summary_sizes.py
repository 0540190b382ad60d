# Sizes in B, KB and MB.
import keras
from keras import layers
for units in [1, 10, 300, 3000, 20000]:
    m = keras.Sequential([keras.Input((units,)), layers.Dense(16, kernel_initializer="zeros")])
    m.summary()
m = keras.Sequential([keras.Input((1000,)), layers.Dense(100000, kernel_initializer="zeros")])
m.summary()
