# Layers without weights on arrays.
import keras, numpy as np
from keras import layers
x = np.array([[-2.0, -1.0, 0.0, 1.0, 2.0]], "float32")
print(layers.ReLU(max_value=1.5)(x).numpy())
print(layers.ReLU(negative_slope=0.5)(x).numpy())
print(layers.LeakyReLU(negative_slope=0.25)(x).numpy())
print(np.round(layers.ELU()(x).numpy(), 4), np.round(layers.Softmax()(x), 4))
print(layers.Flatten()(np.zeros((2, 3, 4))).shape, layers.Flatten()(np.zeros((2,))).shape)
print(layers.Reshape((4, 1))(np.zeros((2, 4))).shape, layers.Reshape((-1,))(np.zeros((2, 2, 2))).shape)
print(layers.Add()([x, x]).numpy(), layers.Subtract()([x, x]).numpy(), layers.Multiply()([x, x]).numpy())
print(layers.Dense(2, kernel_initializer="ones", activation="relu")(x).numpy())
print(layers.Dense(2, kernel_initializer="ones", use_bias=False)(np.ones((2, 3, 4))).shape)
print(layers.Activation("sigmoid")(np.zeros((1, 2))))
print(layers.Activation(keras.activations.tanh)(np.zeros((1, 2))))
print(layers.Flatten()(np.arange(4, dtype="uint8").reshape(1, 2, 2)))
