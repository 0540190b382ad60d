import keras
import numpy as np
import tensorflow as tf
from keras import Input, backend, layers
from keras.preprocessing import image
from refusals import refuses, report

a = Input((3,))
picture = np.zeros((4, 4, 3), 'float32')
refuses(NotImplementedError, 'num_oov_indices above 1 is not there yet', layers.StringLookup, num_oov_indices=2)
refuses(NotImplementedError, "the argument 'ragged' is not there yet", layers.TextVectorization, ragged=True)
refuses(NotImplementedError,
        "the argument 'sparse' is not there yet", layers.StringLookup, output_mode='count', sparse=True)
refuses(NotImplementedError,
        "the argument 'sparse' is not there yet",
        layers.Discretization, bin_boundaries=[0.0], output_mode='count', sparse=True)
refuses(ValueError, 'RandomCrop requires the input to have a fully defined height and width. Received: images.shape='
        '(None, None, 6, 3)', layers.RandomCrop(2, 2), Input((None, 6, 3)))
crossing = layers.HashedCrossing(num_bins=3)
refuses(ValueError, '`HashedCrossing` should be called on a list or tuple of inputs. Received: inputs=5', crossing, 5)
refuses(ValueError, '`HashedCrossing` should be called on a list or tuple of at least two inputs. Received: inputs=[5]',
        crossing, [5])
refuses(ValueError, 'All `HashedCrossing` inputs should have shape `()`, `(batch_size)` or `(batch_size, 1)`. Received: '
        'inputs=[[[1, 2]], [[1, 2]]]', crossing, [[[1, 2]], [[1, 2]]])
refuses(NotImplementedError, 'HashedCrossing inside a model is not there yet: call it on the data before fit', crossing, [a, a])
refuses(NotImplementedError, "the argument 'sparse' is not there yet", layers.Hashing, 3, output_mode='count', sparse=True)
refuses(NotImplementedError, 'IntegerLookup inside a model is there only as the first layer behind an Input',
        layers.IntegerLookup(vocabulary=[1]), layers.Rescaling(2.0)(a))
refuses(NotImplementedError, 'an input of a lookup layer that other layers use too is not there yet', keras.Model, a,
        layers.concatenate([layers.Discretization(bin_boundaries=[0.0])(a), a]))
refuses(NotImplementedError, "ImageDataGenerator: only data_format='channels_last' is implemented",
        image.ImageDataGenerator, data_format='channels_first')
refuses(NotImplementedError, 'ImageDataGenerator: only interpolation_order=1 is implemented',
        image.ImageDataGenerator, interpolation_order=0)
refuses(ValueError, "fill_mode must be 'constant', 'nearest', 'reflect' or 'wrap'. Received: some",
        image.ImageDataGenerator, fill_mode='some')
refuses(TypeError, "flow_from_dataframe() got an unexpected keyword argument 'nothing'",
        image.ImageDataGenerator().flow_from_dataframe, {}, nothing=5)
refuses(NotImplementedError, 'apply_affine_transform: only row_axis=0, col_axis=1, channel_axis=2 are implemented',
        image.apply_affine_transform, picture, theta=10)
refuses(NotImplementedError, 'apply_affine_transform: only order=1 is implemented',
        image.apply_affine_transform, picture, theta=10, row_axis=0, col_axis=1, channel_axis=2, order=3)
refuses(NotImplementedError,
        "images with the channels first are not there: use 'channels_last', and x.reshape(n, rows, columns, "
        'channels)', backend.set_image_data_format, 'channels_first')
refuses(ValueError,
        "The `data_format` argument must be one of {'channels_first', 'channels_last'}. Received: data_format=middle",
        backend.set_image_data_format, 'middle')
refuses(NotImplementedError, 'Merge([model, ...]) inside Sequential is not there: write keras.Model(inputs, '
        'layers.concatenate([a.output, b.output])) instead', lambda: layers.Merge([a], 'sum'))
refuses(ValueError, "Invalid merge mode: 'some': one of 'sum', 'mul', 'ave', 'max', 'concat', 'dot', 'cos'",
        lambda: layers.merge([a, a], mode='some'))
refuses(NotImplementedError, 'tf.Session.run() is not there: graphs of TensorFlow 1 cannot be run', tf.Session().run, 5)
for name in ('MaxoutDense', 'Highway'):
    refuses(NotImplementedError, f'keras.layers.{name} is not there: it left Keras, and nothing took its place',
            getattr(layers, name))
report()
