"""Attention and einsum over sequences whose length Input() leaves open."""
import numpy as np
import keras
from keras import layers, ops

rng = np.random.default_rng(0)


def run(name, make, lengths=(4, 6), masked=False):
    tokens = keras.Input((None,), dtype="int32")
    x = layers.Embedding(10, 8, mask_zero=masked)(tokens)
    made = make(x)
    out = layers.Dense(2)(layers.GlobalAveragePooling1D()(made))
    model = keras.Model(tokens, out)
    model.set_weights([rng.normal(size=w.shape) * 0.5 for w in model.get_weights()])
    print(name, made.shape, model.count_params())
    for length in lengths:
        data = rng.integers(0 if masked else 1, 10, size=(3, length))
        print(np.round(model.predict(data, verbose=0), 4).tolist())
    model.compile(keras.optimizers.SGD(0.01), "mse")
    data = rng.integers(1, 10, size=(6, 5))
    print(np.round(model.fit(data, np.ones((6, 2)), epochs=2, batch_size=3, shuffle=False, verbose=0).history["loss"], 4).tolist())


run("heads", lambda x: layers.MultiHeadAttention(2, 4)(x, x))
run("masked", lambda x: layers.MultiHeadAttention(2, 4)(x, x), masked=True)
run("groups", lambda x: layers.GroupQueryAttention(4, 2, 1)(x, x))
run("dot", lambda x: layers.Attention()([x, x]), masked=True)
run("sums", lambda x: layers.AdditiveAttention()([x, x]))
run("dense", lambda x: layers.EinsumDense("abc,cd->abd", output_shape=(None, 5), bias_axes="d")(x))
run("block", lambda x: layers.LayerNormalization()(x + layers.Dropout(0.0)(layers.MultiHeadAttention(2, 3, value_dim=5)(x, x))))


class Scores(layers.Layer):
    def call(self, x):
        scores = ops.einsum("btd,bsd->bts", x, x)
        return ops.einsum("bts,bsd->btd", ops.softmax(scores, axis=-1), x)


run("einsum", lambda x: Scores()(x))

queries, values = keras.Input((None, 8)), keras.Input((None, 8))
model = keras.Model([queries, values], layers.MultiHeadAttention(2, 4)(queries, values))
model.set_weights([rng.normal(size=w.shape) * 0.5 for w in model.get_weights()])
print(model.output_shape, np.round(model.predict([np.ones((1, 2, 8)), rng.normal(size=(1, 3, 8))], verbose=0)[0, 0], 4).tolist())
run("causal", lambda x: layers.MultiHeadAttention(2, 4)(x, x, use_causal_mask=True), masked=True)
run("causal dot", lambda x: layers.Attention()([x, x], use_causal_mask=True))
