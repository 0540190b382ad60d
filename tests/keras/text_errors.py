# What texts and numbers in one tensor, and shapes that do not agree, give.
import numpy as np
import tensorflow as tf


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


a = tf.constant(["a", "b"])
attempt(lambda: a + 1)
attempt(lambda: tf.cast(a, tf.float32))
attempt(lambda: tf.strings.to_number("x"))
attempt(lambda: tf.constant(5, dtype=tf.string))
attempt(lambda: tf.constant("a", dtype=tf.float32))
attempt(lambda: tf.convert_to_tensor(np.array(["q", 1], dtype=object)))
attempt(lambda: a.set_shape([3]))
attempt(lambda: tf.constant([[1.0, 2.0]]).set_shape([None, 3]))
attempt(lambda: ["x", "y"][tf.constant([1])])
attempt(lambda: tf.io.read_file("/nowhere/file.txt"))
attempt(lambda: tf.io.decode_image("no picture"))
attempt(lambda: tf.io.decode_csv(["1,2,3"], [[0], [0]]))
print(tf.strings.upper(a))
