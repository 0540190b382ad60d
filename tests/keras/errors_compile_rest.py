# Errors of compile(), of losses and of metrics that other programs do not raise.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers, Input, Model
from keras import losses, metrics

x = np.zeros((4, 3), "float32")
y = np.zeros((4, 1), "float32")


def attempt(source):
    try:
        result = eval(source)
        print(source, "gives", type(result).__name__)
    except Exception as error:
        text = str(error)
        if "\x1b[1m" in text:  # what Keras wraps into "Exception encountered when calling ..." is the message
            text = text.partition("\x1b[1m")[2].partition("\x1b[0m")[0]
        print(source, type(error).__name__, text)


class Late(metrics.Metric):
    def __init__(self):
        self.total = 5
        self.found = self.add_weight(name="found")


class Forgot(metrics.Metric):
    def __init__(self):
        self.add_variable((), "zeros")


class Own(Model):
    def train_step(self, data):
        x, y = data
        loss = self.compute_loss(x, y, self(x))
        self.compute_metrics(x, y, self(x), None)
        return {"loss": loss}


def one(**options):
    a = Input((3,), name="first")
    model = Own(a, layers.Dense(1, name="out")(a))
    model.compile("sgd", **options)
    return model.fit(x, y, verbose=0, batch_size=4)


def two(truth=None, **options):
    a = Input((3,), name="first")
    model = Own(a, [layers.Dense(1, name="left")(a), layers.Dense(1, name="right")(a)])
    model.compile("sgd", **options)
    return model.fit(x, [y, y] if truth is None else truth, verbose=0, batch_size=4)


def unmet():
    a = Input((3,), name="first")
    model = Own(a, layers.Dense(1, name="out")(a))
    model.compile("sgd", "mse", metrics=["mae"])
    return model.get_metrics_result(), model.metrics[-1].result()


for source in ("losses.CategoricalGeneralizedCrossEntropy(q=1)", "losses.CategoricalGeneralizedCrossEntropy(q=0.0)",
               "Forgot()", "Late()", "one(loss='mse', metrics='mae')", "one(loss='mse', metrics=5)",
               "one(loss='mse', weighted_metrics='mae')", "one(loss='mse', metrics=['nothing'])",
               "one(loss={'wrong': 'mse'})", "one(loss='mse', loss_weights=[1.0, 2.0])",
               "two(loss='mse', loss_weights=[1.0, 2.0, 3.0])", "two(loss=['mse', 'mae'], loss_weights=[1.0])",
               "two(loss={'left': 'mse', 'wrong': 'mse'})", "two(loss='mse', metrics=['mae', 'mse', 'mae'])",
               "two(loss='mse', metrics=['mae'])", "two(loss='mse', metrics={'wrong': 'mae'})",
               "two(loss='mse', truth=(y, y, y))", "two(loss='mse', metrics=[['mae'], [None]])", "one(loss=5)",
               "one(loss='mse', metrics=[None])", "two(loss=['mse'])", "two(loss=['mse', 'mse', 'mse'])", "unmet()",
               "two(loss={'left': 'mse', 'wrong': 'mse'}, run_eagerly=True)", "one(loss='mse', metrics=['mae'])",
               "two(loss='mse', metrics=['mae', 'mse'])"):
    attempt(source)
