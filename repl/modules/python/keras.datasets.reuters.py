"""News of Reuters as lists of words' numbers, each of one of 46 topics."""
import numpy as _np
import _keras_reviews as _r

_TOPICS = ('cocoa grain veg-oil earn acq wheat copper housing money-supply coffee sugar trade reserves ship cotton carcass crude '
           'nat-gas cpi money-fx interest gnp meal-feed alum oilseed gold tin strategic-metal livestock retail ipi iron-steel '
           'rubber heat jobs lei bop zinc orange pet-chem dlr gas silver wpi hog lead')


def load_data(path='reuters.npz', num_words=None, skip_top=0, maxlen=None, test_split=0.2, seed=113, start_char=1, oov_char=2,
              index_from=3, **kwargs):
    if 'nb_words' in kwargs:
        num_words = kwargs.pop('nb_words')
    if kwargs:
        raise TypeError(f"load_data() got an unexpected keyword argument '{next(iter(kwargs))}'")
    x, labels = _r.arrays(path, 'x', 'y')
    x, labels = _r.mixed(x, labels, _np.random.RandomState(seed))
    x = _r.begun(x, start_char, index_from)
    if maxlen:
        x, labels = _r.short(maxlen, x, labels)
    x = _r.known(x, num_words, skip_top, oov_char)
    count = int(len(x) * (1 - test_split))
    return (_r.objects(x[:count]), _np.array(labels[:count])), (_r.objects(x[count:]), _np.array(labels[count:]))


def get_word_index(path='reuters_word_index.json'):
    return _r.word_index(path)


def get_label_names():
    return tuple(_TOPICS.split())
