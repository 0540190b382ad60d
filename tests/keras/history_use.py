# masked: what scripts do with a History.
import keras, numpy as np
from keras import layers
keras.utils.set_random_seed(1)
x = np.random.rand(40, 3); y = (x.sum(axis=1) > 1.5).astype(int)
m = keras.Sequential([keras.Input((3,)), layers.Dense(4, activation="relu"), layers.Dense(1, activation="sigmoid")])
m.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
history = m.fit(x, y, epochs=4, batch_size=10, validation_split=0.2, verbose=0)
print(history.history)
print(len(history.history["loss"]), history.epoch, list(history.history.keys()))
hist = history.history
for e, (a, b) in enumerate(zip(hist["loss"], hist["val_loss"])):
    print(f"epoch {e}: {a:.3f} {b:.3f}")
print(min(hist["val_loss"]) <= hist["val_loss"][0], type(hist["accuracy"][0]))
print("last: %.2f" % hist["accuracy"][-1])
