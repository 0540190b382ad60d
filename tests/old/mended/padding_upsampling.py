# Images in and out: padding, upsampling, transposed convolutions.
from keras.models import Sequential
from keras.layers import ZeroPadding2D, UpSampling2D, SeparableConv2D, Conv2D
from keras.layers import Conv2D, Conv2DTranspose
from keras.layers import AveragePooling2D, GlobalAveragePooling2D

m = Sequential()
m.add(ZeroPadding2D((1, 1), input_shape=(8, 8, 2), data_format='channels_last'))
m.add(Conv2D(filters=4, kernel_size=(3, 3), kernel_initializer='he_normal', activation='relu'))
m.add(Conv2D(filters=4, kernel_size=(3, 3), dilation_rate=(2, 2), padding='same'))
m.add(UpSampling2D((2, 2), data_format='channels_last'))
m.add(SeparableConv2D(filters=3, kernel_size=(3, 3), padding='same'))
m.add(AveragePooling2D((2, 2), padding='valid'))
m.add(Conv2DTranspose(filters=2, kernel_size=(3, 3)))
m.add(GlobalAveragePooling2D(data_format='channels_last'))
print(m.output_shape)
