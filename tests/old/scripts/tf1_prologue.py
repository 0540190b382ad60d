# What stood at the head of programs for TensorFlow 1.
import tensorflow as tf
import numpy as np
from tensorflow.python.keras.layers import Dense
from keras import backend as K
import keras

config = tf.ConfigProto()
config.gpu_options.allow_growth = True
K.set_session(tf.Session(config=config))
tf.logging.set_verbosity(tf.logging.ERROR)
tf.set_random_seed(3)
model = keras.models.Sequential([keras.layers.Dense(2, input_shape=(3,))])
model.compile(optimizer=tf.train.AdamOptimizer(0.01), loss='mse', metrics='mae')
model.fit(np.ones((4, 3)), np.ones((4, 2)), epochs=1, verbose=0)
print(model.count_params(), Dense(3).units)
