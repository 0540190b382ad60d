# close: numbers within 1e-5. fit, evaluate and predict on generators, PyDataset objects and tf.data pipelines.
import keras, numpy as np, tensorflow as tf
from keras import layers
rs = np.random.RandomState(2)
x, y = rs.uniform(-1, 1, (24, 4)).astype("float32"), rs.randint(0, 3, 24)
w = rs.uniform(0, 1, 24).astype("float32")
k = rs.uniform(-0.5, 0.5, (4, 3))
def model():
    m = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
    m.set_weights([k, np.zeros(3)])
    m.compile(optimizer=keras.optimizers.SGD(0.1), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m
def show(h):
    for key in h:
        print(key, ["%.6f" % (v / 2) for v in h[key]])
def batches(weights=False):
    while True:
        for at in range(0, 24, 8):
            part = slice(at, at + 8)
            yield (x[part], y[part], w[part]) if weights else (x[part], y[part])
class Data(keras.utils.PyDataset):
    ended = 0
    def __len__(self):
        return 4
    def __getitem__(self, index):
        return x[index * 6:index * 6 + 6], y[index * 6:index * 6 + 6]
    def on_epoch_end(self):
        self.ended += 1
m = model()
show(m.fit(batches(), steps_per_epoch=3, epochs=2, verbose=0, validation_data=(x, y)).history)
print("%.6f" % (m.evaluate(batches(True), steps=3, verbose=0)[0] / 2))
m = model()
show(m.fit(batches(True), steps_per_epoch=3, epochs=1, verbose=0).history)
m = model()
d = Data()
h = m.fit(d, epochs=2, shuffle=False, verbose=0, validation_data=(x, y))
show(h.history)
print(h.params["steps"], d.ended > 0, m.predict(d, verbose=0).shape)
m = model()
ds = tf.data.Dataset.from_tensor_slices((x, y)).batch(5)
show(m.fit(ds, epochs=2, verbose=0, validation_data=ds.take(2)).history)
print(["%.6f" % (v / 2) for v in m.evaluate(ds, verbose=0)], m.predict(ds, verbose=0).shape)
show(m.fit(ds.repeat(), steps_per_epoch=2, epochs=2, verbose=0, class_weight={0: 0.5, 1: 2.0, 2: 1.0}).history)
print(["%.6f" % (v / 2) for v in m.predict(tf.data.Dataset.from_tensor_slices(x).batch(7), verbose=0)[:3, 0]])
try:
    m.fit(ds, y, verbose=0)
except ValueError as e:
    print("ValueError", e)
