# Errors of optimizers, of your own and of Keras, that other programs do not raise.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers, Input, Sequential
from keras import optimizers



def attempt(source):
    try:
        result = eval(source)
        print(source, "gives", type(result).__name__)
    except Exception as error:
        text = str(error)
        if "\x1b[1m" in text:  # what Keras wraps into "Exception encountered when calling ..." is the message
            text = text.partition("\x1b[1m")[2].partition("\x1b[0m")[0]
        print(source, type(error).__name__, text)


class Down(optimizers.Optimizer):
    def __init__(self, learning_rate=0.1, **kwargs):
        super().__init__(learning_rate, **kwargs)

    def update_step(self, gradient, variable, learning_rate):
        variable.assign(variable - learning_rate * gradient)


class Bad(optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        raise KeyError("no rate")


class Pair(optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        return keras.ops.convert_to_tensor([0.1, 0.2])


def ready(**options):
    optimizer = Down(**options)
    optimizer.build([v])
    return optimizer


def built():
    optimizer = optimizers.SGD(0.5)
    optimizer.build([v])
    return optimizer


def train(optimizer):
    model = Sequential([Input((2,)), layers.Dense(1)])
    model.compile(optimizer, "mse")
    model.fit(np.zeros((4, 2)), np.zeros((4, 1)), verbose=0)


def settable(optimizer):
    optimizer.learning_rate = 0.5


v = keras.Variable(np.ones(3, "float32"), name="v")
g = keras.ops.ones(3)
falling = optimizers.schedules.ExponentialDecay(0.1, 10, 0.5)
for source in ("Down(nothing=5)", "Down(clipnorm=1, clipvalue=1)", "settable(Down(falling))",
               "settable(optimizers.SGD(falling))", "settable(Down())", "Down().set_weights([])", "Down().apply([g])",
               "Down().apply([None], [v])", "ready().apply([g, g])", "ready().apply([None])", "Down().apply([], [])",
               "Down().apply_gradients([])", "ready().exclude_from_weight_decay([v])",
               "Down().exclude_from_weight_decay([v])", "optimizers.SGD().apply([None], [v])",
               "optimizers.SGD().apply([g])", "built().apply([g, g])", "built().apply([g])", "built().apply([None])",
               "optimizers.SGD().apply([g, g], [v])", "optimizers.SGD().apply([g], [5])", "optimizers.SGD().build([5])",
               "optimizers.SGD().build(5)", "optimizers.SGD().apply([keras.ops.ones(2)], [v])",
               "optimizers.SGD().apply(g, [v])", "train(optimizers.SGD(Bad()))", "train(optimizers.SGD(falling))",
               "optimizers.SGD().apply_gradients([(g, v), (g,)])", "optimizers.SGD(nothing=5)"):
    attempt(source)
try:
    train(optimizers.SGD(Pair()))
except ValueError as error:  # TensorFlow speaks of the shapes of a node of its graph
    print(type(error).__name__)
print(float(v[0]))
