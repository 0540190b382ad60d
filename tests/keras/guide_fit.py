# close
import numpy as np, keras, tensorflow as tf
from keras import layers, ops
rng = np.random.RandomState(0)
x_train = rng.rand(60, 7).astype("float32"); y_train = rng.randint(0, 3, 60)
def get_uncompiled_model():
    inputs = keras.Input(shape=(7,), name="digits")
    x = layers.Dense(8, activation="relu", name="dense_1")(inputs); x = layers.Dense(8, activation="relu", name="dense_2")(x)
    m = keras.Model(inputs=inputs, outputs=layers.Dense(3, activation="softmax", name="predictions")(x))
    r = np.random.RandomState(4); m.set_weights([r.rand(*w.shape) - .5 for w in m.get_weights()]); return m
def get_compiled_model():
    model = get_uncompiled_model()
    model.compile(optimizer="rmsprop", loss="sparse_categorical_crossentropy", metrics=["sparse_categorical_accuracy"]); return model
def custom_mean_squared_error(y_true, y_pred): return ops.mean(ops.square(y_true - y_pred), axis=-1)
model = get_uncompiled_model(); model.compile(optimizer=keras.optimizers.SGD(), loss=custom_mean_squared_error)
y1h = ops.one_hot(y_train, num_classes=3)
print([round(v, 5) for v in model.fit(x_train, y1h, batch_size=20, epochs=1, shuffle=False, verbose=0).history["loss"]])
class CategoricalTruePositives(keras.metrics.Metric):
    def __init__(self, name="categorical_true_positives", **kwargs):
        super().__init__(name=name, **kwargs)
        self.true_positives = self.add_variable(shape=(), name="ctp", initializer="zeros")
    def update_state(self, y_true, y_pred, sample_weight=None):
        y_pred = ops.reshape(ops.argmax(y_pred, axis=1), (-1, 1))
        values = ops.cast(y_true, "int32") == ops.cast(y_pred, "int32")
        values = ops.cast(values, "float32")
        if sample_weight is not None:
            sample_weight = ops.cast(sample_weight, "float32"); values = ops.multiply(values, sample_weight)
        self.true_positives.assign_add(ops.sum(values))
    def result(self): return self.true_positives.value
    def reset_state(self): self.true_positives.assign(0)
model = get_uncompiled_model(); model.compile(optimizer=keras.optimizers.SGD(1e-3), loss=keras.losses.SparseCategoricalCrossentropy(), metrics=[CategoricalTruePositives()])
h = model.fit(x_train, y_train, batch_size=20, epochs=3, shuffle=False, verbose=0); print({k: [round(v, 4) for v in h.history[k]] for k in h.history})
class ActivityRegularizationLayer(layers.Layer):
    def call(self, inputs):
        self.add_loss(ops.sum(inputs) * 0.1); return inputs
inputs = keras.Input(shape=(7,)); x = layers.Dense(4, activation="relu")(inputs); x = ActivityRegularizationLayer()(x); model = keras.Model(inputs, layers.Dense(3)(x))
r = np.random.RandomState(4); model.set_weights([r.rand(*w.shape) - .5 for w in model.get_weights()])
model.compile(optimizer=keras.optimizers.SGD(1e-3), loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
print([round(v, 4) for v in model.fit(x_train, y_train, batch_size=20, epochs=1, shuffle=False, verbose=0).history["loss"]])
class LogisticEndpoint(layers.Layer):
    def __init__(self, name=None):
        super().__init__(name=name)
        self.loss_fn = keras.losses.BinaryCrossentropy(from_logits=True)
    def call(self, targets, logits, sample_weights=None):
        loss = self.loss_fn(targets, logits, sample_weights)
        self.add_loss(loss)
        return ops.softmax(logits)
inputs = keras.Input(shape=(3,), name="inputs"); targets = keras.Input(shape=(4,), name="targets")
logits = layers.Dense(4)(inputs); predictions = LogisticEndpoint(name="predictions")(targets, logits)
model = keras.Model(inputs=[inputs, targets], outputs=predictions)
r = np.random.RandomState(4); model.set_weights([r.rand(*w.shape) - .5 for w in model.get_weights()])
model.compile(optimizer="sgd")
data = {"inputs": r.random((9, 3)), "targets": (r.random((9, 4)) > .5).astype("float32")}
print([round(v, 5) for v in model.fit(data, epochs=2, verbose=0, shuffle=False).history["loss"]])
model = get_compiled_model()
train_dataset = tf.data.Dataset.from_tensor_slices((x_train, y_train)).shuffle(1, seed=0).batch(16); val_dataset = tf.data.Dataset.from_tensor_slices((x_train, y_train)).batch(16)
h = model.fit(train_dataset, epochs=2, validation_data=val_dataset, validation_steps=2, verbose=0); print(sorted(h.history), len(h.history["loss"]))
class_weight = {0: 1.0, 1: 2.0, 2: 0.5}
sample_weight = np.ones(60); sample_weight[y_train == 1] = 2.0
model = get_compiled_model(); h = model.fit(x_train, y_train, class_weight=class_weight, batch_size=20, epochs=1, shuffle=False, verbose=0); print(round(h.history["loss"][0], 5))
model = get_compiled_model(); h = model.fit(x_train, y_train, sample_weight=sample_weight, batch_size=20, epochs=1, shuffle=False, verbose=0); print(round(h.history["loss"][0], 5))
class LossHistory(keras.callbacks.Callback):
    def on_train_begin(self, logs): self.per_batch_losses = []
    def on_batch_end(self, batch, logs): self.per_batch_losses.append(logs.get("loss"))
cb = LossHistory(); model.fit(x_train, y_train, callbacks=[cb, keras.callbacks.EarlyStopping(monitor="val_loss", min_delta=1e-2, patience=2, verbose=1)], epochs=3, validation_split=0.2, batch_size=20, verbose=0); print(len(cb.per_batch_losses))
lr_schedule = keras.optimizers.schedules.ExponentialDecay(0.1, decay_steps=100000, decay_rate=0.96, staircase=True)
print(keras.optimizers.RMSprop(learning_rate=lr_schedule).get_config()["learning_rate"]["class_name"])
image_input = keras.Input(shape=(8, 8, 3), name="img_input"); timeseries_input = keras.Input(shape=(None, 10), name="ts_input")
x1 = layers.GlobalMaxPooling2D()(layers.Conv2D(3, 3)(image_input)); x2 = layers.GlobalMaxPooling1D()(layers.Conv1D(3, 3)(timeseries_input))
x = layers.concatenate([x1, x2]); model = keras.Model(inputs=[image_input, timeseries_input], outputs=[layers.Dense(1, name="score_output")(x), layers.Dense(5, name="class_output")(x)])
model.compile(optimizer=keras.optimizers.RMSprop(1e-3), loss=[keras.losses.MeanSquaredError(), keras.losses.CategoricalCrossentropy()],
    metrics=[[keras.metrics.MeanAbsolutePercentageError(), keras.metrics.MeanAbsoluteError()], [keras.metrics.CategoricalAccuracy()]])
h = model.fit([rng.rand(8, 8, 8, 3), rng.rand(8, 6, 10)], [rng.rand(8, 1), rng.rand(8, 5)], batch_size=4, epochs=1, verbose=0); print(sorted(h.history))
