# What keras.ops.image, transforms and features refuse inside of models, where sizes or numbers are not known yet.
import numpy as np
import keras
import tensorflow as tf
from keras import layers, ops
from keras.utils import FeatureSpace
from refusals import refuses, report

NONE = NotImplementedError
open_sizes, picture = keras.Input((None, None, 3)), keras.Input((4, 4, 3))
pictures, square = np.ones((3, 4, 4, 1), 'float32'), np.ones((4, 4), 'float32')

refuses(NONE, 'pictures of an open size (None) cannot be resized here: layers.Resizing takes a size each',
        ops.image.resize, open_sizes, (4, 4))
refuses(NONE, 'patches of pictures of an open size (None) are not there: give Input() their size',
        ops.image.extract_patches, open_sizes, 2)
refuses(NONE, 'elastic_transform() draws for each picture: inside of a model their number is not known yet',
        ops.image.elastic_transform, picture)
refuses(NONE, "`transform` of a picture's transformation must be numbers: inside of a model they are not known yet",
        ops.image.affine_transform, picture, keras.Input((8,)))
refuses(ValueError, '2 transforms cannot be applied to a batch of 3', ops.image.affine_transform, pictures,
        np.ones((2, 8), 'float32'))
refuses(ValueError, '2 transforms cannot be applied to a batch of unknown size', ops.image.affine_transform, picture,
        np.ones((2, 8), 'float32'))
try:
    ops.image.map_coordinates(square, np.ones((2, 1), 'float32'), 1, fill_mode='a')
except ValueError as e:  # the modes are a set: their order is nobody's
    refuses(ValueError, str(e), ops.image.map_coordinates, square, np.ones((2, 1), 'float32'), 1, fill_mode='a')
    assert str(e).startswith('Invalid value for argument `fill_mode`. Expected one of {'), e
    assert str(e).endswith('}. Received: fill_mode=a'), e
else:
    raise AssertionError('fill_mode is taken')
refuses(NONE, 'a Fourier transform over an axis of an open size (None) is not there: give Input() its size', ops.fft,
        (keras.Input((None,)), keras.Input((None,))))
refuses(NONE, 'tf.image.ssim(return_index_map=True) is not there', tf.image.ssim, np.ones((12, 12, 1), 'float32'),
        np.ones((12, 12, 1), 'float32'), 1.0, return_index_map=True)
refuses(NONE, "layer 'steps': ConvLSTM1D needs sequences whose number of steps is known",
        layers.ConvLSTM1D(2, 3, name='steps'), keras.Input((0, 4, 3)))
refuses(TypeError, 'adapt() takes a dataset of one tensor an element. Received elements of 2: '
        'dataset.map(lambda x, y: x) leaves the first', layers.Normalization().adapt,
        tf.data.Dataset.from_tensor_slices(([1.0], [2.0])))


class Whole(layers.Layer):
    def call(self, x):
        return ops.cast(x, 'int32')


def one_hot_of_own():
    own = FeatureSpace.feature(dtype='float32', preprocessor=Whole(), output_mode='one_hot')
    space = FeatureSpace({'a': own}, output_mode='concat')
    space.adapt(tf.data.Dataset.from_tensor_slices({'a': [1.0, 2.0]}).batch(1))
    return space({'a': [1.0]})


try:
    one_hot_of_own()
except ValueError as e:
    assert str(e).startswith("Feature 'a' has `output_mode='one_hot'`. However it isn't a standard feature and the "), e
    refuses(ValueError, str(e), one_hot_of_own)
report()
