# close
import numpy as np, tensorflow as tf, keras
from keras import layers, ops
rng = np.random.RandomState(0)
x_train = rng.rand(64, 7).astype("float32"); y_train = rng.randint(0, 3, 64)
inputs = keras.Input(shape=(7,)); x = layers.Dense(8, activation="relu")(inputs); model = keras.Model(inputs, layers.Dense(3)(x))
model.set_weights([rng.rand(*w.shape) - .5 for w in model.get_weights()])
optimizer = keras.optimizers.Adam(1e-2); loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
train_acc_metric = keras.metrics.SparseCategoricalAccuracy(); val_acc_metric = keras.metrics.SparseCategoricalAccuracy()
train_dataset = tf.data.Dataset.from_tensor_slices((x_train, y_train)).batch(16); val_dataset = train_dataset
@tf.function
def train_step(x, y):
    with tf.GradientTape() as tape:
        logits = model(x, training=True)
        loss_value = loss_fn(y, logits)
        loss_value += sum(model.losses)
    grads = tape.gradient(loss_value, model.trainable_weights)
    optimizer.apply(grads, model.trainable_weights)
    train_acc_metric.update_state(y, logits)
    return loss_value
@tf.function
def test_step(x, y):
    val_logits = model(x, training=False)
    val_acc_metric.update_state(y, val_logits)
for epoch in range(2):
    for step, (x_batch_train, y_batch_train) in enumerate(train_dataset):
        loss_value = train_step(x_batch_train, y_batch_train)
        if step % 2 == 0: print(f"loss at step {step}: {float(loss_value):.4f}", (step + 1) * 16)
    print(f"Training acc over epoch: {float(train_acc_metric.result()):.4f}")
    train_acc_metric.reset_state()
    for x_batch_val, y_batch_val in val_dataset: test_step(x_batch_val, y_batch_val)
    print(f"Validation acc: {float(val_acc_metric.result()):.4f}"); val_acc_metric.reset_state()
class CustomModel(keras.Model):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.loss_tracker = keras.metrics.Mean(name="loss")
        self.mae_metric = keras.metrics.MeanAbsoluteError(name="mae")
    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        loss = keras.losses.mean_squared_error(y, y_pred)
        loss = ops.mean(loss) * 2
        self.loss_tracker.update_state(loss)
        return loss
    def compute_metrics(self, x, y, y_pred, sample_weight):
        self.mae_metric.update_state(y, y_pred)
        return {"loss": self.loss_tracker.result(), "mae": self.mae_metric.result()}
    @property
    def metrics(self): return [self.loss_tracker, self.mae_metric]
inputs = keras.Input((5,)); m = CustomModel(inputs, layers.Dense(1)(inputs)); m.set_weights([rng.rand(*w.shape) - .5 for w in m.get_weights()])
m.compile(optimizer="sgd")
x = rng.rand(20, 5); y = rng.rand(20, 1)
h = m.fit(x, y, epochs=2, batch_size=10, shuffle=False, verbose=0, validation_data=(x, y)); print({k: [round(v, 5) for v in h.history[k]] for k in h.history})
class P(keras.Model):
    def predict_step(self, data): return keras.ops.argmax(self(data, training=False), axis=-1)
i = keras.Input((4,)); p = P(i, layers.Dense(3)(i)); p.set_weights([rng.rand(*w.shape) - .5 for w in p.get_weights()])
print(p.predict(rng.rand(5, 4), verbose=0), p.predict(rng.rand(5, 4), batch_size=2, verbose=0).shape)

class LRFinder(keras.callbacks.Callback):
    def __init__(self, lo, hi, steps): super().__init__(); self.lrs = np.geomspace(lo, hi, steps); self.losses = []
    def on_train_batch_begin(self, batch, logs=None): self.model.optimizer.learning_rate.assign(self.lrs[batch])
    def on_train_batch_end(self, batch, logs=None): self.losses.append(logs["loss"])
i = keras.Input((5,)); q = keras.Model(i, layers.Dense(1)(i)); q.compile("sgd", "mse"); f = LRFinder(1e-4, 1e-1, 5); q.fit(x, y, batch_size=4, epochs=1, verbose=0, callbacks=[f]); print(len(f.losses), round(float(q.optimizer.learning_rate), 4))
