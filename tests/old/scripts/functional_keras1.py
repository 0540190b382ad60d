# Model(input=, output=) and merge.
import numpy as np
from keras.models import Model
from keras.layers import Input, Dense, merge

a = Input(shape=(4,))
b = Input(shape=(4,))
left = Dense(3, activation='tanh')(a)
right = Dense(3, activation='tanh')(b)
joined = merge([left, right], mode='concat', concat_axis=-1)
summed = merge([left, right], mode='sum')
out = Dense(2, W_regularizer='l2')(merge([joined, joined], mode='mul'))
model = Model(input=[a, b], output=[out])
model.compile('sgd', 'mse')
model.fit([np.ones((8, 4)), np.ones((8, 4))], np.ones((8, 2)), nb_epoch=2, verbose=0)
print(model.count_params(), summed.shape)
