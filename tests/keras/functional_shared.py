# One layer called twice.
import keras
from keras import layers
shared = layers.Dense(2, name="shared")
a = keras.Input((3,), name="left")
b = keras.Input((3,), name="right")
both = layers.Subtract(name="difference")([shared(a), shared(b)])
model = keras.Model([a, b], both)
model.summary()
print(len(model.weights), model.count_params())
