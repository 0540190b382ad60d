"""keras.datasets.imdb and reuters: texts as lists of words' numbers, read from where Keras keeps the files."""
import numpy as np

from _keras_housing import find


def arrays(path, *names):
    with np.load(find(path), allow_pickle=True) as file:
        return [file[name] for name in names]


def mixed(x, labels, random):
    order = np.arange(len(x))
    random.shuffle(order)
    return x[order], labels[order]


def begun(x, start_char, index_from):
    """Each text with the sign of its start, words' numbers raised by index_from."""
    if start_char is not None:
        return [[start_char] + [word + index_from for word in text] for text in x]
    if index_from:
        return [[word + index_from for word in text] for text in x]
    return [list(text) for text in x]


def short(maxlen, x, labels):
    kept = [place for place, text in enumerate(x) if len(text) < maxlen]
    return [x[place] for place in kept], [labels[place] for place in kept]


def known(x, num_words, skip_top, oov_char):
    """Rare and too common words become oov_char, or go."""
    if not num_words:
        num_words = max(max(text) for text in x)
    if oov_char is not None:
        return [[word if skip_top <= word < num_words else oov_char for word in text] for text in x]
    return [[word for word in text if skip_top <= word < num_words] for text in x]


def objects(x):
    return np.array(x, dtype="object")


def word_index(path):
    import json
    with open(find(path)) as file:
        return json.load(file)
