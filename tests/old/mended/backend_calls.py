# A loss of one's own out of the backend.
import numpy as np
import keras
from keras import backend as K
from keras.layers import Dense


def root_mean_squared_error(y_true, y_pred):
    return keras.ops.sqrt(keras.ops.mean(keras.ops.square(y_pred - y_true), axis=-1))


model = keras.models.Sequential()
model.add(Dense(2, input_shape=(3,)))
model.compile(loss=root_mean_squared_error, optimizer=keras.optimizers.Adam(learning_rate=0.5))
model.fit(np.ones((4, 3)), np.ones((4, 2)), epochs=1, verbose=0)
model.optimizer.learning_rate.assign(0.25)
print(float(keras.ops.convert_to_numpy(model.optimizer.learning_rate)), tuple(model.layers[0].output.shape))
print(K.image_data_format() == 'channels_last')
