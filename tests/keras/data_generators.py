# tf.data.Dataset.from_generator: signatures, types and shapes, arguments.
import numpy as np
import tensorflow as tf

D = tf.data.Dataset


def rows():
    for i in range(3):
        yield [i] * (i + 1), str(i)


def listed(ds):
    return [tuple(np.asarray(x).tolist() for x in e) if isinstance(e, tuple) else np.asarray(e).tolist() for e in ds.as_numpy_iterator()]


g = D.from_generator(rows, output_signature=(tf.TensorSpec(shape=(None,), dtype=tf.int32), tf.TensorSpec(shape=(), dtype=tf.string)))
print(g, listed(g), g.element_spec)
g = D.from_generator(lambda: range(3), output_types=tf.int32, output_shapes=())
print(g.element_spec, listed(g.batch(2)))
print(D.from_generator(lambda: range(3), tf.int64).element_spec, D.from_generator(rows, (tf.int32, tf.string), ([None], [])).element_spec)
print(listed(D.from_generator(lambda n: range(n), args=[2], output_signature=tf.TensorSpec((), tf.int32))))
print(listed(D.from_generator(lambda: ({"a": i, "b": [i, i]} for i in range(2)), output_signature={
    "a": tf.TensorSpec((), tf.float32), "b": tf.TensorSpec((2,), tf.int32)}).map(lambda e: (e["a"], e["b"]))))
model = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(1)])
model.compile("sgd", "mse")
pairs = D.from_generator(lambda: ((np.ones(2), i) for i in range(6)), output_signature=(tf.TensorSpec((2,), tf.float32), tf.TensorSpec((), tf.float32)))
print(len(model.fit(pairs.batch(2).repeat(), steps_per_epoch=2, epochs=2, verbose=0).history["loss"]))
