# Callbacks that write files or end training, and the hooks that a callback inherits.
import os
import tempfile

import keras
import numpy as np

keras.utils.set_random_seed(3)
x = np.arange(8, dtype="float32").reshape(4, 2)
y = np.array([0.0, 1.0, 0.0, 1.0], dtype="float32")


class Watch(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.seen = []

    def on_epoch_end(self, epoch, logs=None):
        super().on_epoch_end(epoch, logs)
        self.seen.append(("epoch", epoch, sorted(logs)))

    def on_train_batch_end(self, batch, logs=None):
        super().on_train_batch_end(batch, logs)
        self.seen.append(("batch", batch))

    def on_test_batch_end(self, batch, logs=None):
        super().on_test_batch_end(batch, logs)
        self.seen.append(("test", batch))

    def on_predict_batch_end(self, batch, logs=None):
        super().on_predict_batch_end(batch, logs)
        self.seen.append(("predict", batch))

    def on_predict_end(self, logs=None):
        super().on_predict_end(logs)
        self.seen.append("predicted")


def model():
    m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    m.compile(optimizer="sgd", loss="mse", metrics=["mae"])
    return m


with tempfile.TemporaryDirectory() as folder:
    watch, m = Watch(), model()
    log, best = os.path.join(folder, "log.csv"), os.path.join(folder, "best.weights.h5")
    m.fit(x, y, epochs=2, batch_size=2, verbose=0, callbacks=[watch, keras.callbacks.CSVLogger(log)])
    m.evaluate(x, y, batch_size=2, verbose=0, callbacks=[watch])
    m.predict(x, batch_size=4, verbose=0, callbacks=[watch])
    print(watch.seen)
    lines = open(log).read().split("\n")
    print(lines[0], len(lines), [line.split(",")[0] for line in lines[1:]])
    m.fit(x, y, epochs=1, verbose=0, callbacks=[keras.callbacks.CSVLogger(log, separator=";", append=True)])
    print(len(open(log).read().split("\n")))

m = model()
bad = y.copy()
bad[0] = np.nan
history = m.fit(x, bad, epochs=5, batch_size=4, verbose=0, callbacks=[keras.callbacks.TerminateOnNaN()])
print(len(history.history["loss"]), m.stop_training)
