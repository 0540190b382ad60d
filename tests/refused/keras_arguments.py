import numpy as np
import keras
import tensorflow as tf
from keras import layers, ops
from refusals import refuses, report

Invalid = tf.errors.InvalidArgumentError
Unimplemented = tf.errors.UnimplementedError
x, seq, im, vol = keras.Input((4,)), keras.Input((5, 4)), keras.Input((6, 6, 3)), keras.Input((5, 5, 5, 2))
m = keras.Sequential([keras.Input((3,)), layers.Dense(1)])
m.compile(loss='mse')

refuses(TypeError, "'<=' not supported between instances of 'int' and 'str'",
        lambda: keras.activations.softmax(np.ones((2,2)), axis='a'))
refuses(TypeError, "Softmax: `axis` must be a whole number or a list of them. Received: axis='a' (of type str)",
        lambda: layers.Softmax(axis='a')(x))
refuses(ValueError, 'Invalid value received for argument `noise_shape`. Expected all elements to be integers or None. Received element at index 0: a (type: str)',
        lambda: layers.Dropout(0.5, noise_shape=('a',))(x))
refuses(TypeError, "'<=' not supported between instances of 'int' and 'str'",
        lambda: layers.SpatialDropout1D('a')(seq))
refuses(TypeError, "'<=' not supported between instances of 'int' and 'str'",
        lambda: layers.Dropout(rate='a'))
refuses(TypeError, "'<=' not supported between instances of 'int' and 'str'",
        lambda: layers.GaussianDropout('a'))
refuses(ValueError, "Cannot convert 'nothing' to a mixed precision DTypePolicy. Valid policies include 'mixed_float16', 'mixed_bfloat16', and the name of any float dtype such as 'float32'.",
        lambda: layers.InputLayer(shape=(3,), dtype='nothing'))
refuses(ValueError, 'Invalid dtype: nothing',
        lambda: keras.Input((3,), dtype='nothing'))
refuses(TypeError, "'>' not supported between instances of 'str' and 'float'",
        lambda: layers.SimpleRNN(2, dropout='a')(seq))
refuses(TypeError, "'>' not supported between instances of 'str' and 'float'",
        lambda: layers.LSTM(2, dropout='a')(seq))
refuses(TypeError, "'>' not supported between instances of 'str' and 'float'",
        lambda: layers.LSTM(2, recurrent_dropout='a'))
refuses(ValueError, 'The `strides` argument must be a tuple of 2 integers. Received strides=0, including values {0} that do not satisfy `value > 0`',
        lambda: layers.MaxPooling2D(2, strides=0)(im))
refuses(ValueError, 'The `strides` argument must be a tuple of 2 integers. Received strides=0, including values {0} that do not satisfy `value > 0`',
        lambda: layers.Conv2D(2, 3, strides=0)(im))
refuses(ValueError, 'The `pool_size` argument must be a tuple of 2 integers. Received pool_size=0, including values {0} that do not satisfy `value > 0`',
        lambda: layers.MaxPooling2D(0)(im))
refuses(ValueError, 'a window needs sizes, strides and dilations of 1 or more, got 0',
        lambda: ops.max_pool(np.ones((1,4,4,1)), 2, 0))
refuses(KeyError, "'evaluate() needs data: model.evaluate(x, y)'",
        lambda: m.evaluate())
refuses(KeyError, "'fit() needs data: model.fit(x, y)'",
        lambda: m.fit())
refuses(KeyError, "'predict() needs data: model.predict(x)'",
        lambda: m.predict(None))
refuses(KeyError, "'fit() needs data: model.fit(x, y)'",
        lambda: m.fit(None))
refuses(KeyError, "'evaluate() needs data: model.evaluate(x, y)'",
        lambda: m.evaluate(None))
refuses(NotImplementedError, 'a batch_shape without dimensions is not there',
        lambda: keras.Input(batch_shape=()))
refuses(ValueError, 'Cannot interpret `dtype` argument. Expected a string or an instance of DTypePolicy. Received: dtype=5',
        lambda: layers.Dense(2, dtype=5))
refuses(ValueError, 'Cannot interpret `dtype` argument. Expected a string or an instance of DTypePolicy. Received: dtype=[1]',
        lambda: layers.Dense(2, dtype=[1]))
refuses(TypeError, "'NoneType' object is not subscriptable",
        lambda: layers.MultiHeadAttention(2, 3)(x))
refuses(NotImplementedError, 'ConvLSTM1D with a mask is not there yet',
        lambda: layers.ConvLSTM1D(2, 2)(layers.Masking()(keras.Input((4,5,3)))))
refuses(NotImplementedError, 'ConvLSTM1D with a mask is not there yet',
        lambda: layers.ConvLSTM1D(2, 2)(np.ones((1,4,5,3)), mask=np.ones((1,4))))
