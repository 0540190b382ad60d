"""Reviews of films as lists of words' numbers, with 1 for praise and 0 for the others."""
import numpy as _np
import _keras_reviews as _r


def load_data(path='imdb.npz', num_words=None, skip_top=0, maxlen=None, seed=113, start_char=1, oov_char=2, index_from=3,
              **kwargs):
    if 'nb_words' in kwargs:
        num_words = kwargs.pop('nb_words')
    if kwargs:
        raise TypeError(f'Unrecognized keyword arguments: {kwargs}.')
    x_train, y_train, x_test, y_test = _r.arrays(path, 'x_train', 'y_train', 'x_test', 'y_test')
    random = _np.random.RandomState(seed)
    x_train, y_train = _r.mixed(x_train, y_train, random)
    x_test, y_test = _r.mixed(x_test, y_test, random)
    x_train, x_test = (_r.begun(x, start_char, index_from) for x in (x_train, x_test))
    if maxlen:
        x_train, y_train = _r.short(maxlen, x_train, y_train)
        x_test, y_test = _r.short(maxlen, x_test, y_test)
        if not x_train or not x_test:
            raise ValueError(f'After filtering for sequences shorter than maxlen={maxlen}, no sequence was kept. Increase '
                             'maxlen.')
    count = len(x_train)
    x = _r.known(x_train + x_test, num_words, skip_top, oov_char)
    labels = _np.concatenate([y_train, y_test])
    return (_r.objects(x[:count]), labels[:count]), (_r.objects(x[count:]), labels[count:])


def get_word_index(path='imdb_word_index.json'):
    return _r.word_index(path)
