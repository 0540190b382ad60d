"""What the modules that Keras's part of nnsh is written in are told when they call its C half wrongly."""
import numpy as np
import keras
from keras import Input, layers, optimizers
import _keras
import _keras_files
import _keras_step
from refusals import refuses, report

x, a = np.ones((4, 3), 'float32'), Input((3,))
model = keras.Sequential([Input((3,)), layers.Dense(1)])
model.compile('sgd', 'mse')
unbuilt = keras.Sequential([layers.Dense(1)])
loop = _keras.Loop(model, 'fit', [], 0, 1, 1)
event = (0, 0, 1, 0, 1, 4, 0.1)
last = (1, 1, 1, 0, 0)
refuses(TypeError, "a group is a dict with 'attrs' and 'items'", _keras_files.h5_write, {})
refuses(TypeError, 'h5_read takes a path and bytes', _keras_files.h5_read, 'a.h5', 5)
refuses(TypeError, 'write takes a path and bytes', _keras_files.write, 'a.h5', 5)
refuses(TypeError, 'identity takes a layer', _keras_files.identity, 5)
refuses(TypeError, 'build_by_run takes a layer', _keras_files.build_by_run, 5, (2,))
refuses(ValueError, 'a model that is built is needed', _keras_files.graph, unbuilt)
refuses(TypeError, 'a model is needed', _keras_files.optimizer_build, 5, optimizers.SGD())
refuses(TypeError, "an optimizer is needed, not 'int'", _keras_files.optimizer_build, model, 5)
refuses(TypeError, 'a list of arrays is needed', _keras_files.optimizer_restore, optimizers.SGD(), 1, 0.1, 5)
refuses(NotImplementedError, 'there is no op called nothing', _keras.op, 'nothing', [x])
refuses(TypeError, 'a list of tensors is needed', _keras.op, 'abs', 5)
refuses(ValueError, 'abs takes 1 to 8 tensors, got 0', _keras.op, 'abs', [])
refuses(ValueError, 'a tensor has at most 8 dimensions', _keras.op, 'abs', [x], shape=(1,) * 9)
refuses(ValueError, 'at most 4 numbers', _keras.op, 'abs', [x], ints=(1,) * 5)
refuses(TypeError, 'a symbolic tensor has no numbers', _keras.array, a)
refuses(TypeError, 'a layer is needed', _keras.begin_build, 5)
refuses(ValueError, 'as many gradients as variables are needed', _keras_step.apply, optimizers.SGD(), [], [5])
refuses(TypeError, 'lists are needed', _keras.Tape().gradients, 5, [], [])
refuses(TypeError, 'logs are a dict', loop.emit, *event, 5)
refuses(TypeError, 'logs are numbers by name', loop.emit, *event, {5: 5})
refuses(TypeError, 'curves are a dict', loop.history, 5, *last)
refuses(TypeError, 'curves are lists of numbers by name', loop.history, {'loss': 5}, *last)
del loop
assert len(model.fit(x, np.zeros((4, 1)), verbose=0).history['loss']) == 1
report()
