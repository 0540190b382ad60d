# close
# BackupAndRestore every few batches, with the files before the last ones kept, and what a second fit makes of them.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import json
import tempfile
import numpy as np
import keras
from keras import Input, Sequential, callbacks, layers

x = np.random.RandomState(1).rand(12, 3).astype("float32")
y = x.sum(axis=1, keepdims=True) / 4


def made():
    model = Sequential([Input((3,)), layers.Dense(1, kernel_initializer="ones")])
    model.compile(keras.optimizers.SGD(0.05, momentum=0.5), "mse")
    return model


class Stop(callbacks.Callback):
    def __init__(self, epoch, batch):
        super().__init__()
        self.at = epoch, batch
        self.epoch = 0

    def on_epoch_begin(self, epoch, logs=None):
        self.epoch = epoch

    def on_train_batch_end(self, batch, logs=None):
        if (self.epoch, batch) == self.at:
            raise InterruptedError("cut short")


for frequency, double in ((2, False), (3, True), ("epoch", True)):
    folder = os.path.join(tempfile.mkdtemp(), "backup")
    keep = callbacks.BackupAndRestore(folder, save_freq=frequency, double_checkpoint=double)
    try:
        made().fit(x, y, batch_size=2, shuffle=False, epochs=4, verbose=0, callbacks=[keep, Stop(2, 1)])
    except InterruptedError as error:
        print(error, sorted(os.listdir(folder)))
    with open(os.path.join(folder, "training_metadata.json")) as file:
        print(json.load(file))
    if double:
        with open(os.path.join(folder, "latest.weights.h5"), "wb") as file:
            file.write(b"cut")
    history = made().fit(x, y, batch_size=2, shuffle=False, epochs=4, verbose=0,
                         callbacks=[callbacks.BackupAndRestore(folder, save_freq=frequency, double_checkpoint=double)])
    print(frequency, history.epoch, history.history["loss"], os.path.exists(folder))
