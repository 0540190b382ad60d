# What tf.data says of wrong arguments and elements.
import numpy as np
import tensorflow as tf


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


D = tf.data.Dataset
r = D.range(10)
items = iter(D.range(1))
next(items)
attempt(lambda: items.get_next())
attempt(lambda: D.from_generator(lambda: range(3)))
attempt(lambda: D.from_tensor_slices(5))
attempt(lambda: D.from_tensor_slices(([1, 2], [1, 2, 3])))
try:
    list(D.range(3).map(lambda v: tf.range(v)).batch(3))
except tf.errors.InvalidArgumentError as error:
    print(str(error).split("Shapes")[0])
attempt(lambda: r.shard(3, 5))
attempt(lambda: len(r.batch(3).unbatch()))
attempt(lambda: r.batch(0))
attempt(lambda: D.zip(3))
attempt(lambda: D.from_tensor_slices([1, 2]).get_single_element())
attempt(lambda: r.take(0).get_single_element())
attempt(lambda: list(D.range(3).map(lambda v: tf.range(v)).padded_batch(3, padded_shapes=[1])))
attempt(lambda: list(tf.data.TextLineDataset("/nowhere/x.txt")))
print([int(v) for v in r.take(2)])
for call in (lambda: r.ragged_batch(2), lambda: r.save("/nowhere/x"), lambda: tf.data.TFRecordDataset("/nowhere/x"), lambda: tf.io.parse_single_example(b"", {}),
             lambda: r.ignore_errors(), lambda: r.rejection_resample(lambda v: 0, [1.0])):
    try:
        call()
    except Exception:
        pass
