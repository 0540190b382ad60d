# close: numbers within 1e-5. Sample weights, class weights, weighted metrics, weights of validation, frequencies.
import keras, numpy as np
from keras import layers
rs = np.random.RandomState(2)
x, y = rs.uniform(-1, 1, (50, 4)).astype("float32"), rs.randint(0, 3, 50)
w = rs.uniform(0, 1, 50)
k = rs.uniform(-0.5, 0.5, (4, 3))
def model(**options):
    m = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
    m.set_weights([k, np.zeros(3)])
    m.compile(optimizer=keras.optimizers.SGD(0.1), loss="sparse_categorical_crossentropy", **options)
    return m
def show(h):
    for key in h:
        print(key, ["%.6f" % (v / 2) for v in h[key]])
m = model(metrics=["accuracy"], weighted_metrics=["accuracy", "sparse_categorical_crossentropy"])
show(m.fit(x, y, sample_weight=w, epochs=2, batch_size=8, shuffle=False, verbose=0, validation_data=(x[:20], y[:20], w[:20])).history)
print(["%.6f" % (v / 2) for v in m.evaluate(x, y, sample_weight=w, verbose=0)])
print(["%.6f" % (v / 2) for v in m.evaluate(x, y, verbose=0)])
print({key: "%.6f" % (v / 2) for key, v in m.evaluate(x, y, sample_weight=w, verbose=0, return_dict=True).items()})
print("%.6f" % m.get_weights()[0][1, 1])
m = model()
show(m.fit(x, y, class_weight={0: 0.2, 2: 1.5}, epochs=4, shuffle=False, verbose=0, validation_data=(x, y), validation_freq=2).history)
h = m.fit(x, y, epochs=5, initial_epoch=2, shuffle=False, verbose=0, validation_split=0.2, validation_freq=[3, 5], validation_batch_size=5, validation_steps=1)
show(h.history)
print(h.epoch)
m = model(metrics=[keras.metrics.SparseTopKCategoricalAccuracy(k=2, name="top")])
print(["%.6f" % (v / 2) for v in m.train_on_batch(x[:9], y[:9], sample_weight=w[:9])])
print(["%.6f" % (v / 2) for v in m.test_on_batch(x[:9], y[:9], sample_weight=w[:9])])
m.train_on_batch(x[:9], y[:9], class_weight={1: 0.3})
print("%.6f" % m.get_weights()[0][2, 0])
print("%.6f" % (m.evaluate(x, y, steps=2, batch_size=7, verbose=0)[0] / 2), m.predict(x, batch_size=7, steps=2, verbose=0).shape)
