# close: losses and metrics of outputs with masked steps.
import numpy as np, keras
import tensorflow as tf
from keras import layers
np.set_printoptions(precision=4, suppress=True)
ids = np.array([[1, 2, 0, 0], [3, 1, 2, 0], [2, 0, 0, 0]])
tags = np.array([[1, 0, 2, 2], [0, 1, 1, 2], [2, 2, 1, 0]])
weights = np.array([0.5, 1.0, 2.0])
r = np.random.RandomState(0)
model = keras.Sequential([keras.Input((4,)), layers.Embedding(4, 3, mask_zero=True), layers.LSTM(3, return_sequences=True),
                          layers.TimeDistributed(layers.Dense(3, activation="softmax"))])
start = [r.rand(*w.shape) - 0.4 for w in model.get_weights()]
for loss, y in (("sparse_categorical_crossentropy", tags), ("categorical_crossentropy", np.eye(3)[tags]), ("mse", np.eye(3)[tags]),
                (keras.losses.SparseCategoricalCrossentropy(reduction="sum"), tags)):
    model.set_weights(start)
    model.compile(keras.optimizers.SGD(0.1), loss, metrics=["accuracy"], weighted_metrics=["mae"] if y.ndim == 3 else [])
    for options in ({}, {"sample_weight": weights[:, None]}):
        found = model.train_on_batch(ids, y, **options)
        print([round(float(one) / 10, 6) for one in found])
    print([round(float(one) / 10, 6) for one in model.evaluate(ids, y, verbose=0, batch_size=2)], round(float(model.get_weights()[0].sum()) / 10, 5))
history = model.fit(ids, tags, epochs=2, batch_size=2, shuffle=False, verbose=0)
print([round(v / 10, 5) for v in history.history["loss"]], history.history["accuracy"])
e, l, d = layers.Embedding(4, 3, mask_zero=True), layers.GRU(3, return_sequences=True), layers.Dense(3, activation="softmax")
d(l(e(ids)))
for one in (e, l, d):
    one.set_weights([r.rand(*w.shape) - 0.4 for w in one.get_weights()])
for loss in (keras.losses.SparseCategoricalCrossentropy(), keras.losses.SparseCategoricalCrossentropy(reduction="sum"),
             keras.losses.SparseCategoricalCrossentropy(reduction="none")):
    with tf.GradientTape() as tape:
        value = loss(tags, d(l(e(ids))))
    print(np.round(np.array(value) / 10, 5).tolist(), np.round(np.array(loss(tags, d(l(e(ids))))) / 10, 5).tolist())
    print(np.array(tape.gradient(value, d.trainable_weights[0])) / 4)
