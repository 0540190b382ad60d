# Input as layer, as tensor, with a batch size.
import keras
from keras import layers
m = keras.Sequential([layers.InputLayer(shape=(3,)), layers.Dense(2)])
m.summary()
m = keras.Sequential([layers.Input(shape=(3,), batch_size=8), layers.Dense(2)])
m.summary()
print(m.input_shape, m.output_shape)
x = layers.Input(shape=(2, 3), name="wide", dtype="int32")
print(x, x.shape, x.dtype)
x = layers.Input(batch_shape=(4, 2))
print(x.shape)
x = keras.Input((None, 3))
print(x.shape)
x = keras.layers.Input(5)  if False else keras.layers.Input((5,))
print(x.shape, x.ndim)