refuses(NotImplementedError, 'ConvLSTM1D(stateful=True) is not there yet: the layers LSTM, GRU and SimpleRNN have it',
        lambda: layers.ConvLSTM1D(2, 2, stateful=True))
refuses(ValueError, "The `data_format` argument must be one of {'channels_first', 'channels_last'}. Received: data_format=zz",
        lambda: layers.ConvLSTM1D(2, 2, data_format='zz'))
refuses(ValueError, "The `data_format` argument must be one of {'channels_first', 'channels_last'}. Received: data_format=zz",
        lambda: layers.ConvLSTM2D(2, 2, data_format='zz')(keras.Input((4,5,5,3))))
refuses(Unimplemented, "Layer 'string_lookup' (StringLookup) takes texts. Received: numbers of dtype float64",
        lambda: layers.StringLookup(vocabulary=['a'])(np.array([1.5])))
refuses(Unimplemented, "Layer 'string_lookup_1' (StringLookup) takes texts. Received: numbers of dtype int32",
        lambda: layers.StringLookup(vocabulary=['a'])(tf.constant([1])))
refuses(ValueError, "Layer 'text_vectorization' (TextVectorization) takes texts. Received: numbers of dtype int32",
        lambda: layers.TextVectorization(vocabulary=['a'])(tf.constant([1])))
refuses(ValueError, "Layer 'text_vectorization_1' (TextVectorization) takes texts. Received: numbers of dtype float64",
        lambda: layers.TextVectorization(vocabulary=['a'])(np.array([1.5])))
refuses(ValueError, 'Input `x` should be a tuple of two tensors - real and imaginary. Received: x=[1. 1. 1.]',
        lambda: ops.fft(np.ones(3)))
refuses(TypeError, "`pad_width` must be a whole number or pairs of them. Received: pad_width='a'",
        lambda: ops.pad(np.ones((2,2)), 'a'))
refuses(Invalid, '{{function_node __wrapped__Pad_device_/job:localhost/replica:0/task:0/device:CPU:0}} Paddings must be non-negative: 1 -1 [Op:Pad]',
        lambda: ops.pad(np.ones((2,2)), [[1,1],[1,-1]]))
refuses(Invalid, '{{function_node __wrapped__Pad_device_/job:localhost/replica:0/task:0/device:CPU:0}} Paddings must be non-negative: 1 -1 [Op:Pad]',
        lambda: tf.pad(tf.ones((2,2)), [[1,-1],[0,0]]))
refuses(ValueError, 'Array has shape (None, 4) but slice has to many indices. Received: `(0, 0, 0)`',
        lambda: x[0,0,0])
refuses(Invalid, '{{function_node __wrapped__StridedSlice_device_/job:localhost/replica:0/task:0/device:CPU:0}} Index out of range using input dim 1; input has only 1 dims [Op:StridedSlice] name: strided_slice/',
        lambda: ops.ones((2,))[0,0])
refuses(ValueError, 'Array has shape (None, 4) but slice has to many indices. Received: `(slice(None, None, None), 0, 0)`',
        lambda: x[:, 0, 0])
refuses(ValueError, 'The filename must end in `.weights.h5`. Received: filepath=w.txt',
        lambda: m.save_weights('w.txt'))
refuses(ValueError, 'File format not supported: filepath=w.txt. Keras 3 only supports V3 `.keras` files, `.weights.h5` files, legacy H5 format files (`.h5` extension), or Orbax checkpoints.',
        lambda: m.load_weights('w.txt'))
refuses(ValueError, 'The number of filters must be evenly divisible by the number of groups. Received: groups=2, filters=3.',
        lambda: layers.Conv3D(3, 2, groups=2)(vol))
refuses(ValueError, 'The number of filters must be evenly divisible by the number of groups. Received: groups=3, filters=2.',
        lambda: layers.Conv3D(2, 2, groups=3))
refuses(ValueError, 'Cropping3D: `cropping` must be whole numbers of 0 or more. Received: cropping=-1 (of type int)',
        lambda: layers.Cropping3D(-1))
refuses(ValueError, '`padding` should have 3 elements. Received: a.',
        lambda: layers.ZeroPadding3D('a'))
refuses(ValueError, '`padding` should be either an int, a tuple of 3 ints (symmetric_dim1_pad, symmetric_dim2_pad, symmetric_dim3_pad), or a tuple of 3 tuples of 2 ints ((left_dim1_pad, right_dim1_pad), (left_dim2_pad, right_dim2_pad), (left_dim3_pad, right_dim2_pad)). Received: padding=1.5.',
        lambda: layers.ZeroPadding3D(1.5))
