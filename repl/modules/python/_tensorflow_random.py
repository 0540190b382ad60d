"""tf.random: draws from generators of the shell's own; the numbers are not TensorFlow's, their laws are."""
import numpy as np

import _keras_ops as _k
from _keras import array as _array, make as _make, tracing as _tracing

_state = [np.random.RandomState(), None]


def set_seed(seed):
    import keras
    keras.utils.set_random_seed(int(seed) % 4294967296)
    _state[0] = np.random.RandomState(int(seed) % 4294967296)
    _state[1] = seed


def _from(seed):
    if seed is None:
        return _state[0]
    if _state[1] is None:
        return np.random.RandomState(int(seed) % 4294967296)
    return np.random.RandomState((_state[0].randint(0, 2 ** 31 - 1) + int(seed)) % 4294967296)


def _not_traced(what):
    if _tracing():
        raise NotImplementedError(f"{what} in a function that is traced would draw only once: it is not there yet")


def normal(shape, mean=0.0, stddev=1.0, dtype="float32", seed=None, name=None):
    if _tracing():
        return _k._drawn("normal", shape, float(mean), float(stddev))
    drawn = _from(seed).normal(size=_k._sizes(shape)) * np.asarray(_array(stddev)) + np.asarray(_array(mean))
    return _make(np.asarray(drawn).astype(_k._name_of(dtype)))


def truncated_normal(shape, mean=0.0, stddev=1.0, dtype="float32", seed=None, name=None):
    _not_traced("truncated_normal")
    source, sizes = _from(seed), _k._sizes(shape)
    drawn = np.asarray(source.normal(size=sizes))
    while (np.abs(drawn) > 2).any():
        drawn = np.where(np.abs(drawn) > 2, source.normal(size=sizes), drawn)
    return _make((drawn * stddev + mean).astype(_k._name_of(dtype)))


def uniform(shape, minval=0, maxval=None, dtype="float32", seed=None, name=None):
    if _tracing() and _k._name_of(dtype).startswith("float"):
        return _k._drawn("uniform", shape, float(minval), float(1 if maxval is None else maxval))
    name_of = _k._name_of(dtype)
    _not_traced("uniform of whole numbers")
    if name_of.startswith("int") or name_of.startswith("uint"):
        if maxval is None:
            raise ValueError(f"Must specify maxval for integer dtype tf.{name_of}")
        return _make(np.asarray(_from(seed).randint(int(minval), int(maxval), size=_k._sizes(shape)), dtype=name_of))
    high = 1 if maxval is None else maxval
    return _make(np.asarray(_from(seed).uniform(float(minval), float(high), size=_k._sizes(shape))).astype(name_of))


def gamma(shape, alpha, beta=None, dtype="float32", seed=None, name=None):
    """As many draws as `shape` says for each number of alpha and beta."""
    _not_traced("gamma")
    alpha, beta = np.broadcast_arrays(np.asarray(_array(alpha)), np.asarray(1.0 if beta is None else _array(beta)))
    drawn = _from(seed).gamma(alpha, size=tuple(_k._sizes(shape)) + alpha.shape) / beta
    return _make(np.asarray(drawn).astype(_k._name_of(dtype)))


def poisson(shape, lam, dtype="float32", seed=None, name=None):
    """As many draws as `shape` says for each number of lam."""
    _not_traced("poisson")
    lam = np.asarray(_array(lam))
    return _make(np.asarray(_from(seed).poisson(lam, size=tuple(_k._sizes(shape)) + lam.shape)).astype(_k._name_of(dtype)))


def shuffle(value, seed=None, name=None):
    _not_traced("shuffle")
    numbers = np.array(_array(_k._joined(value)))
    return _make(numbers[_from(seed).permutation(len(numbers))])


def categorical(logits, num_samples, dtype="int64", seed=None, name=None):
    _not_traced("categorical")
    scores = np.asarray(_array(logits))
    noise = _from(seed).gumbel(size=(scores.shape[0], num_samples, scores.shape[1]))
    return _make(np.argmax(scores[:, None, :] + noise, axis=-1).astype(_k._name_of(dtype)))


