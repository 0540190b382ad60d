# close
import numpy as np
import tensorflow as tf
import keras

np.set_printoptions(precision=4, suppress=True)

draw = np.random.RandomState(0)
x = draw.uniform(-1, 1, (32, 4)).astype("float32")
y = (x.sum(axis=1, keepdims=True) * 0.2).astype("float32")
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(5, activation="tanh"), keras.layers.Dense(1)])
model.set_weights([(draw.uniform(-0.5, 0.5, w.shape)).astype("float32") for w in model.get_weights()])
optimizer = keras.optimizers.Adam(learning_rate=0.01)
loss_fn = keras.losses.MeanSquaredError()
mean = keras.metrics.Mean(name="loss")
mae = keras.metrics.MeanAbsoluteError()


@tf.function
def train_step(batch_x, batch_y):
    with tf.GradientTape() as tape:
        predictions = model(batch_x, training=True)
        loss = loss_fn(batch_y, predictions)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss, predictions


for epoch in range(3):
    mean.reset_state()
    for start in range(0, 32, 8):
        loss, predictions = train_step(x[start:start + 8], y[start:start + 8])
        mean.update_state(loss)
    mae.update_state(y[24:], predictions)
    print(epoch, mean.result().numpy(), float(mae.result()))
print(optimizer.iterations.numpy() if hasattr(optimizer.iterations, "numpy") else optimizer.iterations)
print(model(x[:2]).numpy())
