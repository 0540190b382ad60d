import os
import tempfile

import numpy as np
import tensorflow as tf
import tensorflow_datasets as tfds
from refusals import refuses, report

NONE = NotImplementedError
x = tf.Variable(3.0)
image = tf.zeros((4, 4, 3))
Dataset = tf.data.Dataset
rag = tf.ragged.constant([[1, 2], [3]])
jpeg = tf.io.encode_jpeg(tf.zeros((2, 2, 3), tf.uint8))


def symbolic():
    return tf.image.flip_left_right(tf.keras.Input((4, 4, 3)))


refuses(NONE, "the argument 'batch_dims' is not there yet", tf.gather, image, [0], batch_dims=1)
refuses(NONE, "ragged tensors cannot be batched: make tensors of them with to_tensor()", list,
        Dataset.range(2).map(lambda v: tf.ragged.constant([[1], [2, 3]])).batch(2))
refuses(NONE, "only data_format='NHWC' is there", tf.nn.conv2d, image[None], tf.zeros((2, 2, 3, 1)), 1, 'SAME', data_format='NCHW')
refuses(NONE, "the argument 'noise_shape' is not there yet", tf.nn.dropout, image, 0.5, noise_shape=(4, 1, 1))
refuses(NONE, "bucket_by_sequence_length(pad_to_bucket_boundary=True) is not there: padded_shapes= gives lengths",
        Dataset.range(3).bucket_by_sequence_length, lambda v: 1, [2], [2, 2], pad_to_bucket_boundary=True)
refuses(NONE, "cache() to a file is not implemented", Dataset.range(3).cache, 'x')
refuses(NONE, "tf.image works on tensors with values: in a model keras.layers.Resizing, Rescaling, RandomFlip and their like do this",
        symbolic)
refuses(NONE, "decode_jpeg() is there with ratio=1, fancy_upscaling=True, try_recover_truncated=False", tf.io.decode_jpeg, jpeg, ratio=2)
refuses(NONE, "encode_jpeg() is there without progressive= and optimize_size=", tf.io.encode_jpeg, tf.zeros((2, 2, 3), tf.uint8),
        progressive=True)
refuses(NONE, "only slices of the rows and of what is in them are there for ragged tensors", lambda: rag[:, 0])
refuses(NONE, "tf.ragged.constant(inner_shape=) is not there", tf.ragged.constant, [[[1, 2]]], inner_shape=(2,))
refuses(NONE, "tf.ragged.stack() is there for axis=0", tf.ragged.stack, [rag, rag], axis=1)
refuses(NONE, "tf.strings.ngrams() takes one row of texts, or a ragged tensor", tf.strings.ngrams, [['a', 'b'], ['c', 'd']], 2)
refuses(NONE, "tf.strings.ngrams(): pad_values is not there", tf.strings.ngrams, ['a', 'b'], 2, pad_values=('<', '>'))
refuses(NONE, "tf.strings.split() of tensors with more than one dimension is not there", tf.strings.split, [['a b'], ['c']])
gone = "tf.feature_column.{}() is not there: Keras 3 takes no feature columns; {}"
refuses(NONE, gone.format('numeric_column', 'give the numbers to an Input, with keras.layers.Normalization for their scale'),
        tf.feature_column.numeric_column, 'x')
refuses(NONE, gone.format('embedding_column', 'keras.layers.Embedding does this'), tf.feature_column.embedding_column, None, 8)


class Noisy(tf.keras.layers.Layer):
    def call(self, inputs):
        return inputs + tf.cast(tf.random.uniform((1,), maxval=5, dtype='int32'), 'float32')


model = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(1)])
model.compile('sgd', 'mse')
refuses(NONE, "uniform of whole numbers in a function that is traced would draw only once: it is not there yet", Noisy(),
        tf.keras.Input((3,)))
refuses(NONE, "tensorflow_datasets.load(): try_gcs, builder_kwargs is not there", tfds.load, 'mnist', try_gcs=True, builder_kwargs={})
parts = {'train': (np.zeros((4, 2)), np.zeros(4)), 'test': (np.zeros((2, 2)), np.zeros(2))}
refuses(ValueError, "Unknown split \"validation\". Should be one of ['train', 'test'].", tfds._part, parts, 'validation')
refuses(ValueError, "Unknown split \"nothing\". Should be one of ['train', 'test'].", tfds._part, parts, 'train+nothing[:50%]')
assert model.fit(np.zeros((4, 2)), np.zeros(4), verbose=0).history['loss'] == [0.0]
folder = tempfile.mkdtemp()
large = tf.train.Checkpoint(first=tf.Variable(1.0), second=tf.Variable(2.0))
path = large.save(os.path.join(folder, 'ck'))
assert [name for name, shape in tf.train.list_variables(path)] == ['first/0', 'save_counter/0', 'second/0']
status = tf.train.Checkpoint(first=tf.Variable(0.0)).read(path)
refuses(AssertionError, 'Unresolved object in checkpoint: second', status.assert_nontrivial_match().assert_consumed)
report()
