# What symbolic tensors show.
import keras
from keras import layers
x = keras.Input((3,))
print(x)
print(x.shape, x.dtype, x.name, x.ndim, type(x).__name__)
y = layers.Dense(4)(x)
print(y)
z = layers.Dense(2, name="out")(y)
print(z.shape, z.name)
print(keras.Input((28, 28, 1), batch_size=32, name="img"))
print(keras.Input(shape=(), name="scalar"))
print(layers.Flatten()(keras.Input((28, 28))))
print(keras.activations.relu(y).shape)
print(layers.Activation("relu")(y).shape)
print(layers.Dropout(0.1)(y))
print(keras.activations.softmax(y))
