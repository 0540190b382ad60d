# What is wrong with a file or its name, in the words of h5py, zipfile and Keras.
import os
import tempfile
import zipfile
import keras
from keras import layers

os.chdir(tempfile.mkdtemp())
keras.utils.clear_session()
m = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
m.save_weights("a.weights.h5")
m.save("a.keras")
m.save("a.h5")


def attempt(what):
    try:
        what()
        print("fine")
    except Exception as error:
        print(type(error).__name__, "|", str(error).replace(os.getcwd(), ""))


def write(name, data):
    with open(name, "wb") as file:
        file.write(data)


def archive(name, without=None, **changed):
    with zipfile.ZipFile("a.keras") as old, zipfile.ZipFile(name, "w") as new:
        for member in old.namelist():
            if member != without:
                new.writestr(member, changed.get(member.split(".")[0], old.read(member)))


for name in ("b.weights.h5", "b.h5", "b.keras"):
    write(name, b"nothing at all")
write("empty.weights.h5", b"")
attempt(lambda: m.load_weights("b.weights.h5"))
attempt(lambda: m.load_weights("b.h5"))
attempt(lambda: keras.models.load_model("b.h5"))
attempt(lambda: keras.models.load_model("b.keras"))
attempt(lambda: m.load_weights("empty.weights.h5"))
for name in ("none.weights.h5", "none.h5", "none.keras"):
    attempt(lambda: m.load_weights(name))
attempt(lambda: keras.models.load_model("none.h5"))
attempt(lambda: keras.models.load_model("none.keras"))
attempt(lambda: keras.models.load_model("none"))
archive("short.keras", without="model.weights.h5")
archive("json.keras", config=b"{")
archive("weights.keras", model=b"no HDF5")
for name in ("short.keras", "json.keras", "weights.keras"):
    attempt(lambda: keras.models.load_model(name))
attempt(lambda: m.save("x.txt"))
attempt(lambda: m.save_weights("x.txt"))
attempt(lambda: m.load_weights("a.txt"))
attempt(lambda: m.load_weights("a.weights.h5", by_name=True))
attempt(lambda: m.load_weights("a.keras", by_name=False))
attempt(lambda: m.load_weights("a.h5", nothing=3))
two = keras.Sequential([keras.Input((4,)), layers.Dense(3), layers.Dense(2)])
attempt(lambda: two.load_weights("a.weights.h5"))
attempt(lambda: two.load_weights("a.h5"))
wide = keras.Sequential([keras.Input((5,)), layers.Dense(3)])
attempt(lambda: wide.load_weights("a.h5"))
attempt(lambda: wide.load_weights("a.h5", by_name=True))
unbuilt = keras.Sequential([layers.Dense(3)])
attempt(lambda: unbuilt.load_weights("a.weights.h5"))
attempt(lambda: unbuilt.save_weights("q.weights.h5"))
attempt(lambda: keras.models.load_model("a.weights.h5"))
print(m.count_params())
