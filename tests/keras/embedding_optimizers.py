# close
# Numbers that a batch looks up more than once: what optimizers square are the gradients of the single lookups.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers

x = np.array([[1, 1, 2, 3], [2, 2, 0, 1], [1, 1, 1, 1]])
y = np.array([[1.0], [0.0], [0.5]])


def start(model):
    random = np.random.RandomState(0)
    model.set_weights([random.randn(*w.shape).astype("float32") * 0.5 for w in model.get_weights()])


flat = keras.Sequential([layers.Input((4,)), layers.Embedding(5, 3), layers.Flatten(), layers.Dense(1)])
for optimizer in (keras.optimizers.Adam(0.01), keras.optimizers.Adam(0.01, amsgrad=True), keras.optimizers.AdamW(0.01),
                  keras.optimizers.Nadam(0.01), keras.optimizers.RMSprop(0.01), keras.optimizers.Adagrad(0.1),
                  keras.optimizers.RMSprop(0.01, centered=True, momentum=0.9), keras.optimizers.SGD(0.1, momentum=0.9),
                  keras.optimizers.Adam(0.01, clipnorm=0.3), keras.optimizers.RMSprop(0.01, global_clipnorm=0.5),
                  keras.optimizers.SGD(0.1, clipnorm=0.3)):
    start(flat)
    flat.compile(optimizer, "mse")
    print(type(optimizer).__name__, [round(float(flat.train_on_batch(x, y)), 6) for step in range(5)])
    print(np.round(flat.get_weights()[0][1], 5).tolist())
recurrent = keras.Sequential([layers.Input((4,)), layers.Embedding(5, 3, mask_zero=True), layers.LSTM(3), layers.Dense(1)])
start(recurrent)
recurrent.compile("adam", "mse")
print([round(loss, 6) for loss in recurrent.fit(x, y, epochs=5, batch_size=2, shuffle=False, verbose=0).history["loss"]])
a, b = layers.Input((2,)), layers.Input((2,))
shared = layers.Embedding(5, 3)
both = keras.Model([a, b], layers.Dense(1)(layers.Flatten()(layers.Concatenate()([shared(a), shared(b)]))))
start(both)
both.compile("adam", "mse")
print([round(float(both.train_on_batch([x[:, :2], x[:, 2:]], y)), 6) for step in range(5)])
