# close
# A model saved and loaded again predicts the same, and training goes on where it was.
import os
import tempfile
import numpy as np
import keras
from keras import layers

os.chdir(tempfile.mkdtemp())
x = np.random.RandomState(0).rand(12, 3).astype("float32")
y = np.random.RandomState(1).rand(12, 2).astype("float32")
model = keras.Sequential([keras.Input((3,)), layers.Dense(5, activation="tanh"), layers.Dense(2)], name="both")
model.set_weights([np.random.RandomState(i).rand(*w.shape) - 0.5 for i, w in enumerate(model.get_weights())])
model.compile(keras.optimizers.Adam(0.02), "mse", metrics=["mae"])
print([float(model.train_on_batch(x, y)[0]) for _ in range(3)])
model.save("m.keras")
loaded = keras.models.load_model("m.keras")
print(loaded.name, [layer.name for layer in loaded.layers], int(loaded.optimizer.iterations))
print(np.array_equal(loaded.predict(x, verbose=0), model.predict(x, verbose=0)))
print([float(loaded.train_on_batch(x, y)[0]) for _ in range(2)])
print([float(model.train_on_batch(x, y)[0]) for _ in range(2)])
model.save_weights("w.weights.h5")
other = keras.models.clone_model(model)
other.load_weights("w.weights.h5")
print(np.array_equal(other.predict(x, verbose=0), model.predict(x, verbose=0)), other.compiled)
plain = keras.saving.load_model("m.keras", compile=False)
print(plain.compiled)
plain.load_weights("m.keras")
print(sorted(os.listdir(".")))
