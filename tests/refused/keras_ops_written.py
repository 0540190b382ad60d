import numpy as np
import tensorflow as tf
import keras
from keras import Input, layers, ops
from refusals import refuses, report

x = np.ones((4, 3), 'float32')
a = Input((3,))
texts = Input((1,), dtype='string')


class Shapes(layers.Layer):
    """function(inputs, how many samples there are)."""

    def __init__(self, function):
        super().__init__()
        self.function = function

    def call(self, inputs):
        return self.function(inputs, ops.shape(inputs)[0])


class Own(keras.optimizers.Optimizer):
    pass


def shapes(function):
    return lambda: Shapes(function)(a)


def differentiate():
    with tf.GradientTape() as tape:
        pass
    return tape.gradient(a, [a])


refuses(NotImplementedError, 'a tensor whose shape has the batch elsewhere than at the first place is not there yet',
        shapes(lambda z, count: ops.zeros((3, count))))
refuses(NotImplementedError,
        'random numbers whose shape has the batch elsewhere than at the first place are not there yet',
        shapes(lambda z, count: keras.random.normal((3, count))))
refuses(NotImplementedError, 'only an axis of size 1 is repeated as often as there are samples',
        shapes(lambda z, count: ops.tile(ops.ones((2, 3)), (count, 1))))
refuses(NotImplementedError, 'one sample of the batch cannot be taken: its size is not known before the model runs',
        lambda: a[0])
refuses(NotImplementedError,
        'a part of the batch cannot be taken: its size is not known before the model runs', lambda: a[1:])
for name in ('sort', 'argsort', 'unique', 'nonzero'):
    refuses(NotImplementedError, f'{name} of a symbolic tensor is not there yet', getattr(ops, name), a)
refuses(NotImplementedError, 'texts in a model: only layers that read texts take them', ops.exp, texts)
refuses(NotImplementedError, 'texts in a model: only layers that read texts take them', lambda: texts + 'a')
refuses(NotImplementedError, 'a symbolic tensor cannot stand beside concrete ones here', differentiate)
refuses(NotImplementedError, 'shapes of an unknown number of dimensions are not there', tf.TensorShape, None)
refuses(NotImplementedError,
        'tf.image works on tensors with values: in a model keras.layers.Resizing, Rescaling, RandomFlip and '
        'their like do this', tf.image.flip_left_right, Input((4, 4, 3)))
wide = keras.Variable(np.ones(3), dtype='float64', name='wide')
refuses(NotImplementedError, "an optimizer changes float32 variables; 'wide' is float64",
        keras.optimizers.SGD().apply, [np.ones(3)], [wide])
for option in ('use_ema', 'gradient_accumulation_steps', 'loss_scale_factor'):
    refuses(NotImplementedError, f"the argument '{option}' is not there yet for an optimizer of your own",
            lambda: Own(0.1, **{option: 2}))
narrow = keras.Variable(np.ones(3, 'float32'))
keras.optimizers.SGD(0.5).apply([np.ones(3, 'float32')], [narrow])
assert np.allclose(narrow, 0.5)
report()
