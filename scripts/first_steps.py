# First steps: numbers, arrays, a picture, a layer. Type these lines one by one, or replay the file.
import numpy as np
import matplotlib.pyplot as plt
import keras
from keras import layers

# Arrays know their shape.
a = np.arange(12).reshape(3, 4)
print(a)
print("shape:", a.shape, "sum of each column:", a.sum(axis=0))

# Two half moons: points of two kinds that no straight line can part.
from sklearn.datasets import make_moons
x, y = make_moons(n_samples=300, noise=0.2, random_state=0)
print("points:", x.shape, "kinds:", np.unique(y))
plt.plot(x[y == 0, 0], x[y == 0, 1], "o", label="kind 0")
plt.plot(x[y == 1, 0], x[y == 1, 1], "x", label="kind 1")
plt.legend()
plt.show()

# A layer is a function with weights. Before training the weights are random.
dense = layers.Dense(3, activation="relu")
out = dense(x[:5])
print("a layer makes", out.shape, "from", x[:5].shape)

# A network is layers one behind the other.
keras.utils.set_random_seed(0)
model = keras.Sequential([layers.Input((2,)), layers.Dense(16, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.summary()
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=60, batch_size=16, verbose=0)
loss, accuracy = model.evaluate(x, y, verbose=0)
print("better than guessing:", accuracy > 0.5)
