"""adapt() on datasets of batches, on single elements and on generators; clones of models with a Lambda, and transforms of Fourier."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

numbers = np.arange(12, dtype="float32").reshape(6, 2)
words = np.array([["a"], ["b"], ["a"], ["c"], ["a"], ["b"]])
table = tf.data.Dataset.from_tensor_slices(({"x": numbers, "word": words, "place": np.array([3, 5, 3, 3, 5, 7])}, np.zeros(6)))
batches = table.batch(4).prefetch(2)


def column(name):
    return batches.map(lambda features, label: features[name])


normal = layers.Normalization()
normal.adapt(column("x"))
print(np.round(ops.convert_to_numpy(normal.mean), 3), np.round(ops.convert_to_numpy(normal.variance), 3))
single = layers.Normalization()
single.adapt(table.map(lambda features, label: features["x"]))
print(np.round(ops.convert_to_numpy(single(numbers))[1], 3))
whole = layers.Normalization(axis=None)
whole.adapt(column("x"))
print([np.round(np.ravel(ops.convert_to_numpy(i)), 3) for i in (whole.mean, whole.variance)])
lookup = layers.StringLookup()
lookup.adapt(column("word"))
print(lookup.get_vocabulary())
places = layers.IntegerLookup()
places.adapt(column("place"))
print([int(i) for i in places.get_vocabulary()])
bins = layers.Discretization(num_bins=3)
bins.adapt(column("x"))
print(bins.bin_boundaries)
text = layers.TextVectorization()
text.adapt(column("word"))
print(text.get_vocabulary())



@keras.saving.register_keras_serializable()
def twice(x):
    return x * 2.0


inputs = keras.Input((4, 4))
wave = layers.Lambda(twice, name="wave")
model = keras.Model(inputs, layers.Dense(2)(wave(inputs)))
print(wave.function(3.0), [type(layer).__name__ for layer in keras.models.clone_model(model).layers])
x = np.arange(32, dtype="float32").reshape(2, 4, 4)
spectrum = keras.Model(inputs, ops.fft2((inputs, ops.zeros_like(inputs)))[0])
print(np.abs(spectrum.predict(x, verbose=0) - np.fft.fft2(x).real).max() < 1e-3)
weights = tf.Variable(x)
with tf.GradientTape() as tape:
    real, imaginary = ops.ifft2(ops.fft2((weights, weights * 0.0)))
    loss = tf.reduce_sum(real ** 2)
print(np.abs(tape.gradient(loss, weights).numpy() - 2 * x).max() < 1e-3)
