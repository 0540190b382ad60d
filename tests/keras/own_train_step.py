# close
import numpy as np, keras, tensorflow as tf
class CustomModel(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(y=y, y_pred=y_pred)
        trainable_vars = self.trainable_variables
        gradients = tape.gradient(loss, trainable_vars)
        self.optimizer.apply(gradients, trainable_vars)
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred)
        return {m.name: m.result() for m in self.metrics}
    def test_step(self, data):
        x, y = data
        y_pred = self(x, training=False)
        loss = self.compute_loss(y=y, y_pred=y_pred)
        for metric in self.metrics:
            if metric.name != "loss":
                metric.update_state(y, y_pred)
            else:
                metric.update_state(loss)
        return {m.name: m.result() for m in self.metrics}
rng = np.random.RandomState(1)
x = rng.rand(32, 4).astype("float32"); y = rng.rand(32, 1).astype("float32")
inputs = keras.Input(shape=(4,))
outputs = keras.layers.Dense(1)(inputs)
model = CustomModel(inputs, outputs)
model.set_weights([rng.rand(4, 1).astype("float32")*.3, np.zeros(1, "float32")])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse", metrics=["mae"])
h = model.fit(x, y, epochs=3, batch_size=8, shuffle=False, verbose=0)
print(sorted(h.history), [round(v, 5) for v in h.history["mae"]], [round(v, 5) for v in h.history["loss"]])
print(model.evaluate(x, y, verbose=0))
h = model.fit(x, y, epochs=2, batch_size=8, shuffle=False, verbose=0, validation_data=(x, y))
for k, v in h.history.items(): print(k, [round(i, 5) for i in v])
print(model.predict(x[:3], verbose=0).ravel().round(4))
print(len(model.layers), model.count_params())
