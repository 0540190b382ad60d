# Milliseconds a step of a convolutional network: 28 x 28 x 1 images, two convolutions with pooling, batch 64.
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import time
import numpy as np
import keras
from keras import layers

STEPS = 40
x = np.random.RandomState(0).rand(64 * STEPS, 28, 28, 1).astype("float32")
y = keras.utils.to_categorical(np.arange(64 * STEPS) % 10, 10)
model = keras.Sequential([layers.Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(2),
                          layers.Conv2D(64, 3, activation="relu"), layers.MaxPooling2D(2), layers.Flatten(),
                          layers.Dropout(0.5), layers.Dense(10, activation="softmax")])
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, batch_size=64, epochs=1, verbose=0)
for run in range(5):
    start = time.perf_counter()
    model.fit(x, y, batch_size=64, epochs=1, verbose=0)
    print((time.perf_counter() - start) / STEPS)
