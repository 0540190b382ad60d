"""keras.random: draws, from the same generators as tf.random."""
import _keras_ops as _k
import _tensorflow_random as _r


class SeedGenerator:
    """Seeds, one after the other."""

    def __init__(self, seed=None, name=None):
        if seed is not None and not isinstance(seed, int):
            raise ValueError(f"Argument `seed` must be an integer. Received: seed={seed}")
        self.seed = seed
        self.count = 0

    def next(self):
        self.count += 1
        return None if self.seed is None else self.seed * 1000003 + self.count


def _seed(seed):
    if isinstance(seed, SeedGenerator):
        return seed.next()
    if seed is not None and not isinstance(seed, int):
        raise ValueError("Argument `seed` must be either an integer or an instance of `SeedGenerator`. "
                         f"Received: seed={seed} (of type {type(seed)})")
    return seed


def _drawn(shape, said, named=True):
    """A shape to draw."""
    if isinstance(shape, int):
        _k._invalid(said, "shape must be a vector of {int32,int64}, got shape []", named=named)
    return shape if _k._has_batch(shape) else _k._filled(shape, said, named)


def normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    return _r.normal(_drawn(shape, "StatelessRandomNormalV2", False), mean, stddev, dtype or "float32", _seed(seed))


def uniform(shape, minval=0.0, maxval=1.0, dtype=None, seed=None):
    return _r.uniform(_drawn(shape, "StatelessRandomUniformV2"), minval, maxval, dtype or "float32", _seed(seed))


def truncated_normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    return _r.truncated_normal(shape, mean, stddev, dtype or "float32", _seed(seed))


def randint(shape, minval, maxval, dtype="int32", seed=None):
    if minval >= maxval:
        _k._invalid("StatelessRandomUniformIntV2", f"Need minval < maxval, got {minval} >= {maxval}")
    return _r.uniform(_drawn(shape, "StatelessRandomUniformIntV2"), minval, maxval, dtype, _seed(seed))


def shuffle(x, axis=0, seed=None):
    if axis == 0:
        return _r.shuffle(x, _seed(seed))
    return _k.swapaxes(_r.shuffle(_k.swapaxes(x, 0, axis), _seed(seed)), 0, axis)


def dropout(inputs, rate, noise_shape=None, seed=None):
    """Zeros a share of the numbers, and scales the others up."""
    if not _k.is_tensor(rate):
        if not isinstance(rate, (int, float)):
            raise ValueError(f"`rate` must be a scalar or scalar tensor. Received: rate={rate}")
        if not 0 <= rate <= 1:
            raise ValueError(f"`rate` must be a scalar tensor or a float in the range [0, 1). Received: rate={rate}")
    if rate <= 0:
        return _k.convert_to_tensor(inputs)
    sizes = list(_k.shape(inputs)) if noise_shape is None else [
        _k.shape(inputs)[i] if size is None else size for i, size in enumerate(noise_shape)]
    kept = _k.greater_equal(uniform(sizes, seed=seed), rate)
    return _k.multiply(inputs, _k.divide(_k.cast(kept, "float32"), 1.0 - rate))


def categorical(logits, num_samples, dtype="int32", seed=None):
    """Classes drawn by their (unnormalized) log probabilities: the largest after Gumbel noise."""
    if len(_k.dims(logits)) != 2:
        raise ValueError("`logits` should be a 2-D tensor with shape [batch_size, num_classes]. "
                         f"Received: logits={logits}")
    rows, classes = _k.dims(logits)
    noise = uniform((rows, num_samples, classes), 1e-20, 1.0, seed=_seed(seed))
    scores = _k.add(_k.expand_dims(_k.cast(logits, "float32"), 1), _k.negative(_k.log(_k.negative(_k.log(noise)))))
    return _k.cast(_k.argmax(scores, axis=-1), dtype)
