# IMDB, Reuters and the two sets of houses from files where Keras keeps them, made here in the same formats.
import json, os, tempfile
import numpy as np
folder = tempfile.mkdtemp()
os.makedirs(folder + "/datasets")
os.environ["KERAS_HOME"] = folder
from keras.datasets import imdb, reuters, boston_housing, california_housing
try:
    import keras.src.datasets as places
    from keras.src.datasets import imdb as a, reuters as b, boston_housing as c, california_housing as d
    for each in (a, b, c, d):
        each.get_file = lambda fname, **options: os.path.join(folder, "datasets", fname)
except ImportError:
    pass
draw = np.random.RandomState(0)


def texts(count):
    made = np.empty(count, dtype=object)
    for place in range(count):
        made[place] = [int(word) for word in draw.randint(1, 30, draw.randint(2, 9))]
    return made


np.savez(folder + "/datasets/imdb.npz", x_train=texts(7), y_train=draw.randint(0, 2, 7), x_test=texts(4), y_test=draw.randint(0, 2, 4))
np.savez(folder + "/datasets/reuters.npz", x=texts(9), y=draw.randint(0, 46, 9))
np.savez(folder + "/datasets/boston_housing.npz", x=draw.rand(6, 13).round(3), y=draw.rand(6).round(3))
np.savez(folder + "/datasets/california_housing.npz", x=draw.rand(700, 8).round(3).astype("float32"), y=draw.rand(700).round(3).astype("float32"))
for name in ("imdb", "reuters"):
    with open(f"{folder}/datasets/{name}_word_index.json", "w") as file:
        json.dump({"the": 1, "and": 2, "good": 3}, file)


def show(part):
    for x, y in part:
        print(x.shape, x.dtype, y.dtype, [list(text) for text in x], y.tolist())


show(imdb.load_data())
show(imdb.load_data(num_words=20))
show(imdb.load_data(num_words=25, skip_top=8, oov_char=None, seed=5))
show(imdb.load_data(maxlen=6, start_char=None, index_from=0))
show(imdb.load_data(path="imdb.npz", start_char=None, index_from=2, oov_char=0, num_words=15))
show(reuters.load_data(num_words=20, test_split=0.3))
show(reuters.load_data(skip_top=5, maxlen=8, start_char=9, oov_char=7, index_from=4, seed=2))
print(imdb.get_word_index(), reuters.get_word_index()["good"], len(reuters.get_label_names()), reuters.get_label_names()[-1])
for x, y in boston_housing.load_data(test_split=0.4, seed=3):
    print(x.shape, x[0, :3], y)
for x, y in california_housing.load_data(version="small"):
    print(x.shape, x.dtype, x[0, :3], y[:3])
for bad in (lambda: imdb.load_data(maxlen=2), lambda: reuters.load_data(what=1),
            lambda: boston_housing.load_data(test_split=1), lambda: california_housing.load_data(version="tiny")):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
