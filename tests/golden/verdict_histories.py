"""Records loss and val_loss of real Keras fits, for the test of the verdict (docs/verdict.md).

    KERAS_BACKEND=jax python -P tests/golden/verdict_histories.py [first|round_1|held_out|mnist]...

Each fit is set up so that its kind is known beforehand: from the size of the net and of the data, the learning rate,
or dropout; the kind is written beside the fit, never computed from the curves. `first` are the histories that the
thresholds were chosen on; `round_1` were recorded afterwards, and changed the rule once (see docs/verdict.md); `held_out`
came after that, with other nets and seeds, and no threshold was moved after them; `mnist` is one fit of 100 epochs on all of MNIST (from Keras's own cache).

Writes tests/golden/verdict_<group>.txt: a line `name kind epochs`, then a line of losses and a line of val_losses.
Fashion-MNIST is read from the IDX files of Debian's package dataset-fashion-mnist.
"""
import gzip
import os
import pathlib
import sys

os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras
import numpy as np
from keras import layers
from sklearn import datasets
from sklearn.model_selection import train_test_split

HERE = pathlib.Path(__file__).resolve().parent
FASHION = pathlib.Path("/usr/share/datasets/fashion-mnist")


def fashion(samples, seed, scale=255.0):
    images = gzip.decompress((FASHION / "train-images-idx3-ubyte.gz").read_bytes())
    labels = gzip.decompress((FASHION / "train-labels-idx1-ubyte.gz").read_bytes())
    x = np.frombuffer(images, np.uint8, offset=16).reshape(-1, 784).astype("float32") / scale
    y = np.frombuffer(labels, np.uint8, offset=8).astype("int32")
    rows = np.random.RandomState(seed).permutation(len(x))[:samples]
    return split(x[rows], y[rows], seed)


def split(x, y, seed, part=0.25):
    x, vx, y, vy = train_test_split(x, y, test_size=part, random_state=seed)
    return x.astype("float32"), y, vx.astype("float32"), vy


def moons(samples, noise, seed):
    return split(*datasets.make_moons(samples, noise=noise, random_state=seed), seed, 0.4)


def circles(samples, noise, seed):
    return split(*datasets.make_circles(samples, noise=noise, factor=0.5, random_state=seed), seed, 0.4)


def digits(seed, flipped=0.0):
    x, y = datasets.load_digits(return_X_y=True)
    random = np.random.RandomState(seed)
    wrong = random.rand(len(y)) < flipped
    y = np.where(wrong, random.randint(0, 10, len(y)), y)
    return split(x / 16.0, y, seed)


def cancer(seed):
    x, y = datasets.load_breast_cancer(return_X_y=True)
    return split((x - x.mean(0)) / x.std(0), y, seed)


def wine(seed):
    x, y = datasets.load_wine(return_X_y=True)
    return split((x - x.mean(0)) / x.std(0), y, seed)


def diabetes(seed, scale=1.0):
    x, y = datasets.load_diabetes(return_X_y=True)
    return split(x * 20 * scale, (y - y.mean()) / y.std(), seed)


def friedman(seed, scale=1.0):
    x, y = datasets.make_friedman1(600, noise=1.0, random_state=seed)
    return split(x * scale, (y - y.mean()) / y.std(), seed)


def fit(data, widths, outputs, optimizer, epochs, batch=32, dropout=0.0, seed=0, activation="relu"):
    keras.utils.set_random_seed(seed)
    x, y, vx, vy = data
    stack = [layers.Input((x.shape[1],))]
    for width in widths:
        stack.append(layers.Dense(width, activation=activation))
        if dropout:
            stack.append(layers.Dropout(dropout))
    if outputs == 1:
        stack.append(layers.Dense(1))
        loss = "mse"
    else:
        stack.append(layers.Dense(outputs, activation="softmax"))
        loss = "sparse_categorical_crossentropy"
    model = keras.Sequential(stack)
    model.compile(optimizer=optimizer, loss=loss)
    return model.fit(x, y, batch_size=batch, epochs=epochs, validation_data=(vx, vy), verbose=0).history


def sgd(rate, momentum=0.0):
    return keras.optimizers.SGD(rate, momentum=momentum)


def adam(rate=0.001):
    return keras.optimizers.Adam(rate)


