# get_config of layers.
import keras
from keras import layers, regularizers, initializers
print(layers.Dense(3, name="d").get_config())
print(layers.Dense(3, activation="relu", use_bias=False, kernel_initializer="he_normal", kernel_regularizer="l2", name="d").get_config())
print(layers.Dense(3, kernel_initializer=initializers.RandomNormal(0.0, 0.05, seed=3), bias_initializer=initializers.Constant(0.1), kernel_regularizer=regularizers.L1(0.01), activity_regularizer=regularizers.l2(0.02), name="d").get_config())
print(layers.Dropout(0.5, name="drop").get_config())
print(layers.Flatten(name="f").get_config())
print(layers.Activation("tanh", name="a").get_config())
print(layers.ReLU(max_value=6, name="r").get_config())
print(layers.LeakyReLU(negative_slope=0.1, name="l").get_config())
print(layers.Softmax(name="s").get_config())
print(layers.Reshape((2, 3), name="r").get_config())
print(layers.Add(name="plus").get_config())
print(layers.InputLayer(shape=(3,), name="i").get_config())
d = layers.Dense(3)
c = d.get_config()
print(type(c), sorted(c), c["units"], c["kernel_initializer"]["class_name"])
