# Ragged tensors: rows of different lengths.
import numpy as np
import tensorflow as tf

r = tf.ragged.constant([[1, 2], [3], []])
print(r, r.shape, r.dtype, r.to_list(), r.row_lengths(), r.nrows(), r.values, r.flat_values, len(r.to_list()))
print(r.to_tensor(), r.to_tensor(-1), r.to_tensor(shape=(None, 4)), r[0], r[1:], r.numpy(), r.row_splits)
words = tf.ragged.constant([["a"], ["b", "c"]])
print(words, words.to_tensor(), words.to_tensor("?"), words.ragged_rank, [row.numpy().tolist() for row in words])
print(tf.RaggedTensor.from_row_splits([1, 2, 3], [0, 1, 3]), tf.RaggedTensor.from_row_lengths([1, 2, 3], [2, 1]))
print(tf.RaggedTensor.from_tensor([[1, 0], [2, 3]], padding=0), tf.RaggedTensor.from_tensor([[1, 5], [2, 3]], lengths=[1, 2]))
print(tf.ragged.stack([tf.constant([1]), tf.constant([2, 3])]), tf.ragged.range([2, 3]), tf.ragged.constant([[1.5], []]))
print(tf.strings.lower(tf.strings.split(["A b", "C"])), tf.strings.reduce_join(tf.strings.split(["a b", "c"]), axis=-1, separator="-"))
print(r.with_values(tf.constant([7, 8, 9])), r.bounding_shape(), tf.strings.length(words))
