# A convolutional network with the kernel's rows and columns apart.
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Flatten
from keras.layers import Conv2D, MaxPooling2D
from keras.utils import to_categorical
from keras import backend as K

K.set_image_data_format('channels_last')
x = np.random.RandomState(0).rand(20, 12, 12, 1)
y = to_categorical(np.arange(20) % 4, 4)
model = Sequential()
model.add(Conv2D(filters=6, kernel_size=(3, 3), padding='valid', input_shape=(12, 12, 1), activation='relu', data_format='channels_last'))
model.add(MaxPooling2D(pool_size=(2, 2), data_format='channels_last'))
model.add(Conv2D(filters=4, kernel_size=(2, 3), strides=(1, 1), kernel_regularizer='l2'))
model.add(Flatten())
model.add(Dense(4, activation='softmax', use_bias=False))
model.compile(loss='categorical_crossentropy', optimizer='adadelta', metrics=['accuracy'])
h = model.fit(x, y, batch_size=10, epochs=2, verbose=0, validation_split=0.2)
print(len(h.history['accuracy']), len(h.history['val_accuracy']))
print(model.output_shape)
