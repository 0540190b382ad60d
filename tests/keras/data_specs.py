# What datasets say of themselves: element_spec, names, sizes.
import numpy as np
import tensorflow as tf

D = tf.data.Dataset
r = D.range(10)
x = np.arange(6.0).reshape(3, 2)
for ds in (r, r.batch(3), r.map(lambda v: v * 2), r.shuffle(3), r.batch(4).prefetch(tf.data.AUTOTUNE), r.cache(), r.take(3).repeat(2),
           r.map(lambda v: tf.cast(v, tf.float32), num_parallel_calls=tf.data.AUTOTUNE).batch(2, drop_remainder=True),
           r.filter(lambda v: v > 2), D.zip((r, r.skip(1))), r.enumerate(), r.window(3), r.batch(2).unbatch(), r.padded_batch(4),
           r.batch(3).map(lambda v: tf.identity(v)), D.from_tensor_slices(["a", "b"]), D.from_tensors({"a": x}),
           D.from_tensor_slices(x).map(lambda v: (v, tf.reduce_sum(v))), r.shard(2, 0), r.concatenate(r), D.random(seed=1).take(2),
           D.from_tensor_slices((x, [1, 2, 3])).batch(2).map(lambda a, b: (a / 2, b)), r.skip(2), r.scan(np.int64(0), lambda s, v: (s + v, s))):
    print(ds, ds.cardinality().numpy())
print(D.from_tensor_slices({"a": [1, 2], "b": ["x", "y"]}).element_spec)
print(tf.TensorSpec((None, 2), tf.float32), tf.TensorSpec(shape=[2], dtype=tf.string, name="q"), tf.TensorSpec((2,), tf.int32) == tf.TensorSpec([2], "int32"))
print(r.repeat().cardinality().numpy() == tf.data.INFINITE_CARDINALITY, r.interleave(lambda v: r).cardinality().numpy() == tf.data.UNKNOWN_CARDINALITY)
print(r.apply(tf.data.experimental.assert_cardinality(10)).cardinality().numpy(), isinstance(r.map(lambda v: v), tf.data.Dataset))
print(tf.data.Dataset.counter(3, step=2).take(3).element_spec, [int(v) for v in D.counter(3, step=2).take(3)])
