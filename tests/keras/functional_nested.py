# A model inside a model.
import keras
from keras import layers
inner = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="relu"), layers.Dense(2)], name="inner")
x = keras.Input((4,))
y = layers.Dense(1)(inner(x))
outer = keras.Model(x, y, name="outer")
outer.summary()
inner.summary()
stack = keras.Sequential([inner, layers.Dense(5)])
stack.summary()
print([w.path for w in outer.weights])
print(outer.layers)
