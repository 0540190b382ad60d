# tf.data pipelines: sources, steps and what they give.
import numpy as np, tensorflow as tf
D = tf.data.Dataset
r = D.range(10)
print(list(r.as_numpy_iterator()))
print([int(v) for v in r.map(lambda v: v * 2).filter(lambda v: v % 3 == 0)])
print([b.tolist() for b in r.batch(4).as_numpy_iterator()])
print([b.tolist() for b in r.batch(4, drop_remainder=True).as_numpy_iterator()], len(r.batch(4)), len(r.batch(4, drop_remainder=True)))
print([int(v) for v in r.skip(3).take(4).repeat(2)])
print([(int(a), float(b)) for a, b in D.zip((r.take(2), D.from_tensor_slices([0.5, 1.5, 2.5])))])
print([int(v) for v in r.take(2).concatenate(D.range(5, 7))])
print([(int(i), int(v)) for i, v in D.range(5, 8).enumerate(start=1)])
print([int(v) for v in r.batch(3).unbatch().take(4)])
print(sorted(int(v) for v in r.shuffle(4, seed=1)), len(r.shuffle(3)))
print(int(r.cardinality()), int(r.repeat().cardinality()), int(r.filter(lambda v: v > 3).cardinality()))
for x, y in D.from_tensor_slices((np.arange(6.0).reshape(3, 2), ["a", "b", "c"] if False else [1, 2, 3])).batch(2).prefetch(tf.data.AUTOTUNE):
    print(x.numpy().tolist(), y.numpy().tolist(), x.shape, x.dtype, y.dtype)
for e in D.from_tensor_slices({"a": [1, 2], "b": [[1.0], [2.0]]}):
    print({key: e[key].numpy().tolist() for key in sorted(e)})
def numbers():
    for i in range(3):
        yield i, [i, i + 1]
for a, b in D.from_generator(numbers, output_types=(tf.int64, tf.float32)):
    print(int(a), b.numpy().tolist())
print([e.numpy().tolist() for e in D.from_tensors([1, 2, 3])])
print([[int(v) for v in part] for part in D.range(7).window(3, shift=2)])
print([b.numpy().tolist() for b in D.range(6).window(3, shift=1, drop_remainder=True).flat_map(lambda part: part.batch(3))])
print(int(D.range(5).reduce(np.int64(0), lambda a, b: a + b)), [int(v) for v in r.shard(3, 1)])
c = r.map(lambda v: v + 1).cache()
print([int(v) for v in c], [int(v) for v in c.take(2)])
for bad in [lambda: len(r.repeat()), lambda: len(r.filter(lambda v: v > 2))]:
    try:
        bad()
    except TypeError as e:
        print("TypeError", e)