refuses(ValueError, '`cropping` should be either an int, a tuple of 3 ints (symmetric_dim1_crop, symmetric_dim2_crop, symmetric_dim3_crop), or a tuple of 3 tuples of 2 ints ((left_dim1_crop, right_dim1_crop), (left_dim2_crop, right_dim2_crop), (left_dim3_crop, right_dim2_crop)). Received: 1.5.',
        lambda: layers.Cropping3D(1.5))
refuses(ValueError, 'could not assign tuple of length 2 to structure with 1 fields.',
        lambda: np.genfromtxt(['1 2','3 4'], dtype=[('a','f8')]))
refuses(ValueError, 'the dtype passed requires 1 columns but 2 were found at row 1; use `usecols` to select a subset and avoid this error',
        lambda: np.loadtxt(['1 2'], dtype=[('a','f8')]))
refuses(NotImplementedError, 'tf.linalg.set_diag() sets the main diagonal',
        lambda: tf.linalg.set_diag(tf.ones((2,2)), [1.], k=1))
refuses(NotImplementedError, 'tf.math.cumprod(exclusive=True) is not there',
        lambda: tf.math.cumprod(tf.ones(3), exclusive=True))
refuses(NotImplementedError, 'tf.math.cumulative_logsumexp(exclusive=, reverse=) is not there',
        lambda: tf.math.cumulative_logsumexp(tf.ones(3), reverse=True))
refuses(NotImplementedError, 'tf.gather_nd(batch_dims=) is not there; tf.gather has it',
        lambda: tf.gather_nd(tf.ones((2,2)), [[0]], batch_dims=1))
refuses(NotImplementedError, 'tf.reverse_sequence() is there for seq_axis=1 and batch_axis=0',
        lambda: tf.reverse_sequence(tf.ones((2,2)), [1,1], seq_axis=0, batch_axis=1))
refuses(NotImplementedError, 'tf.strided_slice() has no masks here: x[a:b] says the same',
        lambda: tf.strided_slice(tf.ones((2,2)), [0,0],[1,1], begin_mask=1))
refuses(NotImplementedError, 'tf.nn.log_poisson_loss(compute_full_loss=True) is not there',
        lambda: tf.nn.log_poisson_loss(tf.ones(2), tf.ones(2), compute_full_loss=True))
refuses(ValueError, '`x1` and `x2` must have 2 or 3 numbers along their axes. Received: shapes (4,) and (4,)',
        lambda: ops.cross(np.ones(4), np.ones(4)))

class A(layers.Layer):
    def call(self, z):
        return z


class C(layers.Cropping3D):
    pass


class K(layers.Layer):
    def call(self, z, training=None, mask=None, **k):
        return z

masked=layers.Masking()(keras.Input((3,2)))

refuses(NotImplementedError, 'Layer A does not have a `compute_output_shape` method implemented. Should implement `def compute_output_shape(self, input_shape)`.',
        lambda: A().compute_output_shape((2,3)))
refuses(IndexError, 'tuple index out of range',
        lambda: layers.EinsumDense('abc,cd->abd', output_shape=(None, 2))(x))
refuses(Invalid, '{{function_node __wrapped__Tile_device_/job:localhost/replica:0/task:0/device:CPU:0}} Expected multiples[1] >= 0, but got -1 [Op:Tile]',
        lambda: ops.repeat(tf.constant([1,2]),[-1,1]))
refuses(ValueError, '`pad_width` must have the same length as `x.shape`. Received: pad_width=[[1, 1], [1, 1]] (of length 2) and x.shape=(2, 2, 2) (of length 3)',
        lambda: ops.pad(np.ones((2,2,2)), [[1,1],[1,1]]))
refuses(ValueError, 'Array has shape (None, 4) but slice has to many indices. Received: `(0, 0, 0, 0)`',
        lambda: layers.Lambda(lambda t: t[0,0,0,0])(x))
refuses(ValueError, 'The filename must end in `.weights.h5`. Received: filepath=5',
        lambda: m.save_weights(5))
refuses(ValueError, 'The filename must end in `.weights.h5`. Received: filepath=w.txt',
        lambda: m.save_weights('w.txt', overwrite=False))
refuses(ValueError, "padding='same' with a kernel of 2 and output_padding=0 does not give 16 places to an input of 5",
        lambda: layers.Conv3DTranspose(2, 2, strides=4, padding='same', output_padding=0)(vol))
refuses(ValueError, '`cropping` cannot be negative. Received: cropping=-1.',
        lambda: C(-1))
refuses(TypeError, 'too many keyword arguments',
        lambda: K()(masked, **{'k%d'%i: i for i in range(15)}))
print(m.fit(np.ones((4, 3)), np.ones(4), verbose=0).history['loss'][0] >= 0)
report()
