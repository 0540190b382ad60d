# close
import numpy as np, keras, tensorflow as tf
class CustomModel(keras.Model):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.loss_tracker = keras.metrics.Mean(name="loss")
        self.mae_metric = keras.metrics.MeanAbsoluteError(name="mae")
        self.loss_fn = keras.losses.MeanSquaredError()
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.loss_fn(y, y_pred)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        self.loss_tracker.update_state(loss)
        self.mae_metric.update_state(y, y_pred)
        return {"loss": self.loss_tracker.result(), "mae": self.mae_metric.result()}
    @property
    def metrics(self):
        return [self.loss_tracker, self.mae_metric]
rng = np.random.RandomState(1)
x = rng.rand(32, 4).astype("float32"); y = rng.rand(32, 1).astype("float32")
inputs = keras.Input(shape=(4,))
outputs = keras.layers.Dense(1)(inputs)
model = CustomModel(inputs, outputs)
model.set_weights([rng.rand(4, 1).astype("float32")*.3, np.zeros(1, "float32")])
model.compile(optimizer=keras.optimizers.RMSprop(0.01))
h = model.fit(x, y, epochs=5, batch_size=16, shuffle=False, verbose=0)
for k, v in h.history.items(): print(k, [round(i, 5) for i in v])
class Weighted(keras.Model):
    def train_step(self, data):
        if len(data) == 3:
            x, y, sample_weight = data
        else:
            sample_weight = None
            x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(y=y, y_pred=y_pred, sample_weight=sample_weight)
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(grads, self.trainable_variables)
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred, sample_weight=sample_weight)
        return {m.name: m.result() for m in self.metrics}
inputs = keras.Input(shape=(4,))
model = Weighted(inputs, keras.layers.Dense(1)(inputs))
model.set_weights([rng.rand(4, 1).astype("float32")*.3, np.zeros(1, "float32")])
model.compile(optimizer="sgd", loss="mse", metrics=["mae"])
sw = rng.rand(32, 1).astype("float32")
h = model.fit(x, y, sample_weight=sw, epochs=3, shuffle=False, verbose=0)
for k, v in h.history.items(): print(k, [round(i, 5) for i in v])
h = model.fit(x, y, epochs=2, verbose=0, callbacks=[keras.callbacks.LambdaCallback(on_epoch_end=lambda e, logs: print(e, sorted(logs)))])
print(h.epoch, h.params["epochs"])
