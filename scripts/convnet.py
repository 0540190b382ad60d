# A convnet: small filters that slide over pictures of clothes, and where it goes wrong.
#
# Run it with nnsh, or with Python and Keras: it is the same program.
import numpy as np
import matplotlib.pyplot as plt
import keras
from keras import layers
from sklearn.metrics import confusion_matrix

keras.utils.set_random_seed(3)
names = ["T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Boot"]

# --- 1. The data: pictures with one channel ---------------------------------------------------------------------
(x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()
x_train = x_train[:6000, :, :, np.newaxis].astype("float32") / 255.0
y_train = y_train[:6000]
x_test = x_test[:2000, :, :, np.newaxis].astype("float32") / 255.0
y_test = y_test[:2000]
print("pictures:", x_train.shape, "from", x_train.min(), "to", x_train.max())

fig, axs = plt.subplots(2, 5, figsize=(10, 4))
for kind, ax in enumerate(axs.flat):
    ax.imshow(x_train[y_train == kind][0, :, :, 0], cmap="gray")
    ax.set_title(names[kind])
    ax.axis("off")
plt.show()

# --- 2. The network: filters, then pooling, twice ----------------------------------------------------------------
# A filter has few weights, and the same ones look at every place of the picture.
model = keras.Sequential(name="convnet")
model.add(layers.Input((28, 28, 1)))
model.add(layers.Conv2D(16, 3, activation="relu", name="edges"))
model.add(layers.MaxPooling2D(2))
model.add(layers.Conv2D(32, 3, activation="relu", name="parts"))
model.add(layers.MaxPooling2D(2))
model.add(layers.Flatten())
model.add(layers.Dense(10, activation="softmax", name="kinds"))
model.summary()

# --- 3. Training --------------------------------------------------------------------------------------------------
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=6, batch_size=64, validation_data=(x_test, y_test))

epochs = range(1, len(history.history["loss"]) + 1)
fig, (left, right) = plt.subplots(1, 2, figsize=(12, 4))
left.plot(epochs, history.history["loss"], label="training")
left.plot(epochs, history.history["val_loss"], label="test")
left.set_title("Loss")
right.plot(epochs, history.history["accuracy"], label="training")
right.plot(epochs, history.history["val_accuracy"], label="test")
right.set_title("Accuracy")
for ax in (left, right):
    ax.set_xlabel("epoch")
    ax.legend()
plt.show()

# --- 4. What the first filters look for -----------------------------------------------------------------------------
filters = model.get_layer("edges").get_weights()[0]
print("filters of the first layer:", filters.shape)
fig, axs = plt.subplots(1, 4, figsize=(8, 2))
for i in range(4):
    axs[i].imshow(filters[:, :, 0, i], cmap="gray")
    axs[i].set_title(f"filter {i}")
    axs[i].axis("off")
plt.show()

# --- 5. Which kinds are taken for which -----------------------------------------------------------------------------
probabilities = model.predict(x_test, verbose=0)
guesses = np.argmax(probabilities, axis=1)
table = confusion_matrix(y_test, guesses, labels=range(10))
fig, ax = plt.subplots(figsize=(8, 8))
ax.imshow(table, cmap="Blues")
for row in range(10):
    for column in range(10):
        if table[row, column] > 0:
            dark = table[row, column] > table.max() / 2
            ax.text(column, row, table[row, column], ha="center", va="center", color="white" if dark else "black")
ax.set_xticks(range(10), names, rotation=45)
ax.set_yticks(range(10), names)
ax.set_xlabel("guess")
ax.set_ylabel("truth")
ax.set_title("Confusion matrix")
plt.show()

off_diagonal = table - np.diag(np.diag(table))
truth, guess = np.unravel_index(np.argmax(off_diagonal), table.shape)
print("right:", int(np.trace(table)), "of", len(y_test))
print("most often mistaken:", names[truth], "for", names[guess] + ",", int(off_diagonal[truth, guess]), "times")

# --- 6. The mistakes of which the network was surest ----------------------------------------------------------------
wrong = np.where(guesses != y_test)[0]
surest = wrong[np.argsort(-probabilities[wrong].max(axis=1))][:10]
fig, axs = plt.subplots(2, 5, figsize=(10, 4))
for ax, i in zip(axs.ravel(), surest):
    ax.imshow(x_test[i, :, :, 0], cmap="gray")
    ax.set_title(f"{names[guesses[i]]}?")
    ax.set_xlabel(f"is {names[y_test[i]]}")
    ax.set_xticks([])
    ax.set_yticks([])
plt.show()
print("shown:", len(surest), "of", len(wrong), "mistakes")
