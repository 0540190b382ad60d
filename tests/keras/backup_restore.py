# close
# A fit that is cut short, and taken up again where it was.
import os
import tempfile
import numpy as np
import keras
from keras import layers

os.chdir(tempfile.mkdtemp())
x = np.random.RandomState(0).rand(12, 3).astype("float32")
y = np.random.RandomState(1).rand(12, 2).astype("float32")


def build():
    model = keras.Sequential([keras.Input((3,)), layers.Dense(2)])
    model.set_weights([np.random.RandomState(i).rand(*w.shape) - 0.5 for i, w in enumerate(model.get_weights())])
    model.compile(keras.optimizers.Adam(0.05), "mse")
    return model


class Stop(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        if epoch == 2:
            raise RuntimeError("cut")


model = build()
try:
    model.fit(x, y, epochs=4, verbose=0, shuffle=False, callbacks=[keras.callbacks.BackupAndRestore("b"), Stop()])
except RuntimeError as error:
    print(error, sorted(os.listdir("b")))
again = build()
h = again.fit(x, y, epochs=4, verbose=0, shuffle=False, callbacks=[keras.callbacks.BackupAndRestore("b")])
print(h.epoch, h.history["loss"], os.path.exists("b"))
whole = build()
print(whole.fit(x, y, epochs=4, verbose=0, shuffle=False).history["loss"][2:])
again.fit(x, y, epochs=1, verbose=0)
best = keras.callbacks.ModelCheckpoint("best-{epoch}.keras", monitor="loss")
whole.fit(x, y, epochs=2, verbose=0, shuffle=False, callbacks=[best])
print(sorted(os.listdir(".")))
print(keras.models.load_model("best-2.keras").evaluate(x, y, verbose=0))
try:
    keras.callbacks.BackupAndRestore("")
except ValueError as error:
    print(error)
