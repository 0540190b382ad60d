# Errors of training by the model's own train_step, and of the data that it is given.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers, Input, Model

x = np.zeros((8, 3), "float32")
y = np.zeros((8, 1), "float32")


def attempt(source):
    try:
        result = eval(source)
        print(source, "gives", type(result).__name__)
    except Exception as error:
        text = str(error)
        if "\x1b[1m" in text:  # what Keras wraps into "Exception encountered when calling ..." is the message
            text = text.partition("\x1b[1m")[2].partition("\x1b[0m")[0]
        print(source, type(error).__name__, text)


class Own(Model):
    def train_step(self, data):
        x, y, weights = keras.utils.unpack_x_y_sample_weight(data)
        loss = self.compute_loss(x, y, self(x), weights)
        return {"loss": loss}


class Forgot(layers.Layer):
    def __init__(self):
        self.size = 5


class Stop(keras.callbacks.Callback):
    def __init__(self):
        pass


class Parts(keras.utils.PyDataset):
    def __repr__(self):
        return "<parts>"

    def __len__(self):
        return 2

    def __getitem__(self, at):
        return x[:4], y[:4]


class Many(Parts):
    def __getitem__(self, at):
        return x[:4], y[:4], y[:4, 0], y[:4]


class Weighted(Parts):
    def __getitem__(self, at):
        return x[:4], y[:4], np.ones(4)


def made(compiled=True, kind=Own):
    a = Input((3,))
    model = kind(a, layers.Dense(1)(a))
    if compiled:
        model.compile("sgd", "mse")
    return model


def pairs():
    for k in range(2):
        yield x[:4], y[:4]


def many():
    yield x[:4], y[:4], y[:4], y[:4]


for source in ("made(False).fit(x, y)", "made().fit(x, y[:3], verbose=0)",
               "made().fit(x[:1], y[:1], validation_split=0.5, verbose=0)",
               "made().fit(pairs(), validation_split=0.5, verbose=0)",
               "made().fit(Parts(), validation_split=0.5, verbose=0)",
               "made().fit(x, y, class_weight={0: 1.0}, sample_weight=np.ones(8), verbose=0)",
               "made().fit(pairs(), y, verbose=0)", "made().fit(Parts(), y, verbose=0)",
               "made().fit(Parts(), sample_weight=np.ones(8), verbose=0)",
               "made().fit(Parts(), batch_size=5, verbose=0)", "made().fit(Many(), verbose=0)",
               "made().fit(Weighted(), class_weight={0: 1.0}, verbose=0)", "made(kind=Model).fit(Many(), verbose=0)",
               "made(kind=Model).fit(Weighted(), class_weight={0: 1.0}, verbose=0)",
               "made(kind=Model).fit(5, verbose=0)", "made().fit(5, verbose=0)", "made().fit(object, verbose=0)",
               "made(kind=Model).train_on_batch(Parts())", "made(kind=Model).test_on_batch(Parts())",
               "made(kind=Model).predict_on_batch(Parts())", "made(kind=Model).fit(Parts(), y, verbose=0)",
               "made(kind=Model).fit(pairs(), y, verbose=0)",
               "made(kind=Model).fit(pairs(), validation_split=0.5, verbose=0)", "Forgot()", "Forgot().size",
               "keras.utils.unpack_x_y_sample_weight((x, y, y, y))",
               "made().fit(x, y, verbose=0, callbacks=[keras.callbacks.LearningRateScheduler(lambda e: 'a')])",
               "keras.callbacks.BackupAndRestore('')",
               "made().fit(x, y, validation_data=(x[:1], y[:1], y[0], y[:1]), verbose=0)",
               "made().fit(x, y, verbose=0)"):
    attempt(source)
for kind in (Own, Model):
    try:
        made(kind=kind).fit(many(), verbose=0)
    except ValueError as error:  # what the batch was is shown as a placeholder of a graph by TensorFlow
        print(type(error).__name__, str(error).partition(" found:")[0])
