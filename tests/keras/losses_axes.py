# close
# Losses with options of several numbers: alpha a class, axes of overlaps; classes out of range; an optimizer for fewer weights.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers, losses, Input, Sequential

random = np.random.RandomState(7)
x = random.uniform(-1, 1, (6, 4)).astype("float32")
y = np.eye(3, dtype="float32")[[0, 1, 2, 2, 1, 0]]
p = random.uniform(0.1, 0.9, (6, 3)).astype("float32")
for loss in (losses.CategoricalFocalCrossentropy(alpha=[0.25, 0.5, 0.75], gamma=1.5),
             losses.CategoricalFocalCrossentropy(alpha=[0.1, 0.2, 0.3], label_smoothing=0.3, from_logits=True),
             losses.Dice(axis=0), losses.Dice(axis=(0, 1)), losses.Dice(axis=-1), losses.Tversky(alpha=0.3, beta=0.6, axis=(0,)),
             losses.Tversky(alpha=0.3, beta=0.6, axis=1)):
    print(float(loss(y, p)), loss.get_config().get("axis"))
    model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
    model.set_weights([np.linspace(-0.5, 0.5, 12).reshape(4, 3), np.array([0.1, 0.0, -0.1])])
    model.compile("sgd", loss)
    print(model.fit(x, y, epochs=3, batch_size=3, shuffle=False, verbose=0).history["loss"])
cube = random.uniform(0, 1, (2, 3, 4)).astype("float32")
for axis in ((1, 2), (0, 2), (2,), (0, 1), (0, 1, 2), None):
    print(axis, float(losses.Dice(axis=axis)(cube > 0.5, cube)), float(losses.Tversky(axis=axis)(cube > 0.5, cube)))

measure = keras.metrics.MeanIoU(num_classes=2)
measure.update_state([0, 5, 1, 1, 1], [1, 0, 1, 7, -1])
print(float(measure.result()))

model = Sequential([Input((4,)), layers.Dense(3), layers.Dense(3, activation="softmax")])
model.compile(keras.optimizers.Adam(0.01), "categorical_crossentropy")
model.fit(x, y, verbose=0)
model.layers[0].trainable = False
for compiled in (False, True):
    if compiled:
        model.compile(keras.optimizers.Adam(0.01), "categorical_crossentropy")
    kept = model.layers[0].get_weights()[0]
    history = model.fit(x, y, epochs=2, verbose=0).history
    print(len(history["loss"]), bool(np.all(kept == model.layers[0].get_weights()[0])), len(model.trainable_weights))


def batches(n):
    for i in range(n):
        yield x[:2], y[:2] * (i + 1)


for n in (1, 2, 4):
    model = Sequential([Input((4,)), layers.Dense(3, kernel_initializer="zeros")])
    model.compile("sgd", "mse")
    print(model.fit(batches(n), epochs=3, verbose=0).history["loss"])
