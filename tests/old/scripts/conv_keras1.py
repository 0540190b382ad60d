# A convolutional network with the kernel's rows and columns apart.
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Flatten
from keras.layers.convolutional import Convolution2D, MaxPooling2D
from keras.utils.np_utils import to_categorical
from keras import backend as K

K.set_image_dim_ordering('tf')
x = np.random.RandomState(0).rand(20, 12, 12, 1)
y = to_categorical(np.arange(20) % 4, 4)
model = Sequential()
model.add(Convolution2D(6, 3, 3, border_mode='valid', input_shape=(12, 12, 1), activation='relu', dim_ordering='tf'))
model.add(MaxPooling2D(pool_size=(2, 2), dim_ordering='tf'))
model.add(Convolution2D(4, 2, 3, subsample=(1, 1), W_regularizer='l2'))
model.add(Flatten())
model.add(Dense(4, activation='softmax', bias=False))
model.compile(loss='categorical_crossentropy', optimizer='adadelta', metrics=['accuracy'])
h = model.fit(x, y, batch_size=10, nb_epoch=2, verbose=0, validation_split=0.2)
print(len(h.history['acc']), len(h.history['val_acc']))
print(model.output_shape)