FIRST = [
    ("fashion_small_set", "overfit", lambda: fit(fashion(1500, 1), [256, 128], 10, adam(), 40, seed=1)),
    ("moons_few_points", "overfit", lambda: fit(moons(80, 0.4, 2), [128, 128], 2, adam(0.005), 120, seed=2)),
    ("digits_wrong_labels", "overfit", lambda: fit(digits(3, 0.3), [256], 10, adam(0.002), 80, seed=3)),
    ("fashion_one_hidden", "healthy", lambda: fit(fashion(12000, 4), [32], 10, adam(), 12, seed=4)),
    ("moons_many_points", "healthy", lambda: fit(moons(4000, 0.2, 5), [16, 16], 2, adam(0.003), 20, seed=5)),
    ("digits_sgd", "healthy", lambda: fit(digits(6), [32], 10, sgd(0.03), 60, seed=6)),
    ("circles_linear", "underfit", lambda: fit(circles(500, 0.05, 7), [], 2, adam(0.01), 40, seed=7)),
    ("fashion_too_slow", "underfit", lambda: fit(fashion(4000, 8), [64], 10, sgd(0.001), 8, seed=8)),
    ("digits_too_short", "underfit", lambda: fit(digits(9), [32], 10, sgd(0.005), 15, seed=9)),
    ("fashion_rate_too_high", "noisy", lambda: fit(fashion(3000, 10), [64], 10, adam(0.03), 30, batch=8, seed=10)),
    ("fashion_tiny_batches", "noisy", lambda: fit(fashion(2500, 11), [32], 10, adam(0.02), 30, batch=4, seed=11)),
    ("diabetes_tiny_batches", "noisy", lambda: fit(diabetes(12), [16], 1, adam(0.05), 40, batch=2, seed=12)),
    ("friedman_grows", "diverged", lambda: fit(friedman(13), [], 1, sgd(0.45), 12, seed=13)),
    ("diabetes_explodes", "diverged", lambda: fit(diabetes(14, 30.0), [32], 1, sgd(0.001), 12, seed=14)),
    ("friedman_nan", "diverged", lambda: fit(friedman(15, 10.0), [32, 32], 1, sgd(0.1), 12, seed=15)),
    ("fashion_dropout", "dropout_gap", lambda: fit(fashion(6000, 16), [128, 64], 10, adam(), 15, dropout=0.5, seed=16)),
    ("digits_dropout", "dropout_gap", lambda: fit(digits(17), [64], 10, adam(), 50, dropout=0.5, seed=17)),
]

ROUND_1 = [
    ("diabetes_big_net", "overfit", lambda: fit(diabetes(101), [128, 128], 1, adam(), 80, seed=101)),
    ("cancer_small_net", "healthy", lambda: fit(cancer(102), [8], 2, adam(0.003), 30, seed=102)),
    ("cancer_too_slow", "underfit", lambda: fit(cancer(103), [16], 2, sgd(0.0003), 12, seed=103)),
    ("friedman_rate_too_high", "noisy", lambda: fit(friedman(104), [32], 1, adam(0.1), 35, batch=4, seed=104)),
    ("friedman_explodes", "diverged", lambda: fit(friedman(105, 40.0), [16], 1, sgd(0.02), 10, seed=105)),
    ("wine_dropout", "dropout_gap", lambda: fit(wine(106), [64, 32], 3, adam(0.002), 30, batch=16, dropout=0.6, seed=106)),
]

HELD_OUT = [
    ("moons_wide_net", "overfit", lambda: fit(moons(100, 0.35, 201), [256], 2, adam(0.01), 100, seed=201)),
    ("circles_many_points", "healthy", lambda: fit(circles(3000, 0.15, 202), [16], 2, adam(0.005), 25, seed=202)),
    ("wine_too_slow", "underfit", lambda: fit(wine(203), [16], 3, sgd(0.0005), 10, seed=203)),
    ("fashion_small_batches", "noisy", lambda: fit(fashion(2000, 204), [64, 32], 10, adam(0.02), 25, batch=8, seed=204)),
    ("diabetes_grows", "diverged", lambda: fit(diabetes(205), [], 1, sgd(1.0), 15, seed=205)),
    ("fashion_much_dropout", "dropout_gap", lambda: fit(fashion(8000, 206), [256], 10, adam(), 12, dropout=0.6, seed=206)),
]


def mnist():
    home = pathlib.Path(os.environ.get("KERAS_HOME", pathlib.Path.home() / ".keras"))
    with np.load(home / "datasets" / "mnist.npz") as file:
        x, y = file["x_train"], file["y_train"]
    x = x.reshape(60000, 784).astype("float32") / 255
    x, vx, y, vy = train_test_split(x, y, test_size=0.2, random_state=2024)
    keras.utils.set_random_seed(1)
    model = keras.Sequential([layers.Input((784,)), layers.Dense(512), layers.Dense(64, activation="relu"),
                              layers.Dense(10, activation="softmax")])
    model.compile(keras.optimizers.RMSprop(0.001, momentum=0.5), "sparse_categorical_crossentropy")
    return model.fit(x, y, batch_size=512, epochs=100, validation_data=(vx, vy), verbose=0).history


GROUPS = {"first": FIRST, "round_1": ROUND_1, "held_out": HELD_OUT, "mnist": [("mnist_hundred_epochs", "overfit", mnist)]}


def main():
    for group in sys.argv[1:] or ["first", "held_out"]:
        lines = []
        for name, kind, make in GROUPS[group]:
            history = make()
            lines.append(f"{name} {kind} {len(history['loss'])}")
            for key in ("loss", "val_loss"):
                lines.append(" ".join(f"{value:.9g}" for value in history[key]))
            print(name, kind, "best", int(np.nanargmin(history["val_loss"] + [1e30])) + 1, "of", len(history["loss"]),
                  flush=True)
        (HERE / f"verdict_{group}.txt").write_text("\n".join(lines) + "\n")


main()
