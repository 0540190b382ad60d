# Overfitting: a network that learns its training pictures by heart, and what dropout does about it.
#
# Run it with nnsh, or with Python and Keras: it is the same program.
import sys
import numpy as np
import matplotlib.pyplot as plt
import keras
from keras import layers

seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
keras.utils.set_random_seed(seed)

# --- 1. The data ------------------------------------------------------------------------------------------------
try:
    (x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()
    pictures = True
except Exception as problem:
    print("Fashion-MNIST is not on this machine, so this lesson uses two moons instead.")
    pictures = False

if pictures:
    names = ["T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Boot"]
    print("Fashion-MNIST:", x_train.shape[0], "pictures of", len(names), "kinds of clothes,", x_train.shape[1], "by", x_train.shape[2])
    fig, axs = plt.subplots(1, 5, figsize=(10, 2))
    for i in range(5):
        axs[i].imshow(x_train[i], cmap="gray")
        axs[i].set_title(names[y_train[i]])
        axs[i].axis("off")
    plt.show()

    # Few pictures and many weights: the network can afford to learn each picture by heart.
    few = 2000
    x_val = x_train[50000:52000].reshape(-1, 784) / 255.0
    y_val = y_train[50000:52000]
    x_few = x_train[:few].reshape(-1, 784) / 255.0
    y_few = y_train[:few]
    features, classes, width = 784, 10, 256
else:
    from sklearn.datasets import make_moons
    x_all, y_all = make_moons(n_samples=400, noise=0.35, random_state=seed)
    x_few, y_few, x_val, y_val = x_all[:100], y_all[:100], x_all[100:], y_all[100:]
    features, classes, width = 2, 2, 256

# --- 2. A network, layer by layer -------------------------------------------------------------------------------
model = keras.Sequential(name="by_heart")
model.add(layers.Input((features,)))
model.add(layers.Dense(width, activation="relu"))
model.add(layers.Dense(width, activation="relu"))
model.add(layers.Dense(classes, activation="softmax"))
model.summary()

# --- 3. Training: watch the two loss curves part ----------------------------------------------------------------
epochs = 40 if pictures else 200
model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.001 if pictures else 0.01),
              loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_few, y_few, epochs=epochs, batch_size=64, validation_data=(x_val, y_val))

best = int(np.argmin(history.history["val_loss"]))
print("Lowest validation loss:", round(history.history["val_loss"][best], 4), "in epoch", best + 1, "of", epochs)

# --- 4. The same network with dropout ---------------------------------------------------------------------------
# In each step half of the units are switched off at random, so that no unit can count on another.
calmer = keras.Sequential(name="with_dropout")
calmer.add(layers.Input((features,)))
calmer.add(layers.Dense(width, activation="relu"))
calmer.add(layers.Dropout(0.5))
calmer.add(layers.Dense(width, activation="relu"))
calmer.add(layers.Dropout(0.5))
calmer.add(layers.Dense(classes, activation="softmax"))
calmer.compile(optimizer=keras.optimizers.Adam(learning_rate=0.001 if pictures else 0.01),
               loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history_dropout = calmer.fit(x_few, y_few, epochs=epochs, batch_size=64, validation_data=(x_val, y_val))

# --- 5. Side by side --------------------------------------------------------------------------------------------
plt.plot(history.history["val_loss"], label="by heart")
plt.plot(history_dropout.history["val_loss"], label="with dropout", linestyle="--")
plt.title("Validation loss")
plt.xlabel("epoch")
plt.ylabel("loss")
plt.legend()
plt.show()
print("Last validation loss by heart:    ", round(history.history["val_loss"][-1], 4))
print("Last validation loss with dropout:", round(history_dropout.history["val_loss"][-1], 4))
