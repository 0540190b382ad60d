# close: numbers within 1e-5. Metrics with a state, in fit and evaluate.
import keras, numpy as np
from keras import layers, metrics
rs = np.random.RandomState(8)
x, y = rs.uniform(-1, 1, (60, 4)).astype("float32"), rs.randint(0, 2, 60)
k = rs.uniform(-1, 1, (4, 1))
m = keras.Sequential([keras.Input((4,)), layers.Dense(1, activation="sigmoid")])
m.set_weights([k, np.zeros(1)])
m.compile(optimizer=keras.optimizers.Adam(0.05), loss="binary_crossentropy", metrics=["accuracy", metrics.Precision(name="p"), metrics.Recall(name="r"), metrics.AUC(name="auc"), metrics.AUC(curve="PR", name="pr"), metrics.RootMeanSquaredError(), "mae", metrics.F1Score(average="micro", threshold=0.5), "binary_crossentropy"], weighted_metrics=[metrics.Recall(name="wr")])
h = m.fit(x, y.reshape(-1, 1).astype("float32"), batch_size=7, epochs=3, shuffle=False, verbose=0, validation_split=0.3, sample_weight=rs.uniform(0, 1, 60))
for key in h.history:
    print(key, ["%.6f" % v for v in h.history[key]])
print({key: "%.6f" % v for key, v in m.evaluate(x, y.reshape(-1, 1).astype("float32"), verbose=0, return_dict=True).items()})
m = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
m.set_weights([rs.uniform(-1, 1, (4, 3)), np.zeros(3)])
m.compile(optimizer="sgd", loss="mse", metrics=[metrics.R2Score(), "cosine_similarity", metrics.MeanAbsolutePercentageError(name="mape")])
t = rs.uniform(0.5, 1, (60, 3))
h = m.fit(x, t, batch_size=9, epochs=2, shuffle=False, verbose=0)
for key in h.history:
    print(key, ["%.6f" % (v / 1000) for v in h.history[key]])
