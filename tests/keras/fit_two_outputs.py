# close: numbers within 1e-5. Models with several outputs: lists and dicts of losses, weights, metrics, data.
import keras, numpy as np
from keras import layers
rs = np.random.RandomState(2)
x1, x2 = rs.uniform(-1, 1, (40, 3)).astype("float32"), rs.uniform(-1, 1, (40, 2)).astype("float32")
ya, yb = rs.randint(0, 3, 40), rs.uniform(0, 1, (40, 1)).astype("float32")
w = rs.uniform(0, 1, 40)
ws = None
def model(**options):
    global ws
    a, b = keras.Input((3,), name="left"), keras.Input((2,), name="right")
    h = layers.Dense(5, activation="tanh", name="h")(layers.Add(name="sum")([a, layers.Dense(3, name="j")(b)]))
    m = keras.Model([a, b], [layers.Dense(3, activation="softmax", name="kind")(h), layers.Dense(1, activation="sigmoid", name="size")(h)])
    if ws is None:
        ws = [rs.uniform(-0.5, 0.5, v.shape) for v in m.get_weights()]
    m.set_weights(ws)
    m.compile(optimizer=keras.optimizers.SGD(0.1), **options)
    return m
def show(h):
    for key in h:
        print(key, ["%.6f" % (v / 2) for v in h[key]])
m = model(loss=["sparse_categorical_crossentropy", "mse"], metrics=[["accuracy"], ["mae", "mse"]])
show(m.fit([x1, x2], [ya, yb], epochs=2, batch_size=8, shuffle=False, verbose=0, validation_data=([x1, x2], [ya, yb])).history)
print(["%.6f" % (v / 2) for v in m.evaluate([x1, x2], [ya, yb], verbose=0)])
print(m.metrics_names)
m = model(loss={"size": "mae", "kind": "sparse_categorical_crossentropy"}, loss_weights={"size": 0.3, "kind": 0.5}, metrics={"kind": ["accuracy"]})
show(m.fit({"right": x2, "left": x1}, {"kind": ya, "size": yb}, epochs=2, batch_size=8, shuffle=False, verbose=0).history)
print({k: "%.6f" % (v / 2) for k, v in m.evaluate([x1, x2], {"kind": ya, "size": yb}, verbose=0, return_dict=True).items()})
print([p.shape for p in m.predict({"left": x1, "right": x2}, verbose=0)])
m = model(loss=["sparse_categorical_crossentropy", "mse"], loss_weights=[1.0, 0.25], weighted_metrics=[None, ["mae"]])
show(m.fit([x1, x2], [ya, yb], sample_weight=[w, w * 0.5], epochs=1, batch_size=8, shuffle=False, verbose=0).history)
print("%.6f" % m.get_weights()[0][1, 1])
print(len(m.train_on_batch([x1, x2], [ya, yb])), sorted(m.train_on_batch([x1, x2], [ya, yb], return_dict=True)))
try:
    model(loss={"size": "mae", "other": "mse"}).fit([x1, x2], [ya, yb], verbose=0)
except ValueError as e:
    print("ValueError", e)
