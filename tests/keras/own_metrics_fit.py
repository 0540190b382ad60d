# close
import numpy as np, keras
from keras import ops, layers
class BinaryTruePositives(keras.metrics.Metric):
    def __init__(self, name="binary_true_positives", **kwargs):
        super().__init__(name=name, **kwargs)
        self.true_positives = self.add_weight(name="tp", initializer="zeros")
    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true = ops.cast(y_true, "bool")
        y_pred = ops.cast(ops.greater(y_pred, 0.5), "bool")
        values = ops.logical_and(ops.equal(y_true, True), ops.equal(y_pred, True))
        values = ops.cast(values, self.dtype)
        if sample_weight is not None:
            sample_weight = ops.cast(sample_weight, self.dtype)
            sample_weight = ops.broadcast_to(sample_weight, ops.shape(values))
            values = ops.multiply(values, sample_weight)
        self.true_positives.assign_add(ops.sum(values))
    def result(self):
        return self.true_positives
    def reset_state(self):
        self.true_positives.assign(0)
rng = np.random.RandomState(0)
x = rng.rand(40, 3).astype("float32")
y = (x.sum(axis=1) > 1.5).astype("float32").reshape(-1, 1)
model = keras.Sequential([keras.Input((3,)), layers.Dense(1, activation="sigmoid")])
model.set_weights([np.full((3, 1), 0.3, "float32"), np.full((1,), -0.4, "float32")])
m = BinaryTruePositives()
m.update_state(y, model.predict(x, verbose=0))
print(float(m.result()), m.name, [v.name for v in m.variables])
m.reset_state(); print(float(m.result()))
model.compile(optimizer=keras.optimizers.SGD(0.1), loss="binary_crossentropy", metrics=[BinaryTruePositives(), "accuracy"])
h = model.fit(x, y, epochs=3, batch_size=8, shuffle=False, verbose=0, validation_split=0.25)
for k in sorted(h.history): print(k, [round(v, 4) for v in h.history[k]])
print(model.evaluate(x, y, verbose=0))
print(model.evaluate(x, y, verbose=0, return_dict=True))
print([m.name for m in model.metrics], model.metrics_names)
