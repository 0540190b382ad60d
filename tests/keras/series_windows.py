# Series in windows: timeseries_dataset_from_array and TimeseriesGenerator.
import numpy as np
import keras
from tensorflow.keras.preprocessing.sequence import TimeseriesGenerator


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def show(data):
    for e in data:
        print([x.numpy().tolist() for x in e] if isinstance(e, tuple) else e.numpy().tolist(), e[0].dtype)


windows = keras.utils.timeseries_dataset_from_array
d = np.arange(12)
y = d * 10
data = windows(d[:-3], y[3:], sequence_length=3, batch_size=4)
print(data.element_spec, len(data))
show(data)
show(windows(d, None, 3, sequence_stride=2, sampling_rate=2, batch_size=2))
show(windows(np.arange(20.0).reshape(10, 2), d[:10], 4, sequence_stride=3, batch_size=None))
show(windows(d, y, 3, start_index=2, end_index=8))
show(windows([1, 2, 3, 4, 5], [1, 2, 3], 2))
print(sorted(int(v) for _, b in windows(d, y, 3, shuffle=True, seed=1, batch_size=20) for v in b))
for options in (dict(start_index=-1), dict(start_index=20), dict(end_index=2, start_index=3), dict(end_index=30), dict(sampling_rate=0), dict(sequence_stride=50),
                dict(end_index=-1), dict(format="q")):
    attempt(lambda: windows(d, y, 3, **options))
g = TimeseriesGenerator(np.arange(20).reshape(10, 2), np.arange(10), length=3, batch_size=4, stride=2, sampling_rate=2)
print(len(g), [(x.tolist(), t.tolist()) for x, t in (g[i] for i in range(len(g)))])
g = TimeseriesGenerator(list(range(9)), list(range(9)), 2, reverse=True, start_index=1, end_index=7)
print(g[0][0].tolist())
np.random.seed(0)
print(TimeseriesGenerator(np.arange(9), np.arange(9), 2, shuffle=True, batch_size=3)[0][1].tolist())
attempt(lambda: TimeseriesGenerator([1, 2], [1], 1))
attempt(lambda: TimeseriesGenerator([1, 2], [1, 2], 4))
for call in (lambda: g.get_config(), lambda: g.to_json()):
    try:
        call()
    except AttributeError:
        pass
