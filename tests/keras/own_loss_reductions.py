# close
import numpy as np, keras
from keras import ops, layers
class CustomMSE(keras.losses.Loss):
    def __init__(self, regularization_factor=0.1, name="custom_mse"):
        super().__init__(name=name)
        self.regularization_factor = regularization_factor
    def call(self, y_true, y_pred):
        mse = ops.mean(ops.square(y_true - y_pred), axis=-1)
        reg = ops.mean(ops.square(0.5 - y_pred), axis=-1)
        return mse + reg * self.regularization_factor
    def get_config(self):
        return {"f": self.regularization_factor, **super().get_config()}
rng = np.random.RandomState(3)
x = rng.rand(20, 3).astype("float32"); y = rng.rand(20, 2).astype("float32")
model = keras.Sequential([keras.Input((3,)), layers.Dense(2)])
model.set_weights([(rng.rand(*w.shape).astype("float32") - .3) for w in model.get_weights()])
model.compile(optimizer=keras.optimizers.SGD(0.05), loss=CustomMSE(0.3), metrics=["mae", keras.metrics.MeanSquaredError(name="m")])
h = model.fit(x, y, epochs=2, shuffle=False, batch_size=4, verbose=0, sample_weight=rng.rand(20))
for k, v in h.history.items(): print(k, [round(i, 5) for i in v])
l = CustomMSE()
print(float(l(y, y * 2)), l.name, l.get_config(), l.reduction)
print(np.asarray(CustomMSE()(y, y*2, sample_weight=np.arange(20))).round(5))
class Sum(keras.losses.Loss):
    def call(self, y_true, y_pred): return ops.sum(ops.abs(y_true - y_pred), axis=-1)
for red in ("sum", "mean", "none", None, "mean_with_sample_weight", "sum_over_batch_size"):
    s = Sum(reduction=red)
    print(red, np.asarray(s(y[:3], x[:3, :2])).round(4), np.asarray(s(y[:3], x[:3, :2], np.array([1., 2, 0]))).round(4), s.name)
