# close
import numpy as np
import tensorflow as tf
import keras
from keras import layers

np.set_printoptions(precision=4, suppress=True)

draw = np.random.RandomState(1)
x = draw.uniform(0, 1, (4, 6, 6, 2)).astype("float32")
model = keras.Sequential([keras.Input((6, 6, 2)), layers.Conv2D(3, 3, activation="relu"), layers.BatchNormalization(),
                          layers.MaxPooling2D(2), layers.Flatten(), layers.Dropout(0.0), layers.Dense(3, activation="softmax")])
model.set_weights([draw.uniform(0.1, 0.6, w.shape).astype("float32") for w in model.get_weights()])
labels = np.array([0, 1, 2, 1])
for training in (True, False):
    with tf.GradientTape() as tape:
        probabilities = model(x, training=training)
        loss = keras.losses.SparseCategoricalCrossentropy()(labels, probabilities) * 0.5
    gradients = tape.gradient(loss, model.trainable_variables)
    print(loss, [round(float(tf.reduce_sum(g)), 4) + 0.0 for g in gradients], [g.shape for g in gradients])
print([w.mean() for w in model.get_weights()][4:6])
image = tf.Variable(x[:1])
with tf.GradientTape() as tape:
    score = model(image)[:, 1]
print(tape.gradient(score, image).numpy().sum(axis=(1, 2)))
