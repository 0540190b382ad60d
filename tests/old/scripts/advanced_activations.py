# Activations that were a module of their own.
from keras.layers.advanced_activations import LeakyReLU, PReLU, ELU, ThresholdedReLU
from keras.layers.normalization import BatchNormalization
from keras.layers.noise import GaussianNoise
import keras.layers.core

print(LeakyReLU(0.25).negative_slope, ELU(0.5).alpha, PReLU(init='zeros').name)
print(BatchNormalization(mode=0, axis=1, momentum=0.8).axis, GaussianNoise(sigma=0.5).stddev)
print(ThresholdedReLU(theta=0.5).threshold, keras.layers.core.Dense(3).units)
