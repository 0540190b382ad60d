# Model(input=, output=) and merge.
import keras
import numpy as np
from keras.models import Model
from keras.layers import Input, Dense

a = Input(shape=(4,))
b = Input(shape=(4,))
left = Dense(3, activation='tanh')(a)
right = Dense(3, activation='tanh')(b)
joined = keras.layers.concatenate([left, right], axis=-1)
summed = keras.layers.add([left, right])
out = Dense(2, kernel_regularizer='l2')(keras.layers.multiply([joined, joined]))
model = Model(inputs=[a, b], outputs=[out])
model.compile('sgd', 'mse')
model.fit([np.ones((8, 4)), np.ones((8, 4))], np.ones((8, 2)), epochs=2, verbose=0)
print(model.count_params(), summed.shape)
