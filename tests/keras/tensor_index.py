# Tensors, variables and symbolic tensors by index: numbers, slices, ... and None, masks, tensors as numbers; under a tape too.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf
import keras
from keras import Input, ops

values = np.arange(24.0, dtype="float32").reshape(2, 3, 4)
plain, variable, whole = tf.constant(values), tf.Variable(values), tf.constant(np.arange(6).reshape(2, 3))
words = tf.constant([["a", "b"], ["c", "d"]])
one = tf.constant(1)
keys = ["()", "...", "None", "0", "-1", "1:", "::2", "::-1", "0, 1", "0, -1, 2", "..., 0", "..., None", "None, 0", ":, 1", ":, 1:3",
        ":, ::-1, ::2", "0, ..., 1", "one", "0, one", "np.int64(1)", "[0, 1]", "[1, 2, 3]", "[slice(None), 1]", ":, None, 1"]
for key in keys:
    shown = []
    for tensor in (plain, variable):
        made = eval(f"tensor[{key}]")
        shown.append((tuple(made.shape), float(tf.reduce_sum(made))))
    with tf.GradientTape() as tape:
        tape.watch(plain)
        made = eval(f"(plain * 2)[{key}]")
        total = tf.reduce_sum(made)
    print(key, shown[0] == shown[1], shown[0], tuple(made.shape), float(total), float(tf.reduce_sum(tape.gradient(total, plain))))
for key in ("whole > 2", "whole[0] > 5", "np.array([True, False])", "np.array([[True, False, True], [False, False, True]])"):
    made = eval(f"whole[{key}]") if "whole[0]" not in key else whole[:, 0][whole[:, 0] > 1]
    print(key, made.numpy().tolist(), made.dtype.name)
print(words[0].numpy(), words[1, 0].numpy(), words[:, 1].numpy(), whole[1, 2].numpy(), whole[0].dtype.name)
a = Input((3, 4))
for key in ("..., 0", ":, 1", ":, -1, 2", "..., None", ":, 1:", ":, ::2, 1:3", ":, None", "()"):
    print(key, eval(f"a[{key}]").shape)
