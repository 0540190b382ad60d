# Decision boundary: what a network of 1, of 4 and of 64 units makes of two moons, drawn over the plane.
#
# Run it with nnsh, or with Python and Keras: it is the same program.
import numpy as np
import matplotlib.pyplot as plt
import keras
from keras import layers
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

# --- 1. The data ------------------------------------------------------------------------------------------------------
x, y = make_moons(n_samples=300, noise=0.2, random_state=0)
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.3, random_state=0, stratify=y)
scaler = StandardScaler()
x_train = scaler.fit_transform(x_train)
x_test = scaler.transform(x_test)
print("training points:", len(x_train), "test points:", len(x_test))
print("mean and spread after scaling:", np.abs(x_train.mean(axis=0)).round(6), x_train.std(axis=0))

plt.scatter(x_train[y_train == 0, 0], x_train[y_train == 0, 1], label="upper moon")
plt.scatter(x_train[y_train == 1, 0], x_train[y_train == 1, 1], label="lower moon", marker="x")
plt.legend()
plt.title("Two moons, scaled")
plt.show()


# --- 2. A network is a function of the plane: ask it at every point of a grid --------------------------------------
def draw(ax, model, title):
    across = np.linspace(-2.5, 2.5, 60)
    up = np.linspace(-2.5, 2.5, 60)
    grid_x, grid_y = np.meshgrid(across, up)
    points = np.c_[grid_x.ravel(), grid_y.ravel()]
    values = model.predict(points, verbose=0).reshape(grid_x.shape)
    ax.contourf(grid_x, grid_y, values, levels=[0, 0.1, 0.3, 0.5, 0.7, 0.9, 1], cmap="RdBu", alpha=0.7)
    ax.contour(grid_x, grid_y, values, levels=[0.5], colors="black")
    ax.scatter(x_test[y_test == 0, 0], x_test[y_test == 0, 1], color="red", s=12)
    ax.scatter(x_test[y_test == 1, 0], x_test[y_test == 1, 1], color="blue", s=12, marker="x")
    ax.set_title(title)
    return values


# --- 3. The more units, the more the line may bend ---------------------------------------------------------------
fig, axs = plt.subplots(1, 3, figsize=(15, 5))
for ax, units in zip(axs, [1, 4, 64]):
    keras.utils.set_random_seed(2)
    model = keras.Sequential(name=f"units_{units}")
    model.add(layers.Input((2,)))
    model.add(layers.Dense(units, activation="tanh"))
    model.add(layers.Dense(units, activation="tanh"))
    model.add(layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.02), loss="binary_crossentropy", metrics=["accuracy"])
    model.fit(x_train, y_train, epochs=60, batch_size=32, verbose=0)
    values = draw(ax, model, f"{units} unit" + ("s" if units > 1 else ""))
    loss, accuracy = model.evaluate(x_test, y_test, verbose=0)
    print(f"units {units:2d}, weights {model.count_params():4d}: test accuracy {accuracy:.3f}")
plt.show()
print("the last network's values: a grid of", values.shape, "in [0, 1]:", bool(((values >= 0) & (values <= 1)).all()))
