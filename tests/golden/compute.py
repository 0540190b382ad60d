"""Writes tests/golden/compute.h: what real Keras computes for losses and optimizers on small inputs.

Run with the referee's Python: python -P tests/golden/compute.py > tests/golden/compute.h
(-P because a random.py lies beside it.)
Losses and gradients come from Keras on TensorFlow (eager tensors, so that probabilities stay probabilities) and, where
the two differ, on JAX; updates from the optimizers' own apply()."""
import os
os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""
import numpy as np
import keras
import tensorflow as tf

rng = np.random.RandomState(7)


def emit(name, array):
    flat = np.asarray(array, np.float32).ravel()
    print(f"static const float {name}[{flat.size}] = {{")
    for i in range(0, flat.size, 6):
        print("    " + ", ".join(float(x).hex() + "f" for x in flat[i:i + 6]) + ",")
    print("};")


print("/* Written by tests/golden/compute.py with Keras %s on %s. Do not edit. */" % (keras.__version__, keras.backend.backend()))
ROWS, COLUMNS = 5, 7
logits = (rng.randn(ROWS, COLUMNS) * 3).astype(np.float32)
logits[1] *= 12
probabilities = np.exp(logits - logits.max(1, keepdims=True)).astype(np.float32)
probabilities *= np.float32([[1], [0.5], [2], [1.25], [1]])  # not normalised on purpose
labels = np.array([3, 0, 6, 2, 2])
target = rng.rand(ROWS, COLUMNS).astype(np.float32)
target /= target.sum(1, keepdims=True)
units = rng.rand(ROWS, COLUMNS).astype(np.float32)
units[2, 3], units[2, 4] = 0, 1
bits = rng.randint(0, 2, (ROWS, COLUMNS)).astype(np.float32)
print(f"enum {{ GOLDEN_ROWS = {ROWS}, GOLDEN_COLUMNS = {COLUMNS} }};")
print("static const int64_t golden_labels[] = {%s};" % ", ".join(map(str, labels)))
for name, array in dict(logits=logits, probabilities=probabilities, target=target, units=units, bits=bits).items():
    emit("golden_" + name, array)


def loss(name, function, truth, prediction):
    x = tf.convert_to_tensor(prediction)
    with tf.GradientTape() as tape:
        tape.watch(x)
        value = function(tf.convert_to_tensor(truth), x)
    emit(f"golden_{name}_loss", value)
    emit(f"golden_{name}_gradient", tape.gradient(value, x))


L = keras.losses
normal = probabilities / probabilities.sum(1, keepdims=True)
loss("sparse_logits", lambda t, p: L.sparse_categorical_crossentropy(t, p, from_logits=True), labels, logits)
loss("dense_logits", lambda t, p: L.categorical_crossentropy(t, p, from_logits=True), target, logits)
loss("dense", L.categorical_crossentropy, target, probabilities)
loss("binary_logits", lambda t, p: L.binary_crossentropy(t, p, from_logits=True), bits, logits)
loss("binary", L.binary_crossentropy, bits, units)
loss("squared", L.mean_squared_error, target, units)
loss("absolute", L.mean_absolute_error, target, units)
# Sparse targets and probabilities: JAX's backend normalises, as the kernel does; one-hot targets on TensorFlow are the
# same formula.
loss("sparse", L.categorical_crossentropy, keras.utils.to_categorical(labels, COLUMNS).astype(np.float32), probabilities)

STEPS, SIZE = 5, 11
weights = rng.randn(SIZE).astype(np.float32)
gradients = rng.randn(STEPS, SIZE).astype(np.float32)
gradients[:, 4] = 0
print(f"enum {{ GOLDEN_STEPS = {STEPS}, GOLDEN_SIZE = {SIZE} }};")
emit("golden_weights", weights)
emit("golden_gradients", gradients)
O = keras.optimizers
for name, optimizer in {
    "sgd": O.SGD(0.1),
    "sgd_momentum": O.SGD(0.1, momentum=0.9),
    "sgd_nesterov": O.SGD(0.1, momentum=0.9, nesterov=True),
    "rmsprop": O.RMSprop(0.01),
    "rmsprop_momentum": O.RMSprop(0.01, momentum=0.8),
    "rmsprop_centered": O.RMSprop(0.01, centered=True),
    "rmsprop_all": O.RMSprop(0.01, rho=0.8, momentum=0.5, epsilon=1e-3, centered=True),
    "adam": O.Adam(0.01),
    "adam_other": O.Adam(0.02, beta_1=0.8, beta_2=0.95, epsilon=1e-4),
}.items():
    variable = keras.Variable(weights)
    history = []
    for gradient in gradients:
        optimizer.apply([tf.convert_to_tensor(gradient)], [variable])
        history.append(np.array(variable))
    emit(f"golden_{name}", history)
