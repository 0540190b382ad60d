# Images in and out: padding, upsampling, transposed convolutions.
from keras.models import Sequential
from keras.layers import ZeroPadding2D, UpSampling2D, SeparableConvolution2D, AtrousConvolution2D
from keras.layers.convolutional import Convolution2D, Deconvolution2D
from keras.layers.pooling import AveragePooling2D, GlobalAveragePooling2D

m = Sequential()
m.add(ZeroPadding2D((1, 1), input_shape=(8, 8, 2), dim_ordering='tf'))
m.add(Convolution2D(4, 3, 3, init='he_normal', activation='relu'))
m.add(AtrousConvolution2D(4, 3, 3, atrous_rate=(2, 2), border_mode='same'))
m.add(UpSampling2D((2, 2), dim_ordering='tf'))
m.add(SeparableConvolution2D(3, 3, 3, border_mode='same'))
m.add(AveragePooling2D((2, 2), border_mode='valid'))
m.add(Deconvolution2D(2, 3, 3, output_shape=(None, 10, 10, 2)))
m.add(GlobalAveragePooling2D(dim_ordering='tf'))
print(m.output_shape)
