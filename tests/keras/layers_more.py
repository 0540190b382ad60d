# Layers, activations, initializers and metrics that are seldom used.
import keras
import numpy as np

x = np.arange(12, dtype="float32").reshape(1, 4, 3) / 4 - 1
print(np.array(keras.layers.GlobalAveragePooling1D()(x)).round(4).tolist())
print(np.array(keras.layers.GlobalMaxPooling1D()(x)).round(4).tolist())
v = np.array([-2.0, -0.5, 0.0, 0.5, 2.0], dtype="float32")
for name in ("hard_silu", "hard_tanh", "log_sigmoid", "tanh_shrink"):
    print(name, np.array(getattr(keras.activations, name)(v)).round(4).tolist())
for kind in ("GlorotNormal", "HeUniform", "LecunNormal"):
    initializer = getattr(keras.initializers, kind)(seed=1)
    values = np.array(initializer((50, 40)))
    print(kind, values.shape, abs(float(values.mean())) < 0.02, initializer.get_config())
true, score = np.array([1.0, 0.0]), np.array([0.75, 0.25])
for metric in (keras.metrics.BinaryCrossentropy(), keras.metrics.MeanAbsoluteError()):
    metric.update_state(true, score)
    print(metric.name, round(float(metric.result()), 5))
rows, guess = np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([[0.25, 0.75], [0.5, 0.5]])
metric = keras.metrics.CategoricalCrossentropy()
metric.update_state(rows, guess)
print(metric.name, round(float(metric.result()), 5))
metric = keras.metrics.SparseCategoricalCrossentropy()
metric.update_state(np.array([1, 0]), guess)
print(metric.name, round(float(metric.result()), 5))
guess = np.array([[0.1, 0.2, 0.7], [0.6, 0.3, 0.1]], dtype="float32")
metric = keras.metrics.TopKCategoricalAccuracy(k=2)
metric.update_state(np.eye(3, dtype="float32")[[0, 1]], guess)
print(metric.name, float(metric.result()))
metric = keras.metrics.SparseTopKCategoricalAccuracy(k=2)
metric.update_state(np.array([0, 1]), guess)
print(metric.name, float(metric.result()))
