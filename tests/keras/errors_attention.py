# Errors of attention, of products by an equation, and of cells of recurrent layers.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers, Input, Sequential

x = np.zeros((2, 3, 4), "float32")
mask = np.ones((2, 3), "bool")


class Bare:
    units = 3


class Callable:
    def call(self, inputs, states):
        return inputs, states


class Texts(layers.Layer):
    state_size = "three"

    def call(self, inputs, states):
        return inputs, states


class Three(layers.Layer):
    state_size = 3

    def call(self, inputs, states):
        return inputs, states

    def __repr__(self):
        return "<three>"


Bare.__repr__ = lambda self: "<bare>"
Callable.__repr__ = lambda self: "<callable>"


def attempt(source):
    try:
        result = eval(source)
        print(source, "gives", type(result).__name__)
    except Exception as error:
        text = str(error)
        if "\x1b[1m" in text:  # what Keras wraps into "Exception encountered when calling ..." is the message
            text = text.partition("\x1b[1m")[2].partition("\x1b[0m")[0]
        print(source, type(error).__name__, text)


for source in ("layers.EinsumDense('abc->cd', 3)(x)", "layers.EinsumDense('abc,cd,de->abe', 3)(x)",
               "layers.EinsumDense('abc,cd', 3)(x)", "layers.EinsumDense('abc,cd->abe', (None, 5))(x)",
               "layers.EinsumDense('abc,cde->abd', (None, 5))(x)",
               "layers.EinsumDense('abc,cd->abd', (None, 5), bias_axes='e')(x)",
               "layers.EinsumDense('abc,cd->abd', (9, 5))(x)", "layers.MultiHeadAttention(2, 3, output_shape='five')",
               "layers.MultiHeadAttention(2, 3, output_shape=2.5)",
               "layers.MultiHeadAttention(2, 3)(x, x, np.zeros((2, 4, 4), 'float32'))",
               "layers.MultiHeadAttention(0, 3)", "layers.MultiHeadAttention(2, -3)",
               "layers.MultiHeadAttention(2, 3, value_dim=0)", "layers.GroupedQueryAttention(2, 3, 2)",
               "layers.Attention(score_mode='sum')", "layers.Attention()(x)", "layers.Attention()([x])",
               "layers.Attention()([x, x, x, x])", "layers.Attention()([x, x], mask=mask)",
               "layers.Attention()([x, x], mask=[mask, mask])", "layers.AdditiveAttention()(x)",
               "layers.AdditiveAttention()([x])", "layers.AdditiveAttention()([x, x], mask=mask)",
               "layers.SimpleRNNCell(0)", "layers.GRUCell(-1)", "layers.LSTMCell(0)", "layers.RNN(Bare())",
               "layers.RNN(Callable())", "layers.RNN(Texts())", "layers.StackedRNNCells([Bare()])",
               "layers.StackedRNNCells([Callable()])", "layers.RNN([Bare()])", "layers.RNN(5)"):
    attempt(source)
try:
    layers.Attention()([x, x], mask=[mask])
except ValueError as error:  # behind it come the tensors
    print(type(error).__name__, str(error).partition("\x1b[1m")[2].partition("Received")[0] or str(error).partition("Received")[0])
model = Sequential([Input((3, 4)), layers.RNN(layers.GRUCell(2)), layers.Dense(1)])
model.compile("sgd", "mse")
print(model.fit(x, np.zeros((2, 1)), verbose=0).history)
