# tf.keras with the optimizers of its own past.
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers.experimental import preprocessing

model = tf.keras.Sequential([tf.keras.Input((4,)), preprocessing.Rescaling(0.5), tf.keras.layers.Dense(2)])
model.compile(optimizer=tf.keras.optimizers.legacy.Adam(lr=0.01, decay=1e-4), loss=tf.keras.losses.MSE, metrics=['accuracy'])
h = model.fit(np.ones((6, 4)), np.ones((6, 2)), epochs=2, verbose=0)
print(len(h.history['acc']))
print(tf.keras.optimizers.experimental.SGD(learning_rate=0.5).name)
