"""Classes that derive from built losses, metrics and optimizers, and say super()."""
import numpy as np
import keras
import tensorflow as tf
from keras import layers, ops

rng = np.random.default_rng(0)
x, y = rng.normal(size=(12, 3)).astype("float32"), rng.normal(size=(12, 1)).astype("float32")


def model_of(units=1, activation=None):
    model = keras.Sequential([keras.Input((3,)), layers.Dense(units, activation=activation)])
    model.set_weights([np.linspace(-1, 1, 3 * units).reshape(3, units), np.zeros(units)])
    return model


class Weighted(keras.losses.MeanSquaredError):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, y_true, y_pred):
        return self.factor * super().call(y_true, y_pred)


class Plain(keras.losses.Huber):
    """Nothing of its own."""


loss = Weighted(3.0)
print(loss.name, loss.reduction, isinstance(loss, keras.losses.Loss), isinstance(loss, keras.losses.MeanSquaredError))
print(float(loss(y[:4], y[:4] + 0.5)), float(loss(y[:4], y[:4] + 0.5, sample_weight=np.array([1.0, 0.0, 2.0, 0.0]))))
print(loss.call(y[:2], y[:2] + 1.0).numpy().tolist(), float(Weighted(reduction="sum")(y[:4], y[:4] + 0.5)))
print(float(Plain(delta=0.5)(y[:4], y[:4] + 2.0)), Plain().name)
for each in (loss, Plain(), Weighted(name="mine", reduction="sum")):
    model = model_of()
    model.compile(keras.optimizers.SGD(0.01), loss=each)
    history = model.fit(x, y, batch_size=4, epochs=2, shuffle=False, verbose=0)
    print(np.round(history.history["loss"], 4).tolist(), round(model.evaluate(x, y, verbose=0), 4))


class Argmax(keras.metrics.MeanIoU):
    def update_state(self, y_true, y_pred, sample_weight=None):
        return super().update_state(y_true, ops.argmax(y_pred, axis=-1), sample_weight)


class Second(keras.metrics.AUC):
    def update_state(self, y_true, y_pred, sample_weight=None):
        super().update_state(y_true[:, 1], y_pred[:, 1], sample_weight)


class Percent(keras.metrics.BinaryAccuracy):
    def __init__(self, name="percent", **kwargs):
        super().__init__(name=name, **kwargs)

    def result(self):
        return super().result() * 100


labels = rng.integers(0, 2, size=(12, 1))
scores = rng.random((12, 2)).astype("float32")
iou = Argmax(num_classes=2)
iou.update_state(labels, scores)
print(iou.name, round(float(iou.result()), 5), iou)
iou.reset_state()
print(float(iou.result()))
area = Second(name="area")
area.update_state(np.eye(2)[labels.ravel()], scores)
print(area.name, round(float(area.result()), 5))
percent = Percent(threshold=0.4)
print(percent.name, float(percent(labels, scores[:, :1])), percent.get_config()["threshold"])
model = model_of(2, "softmax")
model.compile("sgd", "sparse_categorical_crossentropy", metrics=[Argmax(num_classes=2, name="iou"), "accuracy"])
print({name: np.round(values, 4).tolist() for name, values in
       model.fit(x, labels, batch_size=6, epochs=2, shuffle=False, verbose=0).history.items()})


class Slow(keras.optimizers.SGD):
    def __init__(self, learning_rate=0.1, **kwargs):
        super().__init__(learning_rate=learning_rate, **kwargs)

    def apply_gradients(self, grads_and_vars):
        return super().apply_gradients([(g * 0.5, v) for g, v in grads_and_vars])


class Centred(keras.optimizers.Adam):
    def update_step(self, gradient, variable, learning_rate):
        if len(variable.shape) > 1:
            gradient = gradient - ops.mean(gradient, axis=0, keepdims=True)
        super().update_step(gradient, variable, learning_rate)


class Kept(keras.optimizers.Adam):
    pass


for made in (Slow(), Centred(0.05), Kept(learning_rate=0.05), Centred(keras.optimizers.schedules.ExponentialDecay(0.1, 2, 0.5))):
    print(type(made).__name__, made.name, isinstance(made, keras.optimizers.Optimizer))
    model = model_of()
    model.compile(made, "mse")
    print(np.round(model.fit(x, y, batch_size=4, epochs=2, shuffle=False, verbose=0).history["loss"], 4).tolist(),
          int(made.iterations))
    print(np.round(model.get_weights()[0].ravel(), 4).tolist())
weight = tf.Variable([1.0, 2.0])
with tf.GradientTape() as tape:
    total = tf.reduce_sum(weight ** 2)
Slow(0.1).apply_gradients(zip(tape.gradient(total, [weight]), [weight]))
print(weight.numpy())
