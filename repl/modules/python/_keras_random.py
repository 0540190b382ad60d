"""keras.random: draws, from the same generators as tf.random."""
import _tensorflow_random as _r


class SeedGenerator:
    """Seeds, one after the other."""

    def __init__(self, seed=None, name=None):
        self.seed = seed
        self.count = 0

    def next(self):
        self.count += 1
        return None if self.seed is None else self.seed * 1000003 + self.count


def _seed(seed):
    return seed.next() if isinstance(seed, SeedGenerator) else seed


def normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    return _r.normal(shape, mean, stddev, dtype or "float32", _seed(seed))


def uniform(shape, minval=0.0, maxval=1.0, dtype=None, seed=None):
    return _r.uniform(shape, minval, maxval, dtype or "float32", _seed(seed))


def truncated_normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    return _r.truncated_normal(shape, mean, stddev, dtype or "float32", _seed(seed))


def randint(shape, minval, maxval, dtype="int32", seed=None):
    return _r.uniform(shape, minval, maxval, dtype, _seed(seed))


def shuffle(x, axis=0, seed=None):
    if axis != 0:
        raise NotImplementedError("only axis=0 is there")
    return _r.shuffle(x, _seed(seed))
