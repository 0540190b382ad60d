# close
import numpy as np, keras
from keras import layers
rng = np.random.RandomState(0)
def fill(l):
    r = np.random.RandomState(7)
    l.set_weights([(r.rand(*w.shape).astype("float32") - .5) for w in l.get_weights()])
inputs = keras.Input(shape=(None,), dtype="int32")
x = layers.Embedding(20, 6)(inputs)
x = layers.Bidirectional(layers.LSTM(4, return_sequences=True))(x)
x = layers.Bidirectional(layers.LSTM(3))(x)
outputs = layers.Dense(1, activation="sigmoid")(x)
model = keras.Model(inputs, outputs)
model.summary(); fill(model)
xs = rng.randint(0, 20, (12, 7)); ys = rng.randint(0, 2, 12)
model.compile("sgd", "binary_crossentropy", metrics=["accuracy"])
h = model.fit(xs, ys, batch_size=4, epochs=2, shuffle=False, validation_data=(xs[:, :5], ys), verbose=0)
for k in sorted(h.history): print(k, [round(v, 4) for v in h.history[k]])
print(model.predict(xs[:3], verbose=0).ravel().round(4), model.predict(xs[:2, :4], verbose=0).ravel().round(4), model(xs[:2, :3]).numpy().ravel().round(4))
print(model.evaluate(xs[:, :3], ys, verbose=0)[0], model.input_shape, model.output_shape)
m = keras.Sequential([keras.Input((None, 3)), layers.Masking(0.0), layers.GRU(4, return_sequences=True), layers.Dense(2), layers.GlobalMaxPooling1D()])
print(m.output_shape, [l.output.shape for l in m.layers]); fill(m)
z = rng.rand(3, 6, 3).astype("float32"); z[0, 4:] = 0
print(m.predict(z, verbose=0).round(4).tolist(), m.predict(z[:, :4], verbose=0).round(4).tolist())
c = keras.Sequential([keras.Input((None, None, 2)), layers.Conv2D(3, 3, padding="same", activation="relu"), layers.MaxPooling2D(2), layers.Conv2D(2, 1), layers.GlobalAveragePooling2D()])
fill(c); print(c.output_shape)
for n in (4, 6): print(c.predict(np.random.RandomState(n).rand(2, n, n + 2, 2), verbose=0).round(4).tolist())
e = keras.Sequential([keras.Input((None, 4)), layers.Conv1D(3, 2, padding="causal"), layers.SimpleRNN(2, return_sequences=True), layers.LayerNormalization()])
fill(e); print(e.predict(rng.rand(2, 5, 4), verbose=0).shape, e.output_shape)
def gen():
    for i in range(4):
        t = 3 + i % 2
        yield np.ones((2, t, 4)), np.zeros((2, t, 2))
e.compile("sgd", "mse"); print([round(v, 4) for v in e.fit(gen(), steps_per_epoch=4, epochs=1, verbose=0).history["loss"]])
outer = keras.Input((None,), dtype="int32"); big = keras.Model(outer, layers.Dense(2)(model(outer)))
fill(big); print(big.predict(xs[:2, :6], verbose=0).round(4).tolist())
try: model.predict(rng.rand(2, 3, 4), verbose=0)
except Exception as ex: print(type(ex).__name__)
