# close: numbers within 1e-5. fit_generator and its like under whichever name the library has; data that runs out.
import keras, numpy as np, warnings
from keras import layers
rs = np.random.RandomState(2)
x, y = rs.uniform(-1, 1, (24, 4)).astype("float32"), rs.randint(0, 3, 24)
k = rs.uniform(-0.5, 0.5, (4, 3))
m = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
m.set_weights([k, np.zeros(3)])
m.compile(optimizer=keras.optimizers.SGD(0.1), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
def batches():
    while True:
        for at in range(0, 24, 8):
            yield x[at:at + 8], y[at:at + 8]
fit = m.fit_generator if hasattr(m, "fit_generator") else m.fit
evaluate = m.evaluate_generator if hasattr(m, "evaluate_generator") else m.evaluate
predict = m.predict_generator if hasattr(m, "predict_generator") else m.predict
h = fit(batches(), steps_per_epoch=3, epochs=2, verbose=0, validation_data=(x, y))
print(sorted(h.history), ["%.6f" % (v / 2) for v in h.history["loss"]])
print(["%.6f" % (v / 2) for v in evaluate(batches(), steps=3, verbose=0)])
print(predict(batches(), steps=2, verbose=0).shape)
print(m.reset_metrics())
print(["%.6f" % (v / 2) for v in m.fit({"a": x} if False else x, y, shuffle="batch" if False else False, verbose=0).history["loss"]])
class Short(keras.utils.Sequence if hasattr(keras.utils, "Sequence") else keras.utils.PyDataset):
    def __len__(self):
        return 2
    def __getitem__(self, index):
        return x[index * 9:index * 9 + 9], y[index * 9:index * 9 + 9], np.full(9, 0.5)
print(["%.6f" % v for v in m.evaluate(Short(), verbose=0)])
print(["%.6f" % (v / 2) for v in m.fit(Short(), shuffle=False, verbose=0, class_weight=None).history["loss"]])
