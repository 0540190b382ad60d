# Automatic names count on through models.
import keras
from keras import layers
for i in range(3):
    m = keras.Sequential([layers.Dense(2), layers.Dense(1)])
    print(m.name, [l.name for l in m.layers])
m = keras.Sequential([keras.Input((2,)), layers.Dense(2)])
print(m.name, m.layers[0].name, m.inputs[0].name)
x = keras.Input((2,))
print(x.name)
m = keras.Model(x, layers.Dense(2)(x))
print(m.name, [l.name for l in m.layers])
m = keras.Sequential()
m.add(keras.Input((2,)))
m.add(layers.Dense(2))
m.add(layers.Dense(2))
print(m.name, [l.name for l in m.layers])
x = keras.Input((2,))
print(x.name)
m = keras.Model(x, x)
print(m.name)
keras.backend.clear_session()
m = keras.Sequential([layers.Dense(2), layers.Dropout(0.5), layers.Dropout(0.5), layers.LeakyReLU(), layers.ReLU()])
print(m.name, [l.name for l in m.layers])
keras.utils.clear_session() if hasattr(keras.utils, "clear_session") else None
