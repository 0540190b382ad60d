import numpy as np, keras
from keras import layers
rng = np.random.RandomState(0)
q = rng.rand(2, 4, 6).astype("float32"); v = rng.rand(2, 5, 6).astype("float32")
def fill(l):
    r = np.random.RandomState(7)
    l.set_weights([(r.rand(*w.shape).astype("float32") - .5) for w in l.get_weights()])
m = layers.MultiHeadAttention(2, 3, value_dim=4)
m(q, v); fill(m)
o, s = m(q, v, return_attention_scores=True)
print(np.asarray(o).round(4)[0, 0], np.asarray(s).round(4)[0, 0, 0], o.shape, s.shape)
print(np.asarray(m(q, v, use_causal_mask=True)).round(4)[1, 2])
am = rng.randint(0, 2, (2, 4, 5)).astype(bool); am[:, :, 0] = True
print(np.asarray(m(q, v, attention_mask=am)).round(4)[1, 2])
print([(w.path, w.shape) for w in m.weights][:3])
qi, vi = keras.Input((4, 6)), keras.Input((5, 6))
att = layers.MultiHeadAttention(num_heads=2, key_dim=2, output_shape=3)
y, sc = att(qi, vi, return_attention_scores=True)
print(y.shape)
mod = keras.Model([qi, vi], [y, sc]); fill(mod)

print([np.asarray(i).round(4)[1, 0].tolist() for i in mod.predict([q, v], verbose=0)])
a = layers.Attention()
print(np.asarray(a([q, v])).round(4)[0, 0], np.asarray(a([q, v, v], use_causal_mask=True)).round(4)[0, 1])
a = layers.Attention(use_scale=True, score_mode="concat"); a([q, v]); a.set_weights([np.float32(.5), np.float32(1.5)])
o, s = a([q, v], return_attention_scores=True); print(np.asarray(o).round(4)[0, 0], np.asarray(s).round(4)[0, 0])
print(np.asarray(a([q, v], mask=[np.array([[1, 1, 0, 1]] * 2, bool), np.array([[1, 0, 1, 1, 0]] * 2, bool)])).round(4)[0])
d = layers.AdditiveAttention(); d([q, v]); fill(d); print(np.asarray(d([q, v])).round(4)[0, 0])
g = layers.GroupQueryAttention(3, 4, 2); g(q, v); fill(g); print(np.asarray(g(q, v)).round(4)[0, 0])
e = layers.EinsumDense("abc,cd->abd", output_shape=(None, 4), bias_axes="d", activation="relu"); e(q); fill(e); print(np.asarray(e(q)).round(4)[0, 0], [w.shape for w in e.weights])
e = layers.EinsumDense("...x,xy->...y", output_shape=3, bias_axes="y"); e(q); print([tuple(w.shape) for w in e.weights])
for c in (m, a, d, g, e):
    cfg = c.get_config(); cfg.pop("dtype", None)
    print({k: v for k, v in cfg.items() if not isinstance(v, dict)})
for f in (lambda: layers.MultiHeadAttention(0, 3), lambda: layers.Attention(score_mode="x"), lambda: layers.MultiHeadAttention(2, -1), lambda: layers.GroupQueryAttention(2, 3, 2)):
    try: f()
    except Exception as x: print(type(x).__name__, str(x)[:150])
ln = layers.LayerNormalization(epsilon=1e-6); print(np.asarray(ln(q)).round(5)[0, 0])
x = keras.Input((4, 6)); z = layers.Attention()([x, x]); m2 = keras.Model(x, layers.Dense(1)(layers.GlobalAveragePooling1D()(z))); fill(m2); m2.compile("sgd", "mse"); print([round(i, 4) for i in m2.fit(q, np.ones((2, 1)), epochs=3, verbose=0).history["loss"]])