def _of_pair(seed):
    first, second = (int(value) for value in np.asarray(_array(seed)).ravel())
    return np.random.RandomState((first * 1000003 + second) % 4294967296)


def split(seed, num=2, alg="auto_select"):
    """Seeds of two numbers, made of one."""
    return _make(_of_pair(seed).randint(0, 2 ** 31 - 1, size=(int(num), 2)).astype("int32"))


def fold_in(seed, data, alg="auto_select"):
    first, second = (int(value) for value in np.asarray(_array(seed)).ravel())
    return split((first + 7919 * int(data), second), 1)[0]


def stateless_uniform(shape, seed, minval=0, maxval=None, dtype="float32", name=None, alg="auto_select"):
    kind = _k._name_of(dtype)
    if not kind.startswith("float"):
        if (minval is None) != (maxval is None):
            raise ValueError(f"For integer `dtype` argument <dtype: '{kind}'>, argument `minval` and `maxval` must be "
                             f"both None or not "
                             f"None. Got `minval`={minval} and `maxval`={maxval}.")
        if maxval is None:
            whole = np.iinfo(kind)
            return _make(np.asarray(_of_pair(seed).randint(whole.min, whole.max, size=_k._sizes(shape), dtype=kind)))
        return _make(np.asarray(_of_pair(seed).randint(int(minval), int(maxval), size=_k._sizes(shape)), dtype=kind))
    high = 1 if maxval is None else maxval
    return _make(np.asarray(_of_pair(seed).uniform(float(minval), float(high), size=_k._sizes(shape)), dtype=kind))


def stateless_normal(shape, seed, mean=0.0, stddev=1.0, dtype="float32", name=None, alg="auto_select"):
    return _make(np.asarray(_of_pair(seed).normal(mean, stddev, size=_k._sizes(shape)), dtype=_k._name_of(dtype)))


class Generator:
    """A stream of draws of its own."""

    def __init__(self, source):
        self._source = source

    @classmethod
    def from_seed(cls, seed, alg=None):
        return cls(np.random.RandomState(int(seed) % 4294967296))

    @classmethod
    def from_non_deterministic_state(cls, alg=None):
        return cls(np.random.RandomState())

    def normal(self, shape, mean=0.0, stddev=1.0, dtype="float32", name=None):
        return _make(np.asarray(self._source.normal(mean, stddev, size=_k._sizes(shape)), dtype=_k._name_of(dtype)))

    def uniform(self, shape, minval=0, maxval=None, dtype="float32", name=None):
        kind = _k._name_of(dtype)
        if not kind.startswith("float"):
            return _make(np.asarray(self._source.randint(int(minval), int(maxval), size=_k._sizes(shape)), dtype=kind))
        high = 1 if maxval is None else maxval
        return _make(np.asarray(self._source.uniform(float(minval), float(high), size=_k._sizes(shape)), dtype=kind))

    def make_seeds(self, count=1):
        return _make(self._source.randint(0, 2 ** 31 - 1, size=(2, int(count))))


def log_uniform_candidate_sampler(true_classes, num_true, num_sampled, unique, range_max, seed=None, name=None):
    """Numbers of words, frequent ones (the low numbers) more often: (drawn, expected counts of the true, of the drawn)."""
    chances = np.diff(np.log(np.arange(1, int(range_max) + 2))) / np.log(int(range_max) + 1)
    source = _from(seed)
    drawn = source.choice(int(range_max), size=int(num_sampled), replace=not unique, p=chances / chances.sum())

    def expected(numbers):
        share = chances[np.asarray(numbers, dtype="int64")]
        return _make((-np.expm1(int(num_sampled) * np.log1p(-share)) if unique else share * int(num_sampled)).astype("float32"))
    return _make(drawn.astype("int64")), expected(_array(true_classes)), expected(drawn)
