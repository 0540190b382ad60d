"""keras.random: draws, from the same generators as tf.random."""
import _keras_ops as _k
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


def dropout(inputs, rate, noise_shape=None, seed=None):
    """Zeros a share of the numbers, and scales the others up."""
    if rate <= 0:
        return _k.convert_to_tensor(inputs)
    sizes = list(_k.shape(inputs)) if noise_shape is None else [
        _k.shape(inputs)[i] if size is None else size for i, size in enumerate(noise_shape)]
    kept = _k.greater_equal(uniform(sizes, seed=seed), rate)
    return _k.multiply(inputs, _k.divide(_k.cast(kept, "float32"), 1.0 - rate))


def categorical(logits, num_samples, dtype="int32", seed=None):
    """Classes drawn by their (unnormalized) log probabilities: the largest after Gumbel noise."""
    rows, classes = _k.dims(logits)
    noise = uniform((rows, num_samples, classes), 1e-20, 1.0, seed=_seed(seed))
    scores = _k.add(_k.expand_dims(_k.cast(logits, "float32"), 1), _k.negative(_k.log(_k.negative(_k.log(noise)))))
    return _k.cast(_k.argmax(scores, axis=-1), dtype)
