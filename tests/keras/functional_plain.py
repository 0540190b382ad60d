# A chain of calls.
import keras
from keras import layers
inputs = keras.Input(shape=(28, 28), name="image")
x = layers.Flatten()(inputs)
x = layers.Dense(16, activation="relu")(x)
outputs = layers.Dense(10, activation="softmax", name="digit")(x)
model = keras.Model(inputs=inputs, outputs=outputs, name="digits")
model.summary()
print(model.input_shape, model.output_shape)
print([l.name for l in model.layers])
print(model.input, model.output)
print(model.inputs)
