# A loss of one's own out of the backend.
import numpy as np
import keras
from keras import backend as K
from keras.layers import Dense


def root_mean_squared_error(y_true, y_pred):
    return K.sqrt(K.mean(K.square(y_pred - y_true), axis=-1))


model = keras.models.Sequential()
model.add(Dense(2, input_shape=(3,)))
model.compile(loss=root_mean_squared_error, optimizer=keras.optimizers.Adam(lr=0.5))
model.fit(np.ones((4, 3)), np.ones((4, 2)), epochs=1, verbose=0)
K.set_value(model.optimizer.lr, 0.25)
print(float(K.get_value(model.optimizer.lr)), K.int_shape(model.layers[0].output))
print(K.image_dim_ordering() == 'tf')
