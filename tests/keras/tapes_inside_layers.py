"""Gradients of gradients through normalizations and poolings, as a gradient penalty has them."""
import numpy as np
import keras
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)


def penalty(name, parts, shape, training=True):
    model = keras.Sequential([keras.Input(shape), *parts, layers.Flatten(), layers.Dense(1)])
    model.set_weights([rng.uniform(0.5, 1.5, w.shape) if w.ndim < 2 else rng.normal(size=w.shape) * 0.5 for w in model.get_weights()])
    x = tf.constant(rng.normal(size=(3, *shape)).astype("float32"))
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            inner.watch(x)
            score = tf.reduce_sum(model(x, training=training) ** 2)
        slope = inner.gradient(score, x)
        size = tf.reduce_mean(tf.square(slope))
    made = outer.gradient(size, model.trainable_variables)
    print(name, f"{float(size):.4g}", [None if g is None else float(f"{float(tf.reduce_sum(g * g)) + 1e-6:.3g}") for g in made])


penalty("layer norm", [layers.LayerNormalization(), layers.Dense(4, activation="tanh")], (5,))
penalty("layer norm of pictures", [layers.LayerNormalization(axis=[1, 2])], (3, 4))
penalty("batch norm", [layers.Dense(4), layers.BatchNormalization(), layers.Activation("tanh")], (5,))
penalty("batch norm at work", [layers.Dense(4), layers.BatchNormalization(), layers.Activation("tanh")], (5,), False)
penalty("batch norm of channels", [layers.Conv2D(3, 2), layers.BatchNormalization(axis=1), layers.Activation("tanh")], (4, 4, 2))
penalty("rms norm", [layers.Dense(4, activation="tanh"), layers.RMSNormalization()], (5,))
penalty("max pool", [layers.Conv2D(3, 2, activation="tanh"), layers.MaxPooling2D(2)], (5, 5, 2))
penalty("overlapping", [layers.Conv2D(3, 2, activation="tanh"), layers.MaxPooling2D(3, strides=1, padding="same")], (5, 5, 2))
penalty("steps", [layers.Conv1D(3, 2, activation="tanh"), layers.MaxPooling1D(2)], (7, 2))
penalty("whole", [layers.Conv2D(3, 2, activation="tanh"), layers.GlobalMaxPooling2D()], (5, 5, 2))
penalty("mean", [layers.Conv2D(3, 2, activation="tanh"), layers.GlobalAveragePooling2D()], (5, 5, 2))

print("losses")
truth, labels = tf.constant([[0.0, 1.0], [1.0, 0.0]]), tf.constant([1, 0])
first = tf.Variable([[0.3, 0.8], [0.6, 0.5]])
losses = keras.losses
for name, function in {
        "binary": lambda p: losses.BinaryCrossentropy(label_smoothing=0.1)(truth, p),
        "binary of logits": lambda p: losses.BinaryCrossentropy(from_logits=True)(truth, p),
        "categories": lambda p: losses.CategoricalCrossentropy()(truth, p),
        "categories of logits": lambda p: losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.2)(truth, p),
        "labels": lambda p: losses.SparseCategoricalCrossentropy()(labels, p),
        "labels of logits": lambda p: losses.SparseCategoricalCrossentropy(from_logits=True)(labels, p * p),
        "absolute": lambda p: losses.MeanAbsoluteError()(truth, p * p)}.items():
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            loss = function(first * 1.0)
        slope = inner.gradient(loss, first)
    print(name, slope.numpy().round(4).tolist(), (outer.gradient(slope, first).numpy() + 0.0).round(4).tolist())
