# Two inputs meet.
import keras
from keras import layers
a = keras.Input((4,), name="a")
b = keras.Input((4,), name="b")
x = layers.Add()([layers.Dense(4)(a), b])
y = layers.Dense(1)(x)
model = keras.Model([a, b], y)
model.summary()
print(model.input_shape, model.output_shape)
print(len(model.inputs), len(model.outputs))
