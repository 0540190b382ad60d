"""Event files: one a kind of data, records whose lengths and checksums are right (TensorFlow reads them)."""
import os
import struct
import tempfile
import numpy as np
import keras
import _keras_events
from keras import layers

os.chdir(tempfile.mkdtemp())
model = keras.Sequential([keras.Input((3,)), layers.Dense(2)])
model.compile("sgd", "mse", metrics=["mae"])
x, y = np.ones((8, 3)), np.ones((8, 2))
model.fit(x, y, epochs=2, verbose=0, validation_split=0.25, callbacks=[keras.callbacks.TensorBoard("runs", write_graph=False)])
print(sorted(os.listdir("runs")))
for which in sorted(os.listdir("runs")):
    names = os.listdir(os.path.join("runs", which))
    print(which, len(names), names[0].startswith("events.out.tfevents."), names[0].endswith(".v2"))
    with open(os.path.join("runs", which, names[0]), "rb") as file:
        data = file.read()
    tags = [tag for tag in (b"epoch_loss", b"epoch_mae", b"epoch_learning_rate") if tag in data]
    at = count = 0
    while at < len(data):
        at += struct.unpack("<Q", data[at:at + 8])[0] + 16
        count += 1
    print(at == len(data), count > 3, tags, b"brain.Event:2" in data)
try:
    keras.callbacks.TensorBoard(batch_sizes=3)
except TypeError as error:
    print(error)
print(hex(_keras_events.crc32c(b"123456789")))  # the check value of the polynomial
