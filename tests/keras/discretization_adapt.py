# close
# Bins whose boundaries adapt() finds: quantiles of arrays, of batches, with steps.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf
from keras import layers

random = np.random.RandomState(7)
values = random.rand(500).astype("float32")
for bins, epsilon in ((4, 0.01), (3, 0.1), (7, 0.05), (1, 0.01)):
    layer = layers.Discretization(num_bins=bins, epsilon=epsilon)
    layer.adapt(values)
    print(bins, epsilon, layer.bin_boundaries, np.asarray(layer(values[:5])).tolist())
layer = layers.Discretization(num_bins=4)
layer.adapt([values[:100], values[100:300], values[300:]])
print(layer.bin_boundaries)
layer.adapt([values[:100], values[100:300], values[300:]], steps=2)
print(layer.bin_boundaries)
layer.adapt(tf.data.Dataset.from_tensor_slices(values).batch(64))
print(layer.bin_boundaries)
few = layers.Discretization(num_bins=3)
few.adapt(np.array([[0.1, 0.9], [0.5, 0.3]]))
print(few.bin_boundaries, np.asarray(few(np.array([0.2, 0.6, 1.0]))).tolist(), few.num_bins)
again = layers.Discretization.from_config(few.get_config())
print(again.bin_boundaries, again.num_bins)
hot = layers.Discretization(num_bins=2, output_mode="one_hot")
hot.adapt(values)
print(np.asarray(hot(np.array([0.1, 0.9]))).tolist())
hot.reset_state()
hot.update_state(values[:50])
hot.update_state(values[50:90])
hot.finalize_state()
print(hot.bin_boundaries)
for call in (lambda: layers.Discretization(num_bins=3)(values), lambda: layers.Discretization(bin_boundaries=[0.5]).adapt(values),
             lambda: layers.Discretization(num_bins=3, sparse=True)):
    try:
        call()
    except ValueError as error:
        text = str(error)
        print(text.partition("\x1b[1m")[2].partition("\x1b[0m")[0] or text)
