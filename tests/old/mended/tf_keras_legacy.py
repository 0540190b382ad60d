# tf.keras with the optimizers of its own past.
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

model = tf.keras.Sequential([tf.keras.Input((4,)), layers.Rescaling(0.5), tf.keras.layers.Dense(2)])
model.compile(optimizer=tf.keras.optimizers.Adam(learning_rate=tf.keras.optimizers.schedules.InverseTimeDecay(0.01, 1, 1e-4)), loss=tf.keras.losses.MSE, metrics=['accuracy'])
h = model.fit(np.ones((6, 4)), np.ones((6, 2)), epochs=2, verbose=0)
print(len(h.history['accuracy']))
print(tf.keras.optimizers.SGD(learning_rate=0.5).name)
