# Tensors of texts: bytes in UTF-8, compared, joined, reshaped and shown.
import numpy as np
import tensorflow as tf

a = tf.constant(["Hello World", "ab", "Füß"])
print(a, a.shape, a.dtype, a.dtype == tf.string, tf.string, len(a))
print(repr(a), repr(a[0]), repr(tf.constant("x")), repr(tf.constant(b"y")))
print(a[1], a[0].numpy(), a.numpy(), f"{a[1]}|", [x.numpy().decode() for x in a])
print(a == "ab", a != "ab", tf.equal(a, b"ab"), a + "!", "<" + a)
print(tf.stack(["a", "b"]), tf.concat([a, ["z"]], 0).shape, tf.reshape(a, (3, 1)), tf.expand_dims(a, -1).shape)
print(tf.gather(a, [2, 0]), tf.where([True, False, True], a, "no"), tf.squeeze(tf.constant([["a"], ["b"]]), -1))
print(tf.convert_to_tensor(np.array(["q", "r"])), tf.identity(a).shape, tf.argmax(a == "ab").numpy(), tf.size(a).numpy())
found = tf.unique(["a", "b", "a"])
print(found.y, found.idx, np.array(a), tf.is_tensor(a), tf.tile(tf.constant(["a"]), [2]))
table = tf.constant([["a", "b"], ["c", "d"]])
print(table, table[1, 0], table[:, 1], tf.shape(table).numpy(), tf.TensorShape([2, None]), np.asarray(table.shape))
a.set_shape([None])
print(a.get_shape().as_list(), ["x", "y", "z"][tf.constant(1)], np.arange(4)[tf.constant([1, 2])])
print(tf.constant([1, 2]).__array__(), np.asarray(tf.constant([[1.5]]), dtype="float64"), tf.constant(["q"]).__array__())
