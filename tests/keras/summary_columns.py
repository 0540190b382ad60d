# Shapes of many dimensions.
import keras
from keras import layers
m = keras.Sequential([keras.Input((2, 3, 4)), layers.Dense(5), layers.Flatten(), layers.Reshape((3, 5, 2, 1)), layers.Reshape((-1, 10)), layers.Dense(1, use_bias=False)])
m.summary()
for l in m.layers:
    print(l.name, l.output.shape, l.count_params())
