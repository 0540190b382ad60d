# Activations that were a module of their own.
from keras.layers import LeakyReLU, PReLU, ELU, ReLU
from keras.layers import BatchNormalization
from keras.layers import GaussianNoise
import keras.layers

print(LeakyReLU(0.25).negative_slope, ELU(0.5).alpha, PReLU(alpha_initializer='zeros').name)
print(BatchNormalization(axis=1, momentum=0.8).axis, GaussianNoise(stddev=0.5).stddev)
print(ReLU(threshold=0.5).threshold, keras.layers.Dense(3).units)
