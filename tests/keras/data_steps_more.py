# The rarer steps of tf.data.
import numpy as np
import tensorflow as tf

D = tf.data.Dataset
r = D.range(10)


def listed(ds):
    return [tuple(np.asarray(x).tolist() for x in e) if isinstance(e, tuple) else np.asarray(e).tolist() for e in ds.as_numpy_iterator()]


print(listed(D.from_tensor_slices([1, 2, 3]).interleave(lambda v: D.from_tensors(v).repeat(4), cycle_length=2, block_length=3)))
print(listed(D.range(1, 6).interleave(lambda v: D.range(v), cycle_length=3, block_length=2)))
print(listed(D.range(5).map(lambda v: tf.range(v)).padded_batch(2)))
print(listed(D.range(1, 4).map(lambda v: tf.fill([tf.cast(v, tf.int32)], v)).padded_batch(2, padded_shapes=[5], padding_values=tf.constant(-1, tf.int64))))
print(listed(D.range(1, 4).map(lambda v: (tf.range(v), v)).padded_batch(3, padded_shapes=([None], []))))
print(listed(D.range(1, 6).scan(np.int64(0), lambda s, v: (s + v, s + v))), listed(r.take_while(lambda v: v < 4)))
print(tuple(int(v) for v in r.reduce((np.int64(0), np.int64(0)), lambda s, v: (s[0] + v, s[1] + 1))))
print(listed(r.bucket_by_sequence_length(lambda v: tf.cast(v, tf.int32), [4, 8], [2, 3, 2], no_padding=True)))
print(listed(r.group_by_window(key_func=lambda v: v % 2, reduce_func=lambda k, ds: ds.batch(3), window_size=3)))
print(listed(D.choose_from_datasets([D.range(3), D.range(10, 13)], D.from_tensor_slices(np.array([0, 1, 1, 0], dtype=np.int64)))))
print(sorted(listed(D.sample_from_datasets([D.range(3), D.range(10, 13)], weights=[0.5, 0.5], seed=1))))
print([[int(v) for v in w] for w in r.window(4, shift=3, stride=2)], listed(D.zip(D.range(3), D.range(3, 6))), listed(r.batch(4).batch(2))[:1])
items = iter(D.range(2))
print(next(items), items.get_next(), [int(v) for v in D.from_tensor_slices(["1", "2"]).map(lambda v: tf.strings.to_number(v, tf.int32))])
print(len(list(D.random(seed=4).take(3))), len(listed(tf.data.experimental.Counter().take(2))), int(tf.data.experimental.get_single_element(r.take(1))))
options = tf.data.Options()
options.autotune.enabled = True
print(len(r.with_options(options)), listed(D.from_tensors([1, 2])), listed(r.shuffle(3, seed=1, reshuffle_each_iteration=False)) != [])
