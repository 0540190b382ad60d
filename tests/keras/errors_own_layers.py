# Errors of layers and models of your own, and of attributes that layers have not.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers, Input, Model, Sequential
from keras import activations

x = np.zeros((2, 3), "float32")
a = Input((3,))


class Forgot(layers.Layer):
    def __init__(self):
        pass

    def call(self, inputs):
        return inputs


class Silent(layers.Layer):
    pass


class Nothing(layers.Layer):
    def call(self, inputs):
        return None


class Plain(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def call(self, inputs):
        return inputs * 2


class Settings(Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.one = layers.Dense(1)

    def call(self, inputs):
        return self.one(inputs)

def attempt(source):
    try:
        result = eval(source)
        print(source, "gives", type(result).__name__)
    except Exception as error:
        text = str(error)
        if "\x1b[1m" in text:  # what Keras wraps into "Exception encountered when calling ..." is the message
            text = text.partition("\x1b[1m")[2].partition("\x1b[0m")[0]
        print(source, type(error).__name__, text)

class Whole(Model):
    pass


def derive():
    class Deep(layers.Layer, depth=5):
        pass


def change(thing, name, value):
    setattr(thing, name, value)


def square(z):
    return z * z


dense = layers.Dense(2)
dense(x)
for source in ("Forgot()(x)", "Forgot()(a)", "Silent()(x)", "Nothing()(x)", "Plain(nothing=5)", "Plain(units=5)",
               "Settings(nothing=5)", "Settings(1)", "Plain()()", "Plain()(training=True)", "Settings()()",
               "Settings()(None)", "derive()", "dense()", "dense(None)", "dense(5)", "dense('a')", "dense(x, mask=x)",
               "dense(x, initial_state=[x])", "dense(x, nothing=5)", "dense(a, mask=a)", "dense.mean", "dense.adapt(x)",
               "dense.nothing", "layers.Dropout(0.5).kernel", "layers.Dropout(0.5).bias",
               "layers.BatchNormalization().mean", "layers.Normalization().mean", "layers.Flatten().adapt(x)",
               "layers.Flatten().variance", "layers.Dense(1).kernel", "layers.Embedding(2, 3).kernel",
               "change(dense, 'kernel', 5)", "dense.build(5)", "Input(shape=5)", "Input(shape=2.5)",
               "Input(shape=(2, 'a'))", "Input(shape='ab')", "Input(shape=object)", "Input(shape=(2, -1))",
               "Input((3,), batch_shape=(2, 3))", "activations.serialize(square)",
               "activations.serialize(activations.relu)", "activations.serialize(5)", "Sequential().inputs",
               "Sequential().outputs", "Sequential().input_shape", "Sequential().output_shape", "Sequential().input",
               "Sequential([layers.Dense(1)]).inputs", "Sequential([layers.Dense(1)]).output",
               "Sequential([keras.ops.exp(a), layers.Dense(1)])", "Sequential([a, layers.Dense(1)])", "Sequential([5])",
               "Model(a, 5)", "Model(5, a)", "Model([a, 5], a)", "Model(a)", "Whole(a, layers.Dense(1)(a))",
               "Whole(1, 2, 3, 4, 5)", "Model(inputs=a, nothing=5)", "Settings().summary(positions=5)",
               "Sequential([a, layers.Dense(1)]).summary(positions=5)", "keras.utils.normalize(x)"):
    attempt(source)
model = Settings()
model.compile("sgd", "mse")
print(model.fit(x, np.zeros((2, 1)), verbose=0).history)
