import numpy as np
import tensorflow as tf
import keras
from keras import Input, Model, layers, ops
from refusals import refuses, report

x = np.ones((4, 3), 'float32')
a = Input((3,))
steps = Input((5, 4))


class OwnStep(keras.optimizers.SGD):
    def update_step(self, gradient, variable, learning_rate):
        super().update_step(gradient, variable, learning_rate)


class Calls(layers.Layer):
    """A layer whose call() is given."""

    def __init__(self, function):
        super().__init__(name='calls')
        self.function = function

    def build(self, shape):
        self.seen = self.add_weight(name='seen', shape=(), trainable=False)

    def call(self, inputs, *more, training=False, **options):
        return self.function(self, inputs)


def calls(function):
    return lambda: Calls(function)(a)


def loses(layer, z):
    for k in range(33):
        layer.add_loss(ops.sum(z))
    return z


def taped():
    with tf.GradientTape():
        v = tf.Variable(x)
        return layers.Add(name='add')([v * 2] * 9)


def traced(layer, z):
    return z + layers.Add(name='add')([np.ones(3)] * 9)


class TwoWays(layers.Layer):
    def call(self, inputs, training=False):
        return inputs[:, :1] if training else inputs


dense = layers.Dense(2, name='dense')
weight = tf.Variable([1.0])
refuses(NotImplementedError, 'global_clipnorm is not there for an optimizer with an update_step() of your own',
        OwnStep(0.1, global_clipnorm=1.0).apply_gradients, [(tf.constant([1.0]), weight)])
refuses(ValueError, 'No gradients provided for any variable.', OwnStep(0.1).apply_gradients, [(None, weight)])


def with_gradient(function, *inputs):
    """The gradient of a function that says itself what it is."""
    with tf.GradientTape() as tape:
        for each in inputs:
            tape.watch(each)
        made = tf.custom_gradient(function)(*inputs)
    return tape.gradient(made, inputs[0])


one = tf.constant([1.0])
refuses(NotImplementedError, 'custom_gradient inside a model is not there: compile(run_eagerly=True), or call it on numbers',
        tf.custom_gradient(lambda x: (x, lambda dy: dy)), keras.Input((3,)))
refuses(NotImplementedError, 'custom_gradient of a function with several results is not there yet',
        with_gradient, lambda x: ((x, x), lambda a, b: a), one)
refuses(NotImplementedError, 'custom_gradient of a function that uses variables is not there yet',
        with_gradient, lambda x: (x * weight, lambda dy, variables=None: (dy, [dy])), one)
refuses(NotImplementedError, 'a function with a gradient of its own takes at most 8 tensors',
        with_gradient, lambda *x: (x[0] * 2, lambda dy: [dy] * 9), *[tf.constant([float(k)]) for k in range(9)])
refuses(ValueError, 'custom_gradient function expected to return 1 gradients, but returned 2 instead.',
        with_gradient, lambda x: (x * 2, lambda dy: (dy, dy)), one)
written = keras.Variable(1.0)
refuses(NotImplementedError, "'dict' objects cannot be given here yet", layers.Masking, {})
refuses(NotImplementedError, 'mask= of a symbolic input is not there yet',
        lambda: layers.LSTM(2)(steps, mask=np.ones((2, 5))))
refuses(NotImplementedError, 'symbolic and concrete inputs cannot be mixed in one call', lambda: layers.Add()([a, x]))
refuses(NotImplementedError, 'a layer takes at most 64 inputs', lambda: layers.Add()([a] * 65))
refuses(NotImplementedError, 'a layer takes at most 8 inputs', taped)
refuses(NotImplementedError, 'a layer takes at most 8 inputs', calls(traced))
refuses(NotImplementedError, 'a layer takes at most 8 inputs', lambda: Calls(lambda self, z: z[0])([a] * 9))
refuses(NotImplementedError, 'a layer gives at most 32 tensors', calls(lambda self, z: [z + k for k in range(33)]))
refuses(NotImplementedError, "a layer's call takes at most 16 arguments",
        lambda: Calls(lambda self, z: z)(a, **{f'k{k}': k for k in range(17)}))
refuses(NotImplementedError, "a layer's call takes at most 15 keyword arguments",
        lambda: Calls(lambda self, z: z)(x, **{f'k{k}': k for k in range(16)}))
refuses(NotImplementedError, 'one call may add at most 32 losses', calls(loses))
refuses(NotImplementedError, 'a shape may have at most 8 dimensions, got 9', Input, (1,) * 9)
refuses(NotImplementedError, "the argument 'sparse' is not there yet", Input, (3,), sparse=True)
refuses(NotImplementedError, "the argument 'tensor' is not there yet", Input, tensor=x)
refuses(NotImplementedError, 'a model takes at most 64 inputs', lambda: Model([a] * 65, a))
refuses(NotImplementedError, 'add_weight is for layers of your own classes', lambda: dense.add_weight(shape=(2,)))
refuses(NotImplementedError, 'a variable cannot be assigned in a function that is traced: it would be once',
        lambda: layers.Lambda(lambda z: z + written.assign(5.0))(a))
refuses(NotImplementedError, 'call() of TwoWays gives tensors of other shapes for training=True and training=False',
        lambda: TwoWays()(a))
refuses(ValueError, 'the function returned None, and a tensor is needed', calls(lambda self, z: None))
refuses(ValueError, 'a call must give a tensor', calls(lambda self, z: []))
refuses(ValueError, 'initial_state holds 32 states: more than a layer has',
        lambda: layers.LSTM(2)(np.ones((2, 5, 4)), initial_state=[np.ones((2, 2))] * 32))
for kind in (layers.MultiHeadAttention, layers.GroupQueryAttention):
    counts = (2, 4) if kind is layers.MultiHeadAttention else (2, 4, 2)
    refuses(NotImplementedError, "the argument 'activity_regularizer' is not there yet",
            lambda: kind(*counts, activity_regularizer='l2'))
refuses(NotImplementedError, 'RNN(stateful=True) is not there yet: the layers LSTM, GRU and SimpleRNN have it',
        lambda: layers.RNN(layers.GRUCell(2), stateful=True))
refuses(NotImplementedError, 'dropout inside a cell is not there yet: the layers LSTM, GRU and SimpleRNN have it',
        lambda: layers.GRUCell(2, dropout=0.5))
model = keras.Sequential([Input((3,)), layers.Dense(1)])
model.compile('sgd', 'mse')
assert len(model.fit(x, np.zeros((4, 1)), verbose=0).history['loss']) == 1
report()
