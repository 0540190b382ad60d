# Recurrent layers: each call raises the class that Keras raises, and training goes on.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import activations, callbacks, constraints, initializers, layers, losses, metrics, optimizers, regularizers
from keras import Input, Model, Sequential
from keras.optimizers import schedules

r = np.random.RandomState(7)
v, x, steps = r.rand(4).astype("float32"), r.rand(4, 3).astype("float32"), r.rand(4, 5, 3).astype("float32")
image, box = r.rand(4, 4, 5, 3).astype("float32"), r.rand(2, 4, 4, 4, 3).astype("float32")
whole, texts = np.array([[0, 1], [2, 1], [1, 1], [0, 2]]), np.array([["a"], ["b"], ["c"], ["a"]])
hot, labels = np.eye(3, dtype="float32")[[0, 1, 2, 0]], np.array([0, 1, 2, 0])
proba, y = r.rand(4, 3).astype("float32"), r.rand(4, 1).astype("float32")
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.set_weights([r.rand(3, 1), r.rand(1)])


def step(optimizer):
    w = keras.Variable(np.ones((2, 2), "float32"))
    optimizer.apply([keras.ops.ones((2, 2))], [w])
    return w


def attempt(call, said=False):
    keras.backend.clear_session(free_memory=False)
    try:
        eval(call)
        print(call, "gives")
    except Exception as error:
        print(call, type(error).__name__, *([str(error)] if said else []))

for call in [
    "layers.Bidirectional(layers.LSTM(2), merge_mode='zz')(steps)",
    "layers.Bidirectional(layers.LSTM(2), merge_mode=5)(steps)",
    "layers.Bidirectional(layers.LSTM(2), weights=-1)(steps)",
    "layers.Bidirectional(layers.LSTM(2), weights=1.5)(steps)",
    "layers.Bidirectional(layers.LSTM(2), name=5)(steps)",
    "layers.Bidirectional(layers.LSTM(2), dtype='zz')(steps)",
    "layers.Bidirectional(layers.LSTM(2), trainable='zz')(steps)",
    "layers.Bidirectional(layers.LSTM(2), nothing=1)",
    "layers.Bidirectional(layers.LSTM(2))(x)",
    "layers.Bidirectional(layers.LSTM(2))(image)",
    "layers.GRU(units='zz')(steps)",
    "layers.GRUCell(units='zz')",
    "layers.LSTM(units='zz')(steps)",
    "layers.LSTMCell(units='zz')",
    "layers.RNN(layers.LSTMCell(2), name=5)(steps)",
    "layers.RNN(layers.LSTMCell(2), dtype='zz')(steps)",
    "layers.RNN(layers.LSTMCell(2), trainable='zz')(steps)",
    "layers.RNN(layers.LSTMCell(2), nothing=1)",
    "layers.RNN(layers.LSTMCell(2))(x)",
    "layers.RNN(layers.LSTMCell(2))(image)",
    "layers.RNN(layers.LSTMCell(2))(box)",
    "layers.RNN(layers.LSTMCell(2))(None)",
    "layers.RNN(layers.LSTMCell(2))('zz')",
    "layers.RNN(layers.LSTMCell(2))(5)",
    "layers.RNN(layers.LSTMCell(2))([x, steps])",
    "layers.RNN(layers.LSTMCell(2))(Input((3,)))",
    "layers.RNN(layers.LSTMCell(2))()",
    "layers.SimpleRNN(units='zz')(steps)",
    "layers.SimpleRNNCell(units='zz')",
    "layers.StackedRNNCells([layers.LSTMCell(2)], name=5)",
    "layers.StackedRNNCells([layers.LSTMCell(2)], dtype='zz')",
    "layers.StackedRNNCells([layers.LSTMCell(2)], trainable='zz')",
    "layers.StackedRNNCells([layers.LSTMCell(2)], nothing=1)",
    "layers.TimeDistributed(layers.Dense(2), name=5)(steps)",
    "layers.TimeDistributed(layers.Dense(2), dtype='zz')(steps)",
    "layers.TimeDistributed(layers.Dense(2), trainable='zz')(steps)",
    "layers.TimeDistributed(layers.Dense(2), nothing=1)",
    "layers.TimeDistributed(layers.Dense(2))(None)",
    "layers.TimeDistributed(layers.Dense(2))('zz')",
    "layers.TimeDistributed(layers.Dense(2))(5)",
    "layers.TimeDistributed(layers.Dense(2))([x, steps])",
]:
    attempt(call)
