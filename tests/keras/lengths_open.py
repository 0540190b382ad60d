"""Layers of one's own on sequences of open length (None), in which the length takes part in shapes."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops


class Causal(layers.Layer):
    """A mask that the length and the batch give the shape of, as transformers for texts have it."""

    def __init__(self, size, **kwargs):
        super().__init__(**kwargs)
        self.attention = layers.MultiHeadAttention(2, size)
        self.after = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dense(size)])

    def call(self, x):
        batch, length = ops.shape(x)[0], ops.shape(x)[1]
        i, j = ops.arange(length)[:, None], ops.arange(length)
        mask = ops.reshape(ops.cast(i >= j, "int32"), (1, length, length))
        times = tf.concat([tf.expand_dims(batch, -1), tf.constant([1, 1])], axis=0)
        return self.after(x + self.attention(x, x, attention_mask=tf.tile(mask, times)))


class Folded(layers.Layer):
    """Places are counted from the length; the other argument comes by its name."""

    def call(self, x, other):
        length = ops.shape(x)[1]
        shares = ops.reshape(ops.arange(length * 2), (2, length))
        return ops.sum(x, axis=-1) * ops.cast(shares[0], "float32"), ops.matmul(x, ops.transpose(other, (0, 2, 1)))


class Batched(layers.Layer):
    """The size of the batch as a number."""

    def call(self, x):
        batch = ops.cast(ops.shape(x)[0], "float32")
        ones = ops.ones((ops.cast(ops.shape(x)[0], "int64"), 1))
        return ops.sum(x, axis=-1) / batch + ones[:, 0]


tokens = keras.Input((None,), dtype="int32")
x = layers.Embedding(10, 4)(tokens)
x = Causal(4)(x)
model = keras.Model(tokens, layers.Dense(10, activation="softmax")(x))
print(model.output_shape, model.count_params())
for length in (3, 7):
    data = np.arange(2 * length).reshape(2, length) % 10
    print(model.predict(data, verbose=0).shape, model(data[:1]).shape)
    same = model.predict(data, verbose=0)[:, :2]
    changed = data.copy()
    changed[:, 2:] = 9
    print("later words do not matter:", bool(np.abs(model.predict(changed, verbose=0)[:, :2] - same).max() < 1e-5))
model.compile("adam", "sparse_categorical_crossentropy")
print(list(model.fit(data, data, epochs=1, verbose=0).history))

a, b = keras.Input((None, 3)), keras.Input((None, 3))
first, second = Folded()(a, other=b)
both = keras.Model([a, b], [first, second])
print(first.shape, second.shape)
one, two = both.predict([np.ones((2, 4, 3)), np.ones((2, 5, 3))], verbose=0)
print(one[0], two.shape)
outer = keras.Model([a, b], layers.GlobalAveragePooling1D()(both([a, b])[1]))
print(outer.predict([np.ones((2, 3, 3)), np.ones((2, 5, 3))], verbose=0))

steps = keras.Input((None, 4))
cells = keras.Model(steps, layers.RNN(layers.GRUCell(2))(steps))
longer = keras.Model(steps, layers.RNN(layers.GRUCell(2), return_sequences=True)(steps))
print(cells.output_shape, longer.output_shape)
print(cells.predict(np.ones((2, 3, 4)), verbose=0).shape, longer.predict(np.ones((2, 5, 4)), verbose=0).shape)

inputs = keras.Input((3,))
model = keras.Model(inputs, Batched()(inputs))
print(model.predict(np.ones((4, 3)), verbose=0), model(np.ones((2, 3))).numpy())

inputs = keras.Input((3,))
model = keras.Model(inputs, [layers.Dense(2, name="p")(inputs), layers.Dense(4)(inputs)])
model.compile("sgd", loss=["mse", None], metrics=[["mae"], None])
print(sorted(model.fit(np.ones((4, 3)), np.ones((4, 2)), verbose=0).history))


class Pairs(keras.losses.Loss):
    """A loss of a whole batch, by a __call__ of its own."""

    def __call__(self, y_true, y_pred, sample_weight=None):
        return ops.mean(ops.square(ops.matmul(y_pred, ops.transpose(y_pred)) - 1.0))


model = keras.Sequential([keras.Input((3,)), layers.Dense(2, kernel_initializer="ones")])
model.compile("sgd", Pairs())
print([round(i, 3) for i in model.fit(np.full((4, 3), 0.5), np.ones((4, 2)), verbose=0).history["loss"]])
