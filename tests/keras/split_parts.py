# keras.utils.split_dataset: arrays, tuples and datasets in two parts.
import numpy as np
import keras
import tensorflow as tf


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def show(data):
    print([[x.numpy().tolist() for x in e] if isinstance(e, tuple) else e.numpy().tolist() for e in data])


split = keras.utils.split_dataset
d = np.arange(12)
a, b = split(np.arange(10), left_size=0.7)
print(len(a), len(b), a.element_spec)
show(b)
a, b = split((np.arange(6), np.arange(6.0) * 2), right_size=2)
show(b)
print(a.element_spec)
a, b = split(tf.data.Dataset.range(10).batch(3), left_size=4)
show(a)
a, b = split([d, d * 10], left_size=0.5, shuffle=True, seed=3)
show(a)
a, b = split(tf.data.Dataset.from_tensor_slices({"x": d, "y": d + 1}), left_size=3, right_size=2)
print([{k: int(v) for k, v in e.items()} for e in b])
for options in (dict(), dict(left_size=1.5), dict(left_size=0.9, right_size=0.3), dict(left_size=20), dict(left_size="a"), dict(right_size="a"),
                dict(left_size="a", right_size="b"), dict(left_size=0, right_size=0), dict(right_size=-1), dict(left_size=8, right_size=7), dict(left_size=0.01)):
    attempt(lambda: split(d, **options))
attempt(lambda: split(3, left_size=1))
attempt(lambda: split([np.zeros(3), np.zeros(4)], left_size=1))
attempt(lambda: split((), left_size=1))
attempt(lambda: split([[1, 2]], left_size=1))
