# The last layer is taken away and another put there.
import keras
from keras import layers
model = keras.Sequential([keras.Input((5,)), layers.Dense(4), layers.Dense(3)])
last = model.pop()
print(last)
print(len(model.layers), model.output_shape)
model.add(layers.Dense(2, activation="softmax"))
model.summary()
while model.layers:
    model.pop()
print(model.layers)
