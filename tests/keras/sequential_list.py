# A Sequential made of a list.
import keras
from keras import layers
model = keras.Sequential([
    layers.Input(shape=(4,)),
    layers.Dense(3, activation="relu"),
    layers.Dense(2),
])
print(len(model.layers), [l.name for l in model.layers])
print(model.outputs[0].shape)
print(model.inputs, model.outputs)
print(model.outputs[0].shape)
print(model.layers[0] is model.get_layer("dense"), model.get_layer(index=1) is model.layers[1])
print(model.count_params())
model.summary()
