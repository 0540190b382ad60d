# Regularization: four ways to train one network on few points, and which of them keeps to what is general.
#
# Run it with nnsh, or with Python and Keras: it is the same program.
import numpy as np
import matplotlib.pyplot as plt
import keras
from keras import layers, regularizers
from sklearn.datasets import make_moons

# --- 1. The data: few points to learn from, many to see what was learned --------------------------------------------
x_train, y_train = make_moons(n_samples=80, noise=0.35, random_state=4)
x_val, y_val = make_moons(n_samples=1000, noise=0.35, random_state=5)
y_train, y_val = y_train.reshape(-1, 1), y_val.reshape(-1, 1)  # as the network gives its answers
print("to learn from:", x_train.shape, "to judge by:", x_val.shape)


# --- 2. One network, with what is to hold it back --------------------------------------------------------------------
def build(name, dropout=0.0, l2=0.0):
    keras.utils.set_random_seed(7)
    model = keras.Sequential(name=name)
    model.add(layers.Input((2,)))
    for _ in range(2):
        model.add(layers.Dense(128, activation="relu", kernel_regularizer=regularizers.L2(l2) if l2 else None))
        if dropout:
            model.add(layers.Dropout(dropout))
    model.add(layers.Dense(1, activation="sigmoid"))
    # binary_crossentropy as a metric is the loss without what L2 adds, so that the curves can be compared.
    model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.01), loss="binary_crossentropy",
                  metrics=["binary_crossentropy", "accuracy"])
    return model


stopping = keras.callbacks.EarlyStopping(monitor="val_loss", patience=15, restore_best_weights=True)
ways = {
    "plain": (build("plain"), []),
    "early stopping": (build("early_stopping"), [stopping]),
    "dropout": (build("dropout", dropout=0.5), []),
    "L2": (build("weight_decay", l2=0.005), []),
}
print("weights of each network:", ways["plain"][0].count_params())

# --- 3. Training ------------------------------------------------------------------------------------------------------
curves = {}
for name, (model, callbacks) in ways.items():
    history = model.fit(x_train, y_train, epochs=150, batch_size=16, validation_data=(x_val, y_val),
                        callbacks=callbacks, verbose=0)
    curves[name] = history.history
    print(f"{name}: trained, {'to the end' if len(history.epoch) == 150 else 'and stopped when it no longer helped'}")

# --- 4. All on one plot -----------------------------------------------------------------------------------------------
for name, curve in curves.items():
    plt.plot(curve["val_binary_crossentropy"], label=name)
plt.title("Cross-entropy on points that were not trained on")
plt.xlabel("epoch")
plt.ylim(0.2, 1.2)
plt.legend()
plt.show()

# --- 5. In numbers ----------------------------------------------------------------------------------------------------
print(f"{'':<16}{'trained':>10}{'new':>10}{'weights':>10}")
for name, (model, _) in ways.items():
    seen = model.evaluate(x_train, y_train, verbose=0, return_dict=True)
    new = model.evaluate(x_val, y_val, verbose=0, return_dict=True)
    size = np.sqrt(sum((w ** 2).sum() for w in model.get_weights()))
    print(f"{name:<16}{seen['binary_crossentropy']:>10.3f}{new['binary_crossentropy']:>10.3f}{size:>10.2f}")