print(round(float(model.train_on_batch(x, y)), 5))
for call in [
    "layers.Bidirectional(layer='zz')(steps)",
    "layers.Bidirectional(layer=-1)(steps)",
    "layers.Bidirectional(layers.LSTM(2), backward_layer='zz')(steps)",
    "layers.Bidirectional(layers.LSTM(2), backward_layer=-1)(steps)",
    "layers.Bidirectional()",
    "layers.Bidirectional(layers.LSTM(2))(v)",
    "layers.GRU(units=-1)(steps)",
    "layers.GRU(2, activation='zz')(steps)",
    "layers.GRU(2, activation=5)(steps)",
    "layers.GRU(2, recurrent_activation='zz')(steps)",
    "layers.GRU(2, recurrent_activation=5)(steps)",
    "layers.GRU(2, kernel_initializer='zz')(steps)",
    "layers.GRU(2, kernel_initializer=5)(steps)",
    "layers.GRU(2, recurrent_initializer='zz')(steps)",
    "layers.GRU(2, recurrent_initializer=5)(steps)",
    "layers.GRU(2, bias_initializer='zz')(steps)",
    "layers.GRU(2, bias_initializer=5)(steps)",
    "layers.GRU(2, kernel_regularizer='zz')(steps)",
    "layers.GRU(2, kernel_regularizer=5)(steps)",
    "layers.GRU(2, recurrent_regularizer='zz')(steps)",
    "layers.GRU(2, recurrent_regularizer=5)(steps)",
    "layers.GRUCell(units=-1)",
    "layers.GRUCell(2, activation='zz')",
    "layers.GRUCell(2, activation=5)",
    "layers.GRUCell(2, recurrent_activation='zz')",
    "layers.GRUCell(2, recurrent_activation=5)",
    "layers.GRUCell(2, kernel_initializer='zz')",
    "layers.GRUCell(2, kernel_initializer=5)",
    "layers.GRUCell(2, recurrent_initializer='zz')",
    "layers.GRUCell(2, recurrent_initializer=5)",
    "layers.GRUCell(2, bias_initializer='zz')",
    "layers.GRUCell(2, bias_initializer=5)",
    "layers.GRUCell(2, kernel_regularizer='zz')",
    "layers.GRUCell(2, kernel_regularizer=5)",
    "layers.GRUCell(2, recurrent_regularizer='zz')",
    "layers.GRUCell(2, recurrent_regularizer=5)",
    "layers.LSTM(units=-1)(steps)",
    "layers.LSTM(2, activation='zz')(steps)",
    "layers.LSTM(2, activation=5)(steps)",
    "layers.LSTM(2, recurrent_activation='zz')(steps)",
    "layers.LSTM(2, recurrent_activation=5)(steps)",
    "layers.LSTM(2, kernel_initializer='zz')(steps)",
    "layers.LSTM(2, kernel_initializer=5)(steps)",
    "layers.LSTM(2, recurrent_initializer='zz')(steps)",
    "layers.LSTM(2, recurrent_initializer=5)(steps)",
    "layers.LSTM(2, bias_initializer='zz')(steps)",
    "layers.LSTM(2, bias_initializer=5)(steps)",
    "layers.LSTM(2, kernel_regularizer='zz')(steps)",
    "layers.LSTM(2, kernel_regularizer=5)(steps)",
    "layers.LSTM(2, recurrent_regularizer='zz')(steps)",
    "layers.LSTM(2, recurrent_regularizer=5)(steps)",
    "layers.LSTMCell(units=-1)",
    "layers.LSTMCell(2, activation='zz')",
    "layers.LSTMCell(2, activation=5)",
    "layers.LSTMCell(2, recurrent_activation='zz')",
    "layers.LSTMCell(2, recurrent_activation=5)",
    "layers.LSTMCell(2, kernel_initializer='zz')",
    "layers.LSTMCell(2, kernel_initializer=5)",
    "layers.LSTMCell(2, recurrent_initializer='zz')",
    "layers.LSTMCell(2, recurrent_initializer=5)",
    "layers.LSTMCell(2, bias_initializer='zz')",
    "layers.LSTMCell(2, bias_initializer=5)",
    "layers.LSTMCell(2, kernel_regularizer='zz')",
    "layers.LSTMCell(2, kernel_regularizer=5)",
    "layers.LSTMCell(2, recurrent_regularizer='zz')",
    "layers.LSTMCell(2, recurrent_regularizer=5)",
    "layers.RNN(cell='zz')(steps)",
    "layers.RNN(cell=-1)(steps)",
    "layers.RNN()",
    "layers.SimpleRNN(units=-1)(steps)",
    "layers.SimpleRNN(2, activation='zz')(steps)",
    "layers.SimpleRNN(2, activation=5)(steps)",
    "layers.SimpleRNN(2, kernel_initializer='zz')(steps)",
    "layers.SimpleRNN(2, kernel_initializer=5)(steps)",
    "layers.SimpleRNN(2, recurrent_initializer='zz')(steps)",
    "layers.SimpleRNN(2, recurrent_initializer=5)(steps)",
    "layers.SimpleRNN(2, bias_initializer='zz')(steps)",
    "layers.SimpleRNN(2, bias_initializer=5)(steps)",
    "layers.SimpleRNN(2, kernel_regularizer='zz')(steps)",
    "layers.SimpleRNN(2, kernel_regularizer=5)(steps)",
    "layers.SimpleRNN(2, recurrent_regularizer='zz')(steps)",
    "layers.SimpleRNN(2, recurrent_regularizer=5)(steps)",
    "layers.SimpleRNN(2, bias_regularizer='zz')(steps)",
    "layers.SimpleRNN(2, bias_regularizer=5)(steps)",
    "layers.SimpleRNNCell(units=-1)",
    "layers.SimpleRNNCell(2, activation='zz')",
    "layers.SimpleRNNCell(2, activation=5)",
    "layers.SimpleRNNCell(2, kernel_initializer='zz')",
    "layers.SimpleRNNCell(2, kernel_initializer=5)",
    "layers.SimpleRNNCell(2, recurrent_initializer='zz')",
    "layers.SimpleRNNCell(2, recurrent_initializer=5)",
    "layers.SimpleRNNCell(2, bias_initializer='zz')",
    "layers.SimpleRNNCell(2, bias_initializer=5)",
    "layers.SimpleRNNCell(2, kernel_regularizer='zz')",
    "layers.SimpleRNNCell(2, kernel_regularizer=5)",
    "layers.SimpleRNNCell(2, recurrent_regularizer='zz')",
    "layers.SimpleRNNCell(2, recurrent_regularizer=5)",
    "layers.SimpleRNNCell(2, bias_regularizer='zz')",
    "layers.SimpleRNNCell(2, bias_regularizer=5)",
    "layers.StackedRNNCells(cells='zz')",
    "layers.StackedRNNCells(cells=-1)",
    "layers.StackedRNNCells()",
    "layers.TimeDistributed(layer='zz')(steps)",
    "layers.TimeDistributed(layer=-1)(steps)",
    "layers.TimeDistributed()",
    "layers.TimeDistributed(layers.Dense(2))(v)",
    "layers.TimeDistributed(layers.Dense(2))(x)",
    "layers.TimeDistributed(layers.Dense(2))(Input((3,)))",
    "layers.TimeDistributed(layers.Dense(2))()",
]:
    attempt(call, True)
print(round(float(model.train_on_batch(x, y)), 5))
