# Tensors of texts cut, turned and filled; functions of arrays in a pipeline.
import numpy as np
import tensorflow as tf

a = tf.constant(["a", "b"])
print(tf.reverse(a, [0]), tf.transpose(tf.constant([["a", "b"]])), tf.fill([2], "x"), tf.zeros([2], tf.string), tf.broadcast_to("a", [2]))
print(tf.slice(a, [0], [1]), tf.split(a, 2), tf.unstack(a), tf.boolean_mask(a, [True, False]), tf.repeat(tf.constant(["a"]), 2))
D = tf.data.Dataset
print([e.numpy().tolist() for e in D.range(3).map(lambda v: tf.numpy_function(lambda q: q * 2, [v], tf.int64))])
print([e.numpy().tolist() for e in D.range(3).map(lambda v: tf.py_function(lambda q: q * 2, [v], tf.int64))])
text = tf.constant("hello world")
chars = tf.strings.unicode_split(text, input_encoding="UTF-8")
vocabulary = sorted(set("hello world"))
ids = D.from_tensor_slices([vocabulary.index(c) for c in "hello world"]).batch(5, drop_remainder=True)
print([(x.numpy().tolist(), y.numpy().tolist()) for x, y in ids.map(lambda s: (s[:-1], s[1:]))])
print(tf.strings.reduce_join(chars, axis=-1).numpy().decode(), chars[1:3], chars[::-2])
print(list(D.from_tensor_slices(["a,b", "c,d"]).map(lambda line: tf.strings.split(line, ",")).batch(2).as_numpy_iterator()))
try:
    tf.constant(1) == "a"
except TypeError as error:
    print(error)
