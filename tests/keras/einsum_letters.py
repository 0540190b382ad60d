# close
# Sums of products by letters: an ellipsis, a letter that stands twice, gradients through both, and shuffling.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf
import keras
from keras import layers, ops, Input, Model

random = np.random.RandomState(3)
square, stack = random.rand(3, 3).astype("float32"), random.rand(2, 3, 3).astype("float32")
a, b = random.rand(2, 1, 3, 4).astype("float32") / 4, random.rand(5, 4, 2).astype("float32") / 4
for text, *operands in (("ii->i", square), ("ii", square), ("iij->j", random.rand(2, 2, 3)), ("bii->b", stack), ("bii->bi", stack),
                        ("...ij,...jk->...ik", a, b), ("i...->...", square), ("...->...", square), ("...,...->...", square, square),
                        ("...i,i->...", stack, square[0]), ("b...,...->b...", stack, square), ("ii,ij->j", square, square)):
    made = np.asarray(ops.einsum(text, *operands))
    print(text, made.shape, made.ravel()[:3].tolist())
try:
    ops.einsum("b...,...->b", stack, square)
except tf.errors.InvalidArgumentError as error:
    print(error)
with tf.GradientTape() as tape:
    x = tf.constant(square)
    tape.watch(x)
    loss = ops.sum(ops.einsum("ii->i", x) * tf.constant([0.1, 0.2, 0.3])) + ops.sum(ops.einsum("...i,...i->...", x, x)) / 4
print(np.asarray(tape.gradient(loss, x)).ravel().tolist())


class Heads(layers.Layer):
    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], 2), initializer="ones", name="w")

    def call(self, inputs):
        return ops.einsum("...i,ij->...j", inputs, self.w)


inputs = Input((3, 3))
model = Model(inputs, layers.Dense(1, kernel_initializer="ones")(Heads()(inputs)))
model.compile(keras.optimizers.SGD(0.01), "mse")
print(model.output_shape, model.predict(stack, verbose=0).shape)
print(model.fit(stack / 9, np.zeros((2, 3, 1)), epochs=2, verbose=0).history["loss"])
shuffled = np.asarray(keras.random.shuffle(np.arange(6).reshape(2, 3), axis=1, seed=5))
print(shuffled.shape, sorted(shuffled[0].tolist()), (shuffled[1] - shuffled[0]).tolist())
