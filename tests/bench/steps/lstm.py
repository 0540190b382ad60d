# Milliseconds a step of a network for texts: Embedding(5000, 32), LSTM(64) over 40 steps, batch 32.
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import time
import numpy as np
import keras
from keras import layers

STEPS = 100
random = np.random.RandomState(0)
x = random.randint(0, 5000, (32 * STEPS, 40))
y = random.randint(0, 2, (32 * STEPS, 1)).astype("float32")
model = keras.Sequential([layers.Input((40,)), layers.Embedding(5000, 32), layers.LSTM(64),
                          layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, batch_size=32, epochs=1, verbose=0)
for run in range(5):
    start = time.perf_counter()
    model.fit(x, y, batch_size=32, epochs=1, verbose=0)
    print((time.perf_counter() - start) / STEPS)
