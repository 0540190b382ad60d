# close: losses and metrics along another axis than the last, softmax along several, groups of another axis.
import numpy as np, keras
import tensorflow as tf
from keras import layers
np.set_printoptions(precision=4, suppress=True)
r = np.random.RandomState(4)
p = r.uniform(0.1, 0.9, (2, 4, 3)).astype("float32")
t = np.moveaxis(np.eye(4, dtype="float32")[r.randint(0, 4, (2, 3))], -1, 1)
for loss in (keras.losses.CategoricalCrossentropy(axis=1, reduction="none"), keras.losses.BinaryCrossentropy(axis=1),
             keras.losses.CategoricalFocalCrossentropy(axis=-2), keras.losses.BinaryFocalCrossentropy(axis=1),
             keras.losses.CosineSimilarity(axis=1)):
    v = tf.Variable(p)
    with tf.GradientTape() as tape:
        value = loss(t, v)
    print(loss.name, np.array(loss(t, p)) / 4, np.array(value) / 4, np.array(tape.gradient(value, v)).sum(axis=(0, 2)) / 100)
for metric in (keras.metrics.CategoricalCrossentropy(axis=1), keras.metrics.CosineSimilarity(axis=1)):
    metric.update_state(t, p)
    print(metric.name, float(metric.result()) / 4)
m = keras.metrics.SparseCategoricalCrossentropy(ignore_class=1)
m.update_state(np.array([0, 1, 2]), p[:1, 1:, :].reshape(3, 3), sample_weight=np.array([1.0, 2.0, 3.0]))
print(float(m.result()) / 4)
x = r.rand(2, 4, 3).astype("float32")
print(np.array(layers.Softmax(axis=(1, 2))(x)), np.array(keras.activations.softmax(tf.constant(x), axis=1))[0])
print(np.array(layers.GroupNormalization(groups=2, axis=1)(x))[0] / 4)
sums = keras.losses.MeanSquaredError(reduction="sum")
means = keras.losses.MeanSquaredError(reduction="mean_with_sample_weight")
for loss in (sums, means):
    v = tf.Variable(p[:, 0])
    with tf.GradientTape() as tape:
        value = loss(t[:, 0], v, sample_weight=np.array([0.5, 2.0]))
    print(float(value) / 4, np.array(tape.gradient(value, v)).ravel() / 4)
w = tf.Variable(r.rand(3, 2).astype("float32") - 0.5)
for penalty in (keras.regularizers.L1(0.1), keras.regularizers.L2(0.1), keras.regularizers.L1L2(0.1, 0.2),
                keras.regularizers.OrthogonalRegularizer(0.1)):
    with tf.GradientTape() as tape:
        value = penalty(w)
    print(float(value), np.array(tape.gradient(value, w)).ravel())
for wrong in (lambda: keras.losses.CategoricalCrossentropy(axis=3)(t, p),):
    try:
        print("no error", wrong())
    except Exception as error:
        print("an error")
