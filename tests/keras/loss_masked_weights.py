# close
# Weights of samples beside predictions whose steps are masked.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf
import keras
from keras import layers, losses

random = np.random.RandomState(5)
steps = random.rand(3, 4, 2).astype("float32")
steps[0, 2:] = 0
steps[2, 1] = 0
truth = random.rand(3, 4, 2).astype("float32")
masked = layers.Masking()(steps)
by_sample = np.array([0.5, 0.25, 2.0], "float32")
by_step = random.rand(3, 4).astype("float32")
for reduction in ("sum_over_batch_size", "mean", "sum", "mean_with_sample_weight", "none"):
    for kind in (losses.MeanSquaredError, losses.MeanAbsoluteError):
        loss = kind(reduction=reduction)
        for weights in (None, by_sample[:, None], by_step, by_step[..., None]):
            print(reduction, np.asarray(loss(truth, masked, sample_weight=weights)).ravel().tolist()[:5])
for weights in (by_sample, by_step[:2]):
    try:
        losses.MeanSquaredError()(truth, masked, sample_weight=weights)
    except tf.errors.InvalidArgumentError as error:
        print(error)
hidden = layers.Masking()(np.zeros((3, 4, 2), "float32"))
print(float(losses.MeanSquaredError()(truth, hidden, sample_weight=by_step)))
variable = tf.Variable(steps)
with tf.GradientTape() as tape:
    value = losses.MeanSquaredError()(truth, layers.Masking()(variable * 1.0), sample_weight=by_step)
print(float(value), np.asarray(tape.gradient(value, variable)).ravel().tolist()[:6])
