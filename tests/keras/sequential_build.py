# build() makes the weights for inputs of a shape.
import keras
from keras import layers
model = keras.Sequential([layers.Dense(3, activation="relu"), layers.Dense(1)])
model.build((None, 7))
model.summary()
print(model.input_shape, model.output_shape)
m2 = keras.Sequential([layers.Flatten(), layers.Dense(2)])
m2.build((None, 4, 4))
m2.summary()
