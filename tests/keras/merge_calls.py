# close: what merging layers are called on: variables, arrays, tensors; and what they refuse once they are built.
import numpy as np, keras
import tensorflow as tf
from keras import layers
np.set_printoptions(precision=4, suppress=True)
r = np.random.RandomState(5)
a, b = r.rand(2, 3).astype("float32") / 2, r.rand(2, 3).astype("float32") / 2
for layer in (layers.Add(), layers.Subtract(), layers.Multiply(), layers.Average(), layers.Concatenate(), layers.Dot(1)):
    va, vb = tf.Variable(a), tf.Variable(b)
    with tf.GradientTape() as tape:
        y = layer([va, vb])
        loss = tf.reduce_sum(y * y) / 4
    print(layer.name, y.shape, np.array(y).ravel(), [np.array(g).ravel() for g in tape.gradient(loss, [va, vb])])
    for wrong in (lambda: layer(a), lambda: layer([a, b, a]) if layer.name in ("dot", "subtract") else layer(b)):
        try:
            print("no error", wrong().shape)
        except Exception as error:
            print(type(error).__name__, "list" in str(error), "exactly 2" in str(error))
    print(np.array(layer([tf.constant(a), tf.constant(b)])).shape)
