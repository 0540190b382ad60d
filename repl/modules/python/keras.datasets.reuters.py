"""Texts of reuters as numbers of words: found in Keras's cache, but arrays of lists are not there yet."""
from _keras_housing import find as _find


def load_data(path='reuters.npz', **kwargs):
    _find(path)
    raise NotImplementedError('keras.datasets.reuters.load_data() is not there yet: it gives arrays of lists (dtype=object)')


def get_word_index(path='reuters_word_index.json'):
    import json
    with open(_find(path)) as file:
        return json.load(file)
