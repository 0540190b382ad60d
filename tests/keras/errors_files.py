# What is wrong with a file, or with a name for one.
import os
import tempfile
import keras
from keras import layers

os.chdir(tempfile.mkdtemp())


def attempt(what):
    try:
        what()
        print("fine")
    except Exception as error:
        print(type(error).__name__, "|", str(error)[:60])


m = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
attempt(lambda: m.save("model"))
attempt(lambda: m.save_weights("weights"))
attempt(lambda: m.load_weights("weights.txt"))
attempt(lambda: keras.Sequential([layers.Dense(3)]).save_weights("a.weights.h5"))
attempt(lambda: keras.models.load_model("nowhere.keras"))
m.save_weights("a.weights.h5")
n = keras.Sequential([keras.Input((5,)), layers.Dense(3)])
before = n.get_weights()
attempt(lambda: n.load_weights("a.weights.h5"))
print(all((a == b).all() for a, b in zip(before, n.get_weights())))
m.load_weights("a.weights.h5")
n.compile("sgd", "mse")
print(float(n.train_on_batch(before[0].T[:, :5], before[0].T[:, :3])) > 0)
