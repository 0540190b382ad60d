import numpy as np
import tensorflow as tf
import keras
from keras import layers, Input, Model, Sequential
from refusals import refuses, report

Invalid = tf.errors.InvalidArgumentError

x = np.zeros((4, 3), 'float32')
steps = np.zeros((2, 5, 3), 'float32')
image = np.zeros((2, 8, 8, 3), 'float32')
deep = np.zeros((1,) * 9, 'float32')
state = np.zeros((2, 2), 'float32')
masked = layers.Embedding(5, 3, mask_zero=True)(Input((4,)))
wide = layers.Masking()(Input((5, 3, 2)))


def taped(value):
    with tf.GradientTape():
        return layers.ReLU()(tf.constant(value))


# What a layer cannot do yet, and what it can instead.
refuses(NotImplementedError, "layer 'a': weights and computations are float32; dtype='float64' is not supported",
        layers.Dense, 1, dtype='float64', name='a')
refuses(NotImplementedError, "layer 'b' (BatchNormalization) cannot take masked steps into account yet",
        layers.BatchNormalization(name='b'), masked)
refuses(NotImplementedError, "layer 'c' (Maximum) cannot take masked steps into account yet",
        layers.Maximum(name='c'), [masked, masked])
refuses(NotImplementedError, "layer 'd': masked inputs are put together along their steps or their last axis",
        layers.Concatenate(axis=2, name='d'), [wide, wide])
refuses(NotImplementedError, "layer 'e': the batch (axis=0) cannot be concatenated", layers.Concatenate(axis=0, name='e'), [x, x])
refuses(NotImplementedError, "layer 'f': the input's dimensions must be known, got (None, 3)",
        layers.Reshape((3, -1), name='f'), Input((None, 3)))
refuses(NotImplementedError, "Resizing: interpolation='bicubic' is not supported", layers.Resizing, 4, 4, 'bicubic')
refuses(NotImplementedError, "UpSampling2D: interpolation='bicubic' is not supported", layers.UpSampling2D, 2, None, 'bicubic')
refuses(NotImplementedError, "layer 'g': the size of a single image must be known, got (None, 5, 3)",
        layers.CenterCrop(4, 4, name='g'), Input((5, 3)))
refuses(NotImplementedError, 'InputLayer: sparse and ragged inputs are not supported', layers.InputLayer, (3,), sparse=True)
refuses(NotImplementedError, 'Rescaling: scale must be a number', layers.Rescaling, [1, 2, 3])
refuses(NotImplementedError, "LSTM: activation='gelu' is not supported", layers.LSTM, 2, activation='gelu')
refuses(NotImplementedError, "GRU: a function of your own as recurrent_activation is not supported",
        layers.GRU, 2, recurrent_activation=lambda value: value * 2)
refuses(NotImplementedError, "layer 'h': UnitNormalization is there for one axis behind the batch",
        layers.UnitNormalization(axis=(1, 2), name='h'), steps)
refuses(NotImplementedError, "layer 'i': RMSNormalization is there for the last axes", layers.RMSNormalization(axis=1, name='i'), steps)
refuses(NotImplementedError, "layer 'j': LayerNormalization is there for rising axes behind the batch, each once",
        layers.LayerNormalization(axis=(2, 1), name='j'), steps)
refuses(NotImplementedError, "layer 'k': BatchNormalization along the batch (axis=0) is not there",
        layers.BatchNormalization(axis=0, name='k'), x)
refuses(NotImplementedError, 'Bidirectional is there for SimpleRNN, LSTM and GRU only', layers.Bidirectional, layers.Dense(2))
refuses(NotImplementedError, 'TimeDistributed: BatchNormalization inside is not supported',
        layers.TimeDistributed, layers.BatchNormalization())
refuses(NotImplementedError, "layer 'l': a layer with several outputs cannot be distributed",
        layers.TimeDistributed(layers.LSTM(2, return_state=True), name='l'), np.zeros((2, 3, 5, 4), 'float32'))
refuses(NotImplementedError, 'a function of your own as constraint is not supported yet', layers.Dense, 1, kernel_constraint=abs)
refuses(NotImplementedError, 'a layer that has to be built cannot be an activation: PReLU', layers.Dense(2, activation=layers.PReLU()), x)

# States, weights and rows of tables that do not fit.
refuses(ValueError, "layer 'm' has 2 state(s), got 1", layers.LSTM(2, name='m'), steps, initial_state=[state])
refuses(ValueError, "layer 'n': a state needs the shape (batch, 2), got (2, 5)",
        layers.GRU(2, name='n'), steps, initial_state=[np.zeros((2, 5), 'float32')])
recurrent = layers.GRU(2, name='o')
recurrent(steps)
refuses(ValueError, "layer 'o': the weights were made for 3 features, got inputs of shape (2, 5, 4)",
        recurrent, np.zeros((2, 5, 4), 'float32'))
refuses(ValueError, "layer 'p': there are no steps", layers.GRU(2, name='p'), np.zeros((2, 0, 3), 'float32'))
refuses(ValueError, "layer 'q' has 4 states, got 2", layers.Bidirectional(layers.LSTM(2), name='q'), steps, initial_state=[state, state])
refuses(ValueError, "layer 'r': noise_shape has 3 dimensions, the input 2",
        layers.Dropout(0.5, noise_shape=(4, 1, 1), name='r'), x, training=True)
refuses(IndexError, 'indices[1] = 7 is not in [0, 5): an Embedding was given a number for which it has no row',
        layers.Embedding(5, 2), np.array([[0, 7]]))
refuses(ValueError, 'MaxNorm: the axis is not there in a weight of shape (3, 1)',
        layers.Dense(1, kernel_constraint=keras.constraints.MaxNorm(axis=5)), x)
refuses(ValueError, "softmax cannot be computed along axis=2 of an input of 2 dimensions", layers.Softmax(axis=2), x)

# More dimensions, inputs and outputs than there is room for.
refuses(ValueError, 'a shape may have at most 8 dimensions, got 9', Input, (1,) * 8)
refuses(ValueError, 'shape has too many dimensions', layers.InputLayer, (1,) * 8)
refuses(ValueError, 'input_shape has too many dimensions', layers.Dense, 1, input_shape=(1,) * 8)
refuses(ValueError, 'a shape may have at most 8 dimensions, got 9', layers.Dense, 1, input_shape=(1,) * 9)
refuses(ValueError, 'at most 8 dimensions are supported, got 9', layers.Dense(2), deep)
refuses(ValueError, 'at most 8 dimensions are supported, got 9', keras.activations.softmax, deep)
refuses(ValueError, 'at most 8 dimensions are supported, got 9', keras.constraints.MaxNorm(), deep)
refuses(Invalid, 'MeanSquaredError: at most 8 dimensions are supported, got 9', keras.losses.mean_squared_error, deep, deep)
refuses(ValueError, 'at most 8 dimensions are supported, got 9', lambda: keras.Variable(deep) * 2)
refuses(ValueError, 'at most 8 dimensions are supported, got 9', taped, deep)
refuses(ValueError, 'a tensor has at most 8 dimensions; got 9', layers.Lambda(lambda value: deep), x)
refuses(ValueError, "layer 's' takes 1 to 8 inputs, got 9", layers.Add(name='s'), [x] * 9)
start = Input((3,))
refuses(ValueError, 'a model has at most 32 outputs, got 33', Model, start, [layers.Dense(1)(start) for _ in range(33)])
report()
