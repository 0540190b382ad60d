"""keras.layers.Hashing and HashedCrossing: texts and whole numbers as buckets, without a vocabulary. Sources:
keras/src/layers/preprocessing/hashing.py, hashed_crossing.py."""
import numpy as np

from _fingerprints import crossed, fingerprint, keyed
from _keras import is_symbolic, make
from _keras_arguments import checked
from _keras_lookup import Before, _encode, _plain

_MODES = ("int", "one_hot", "multi_hot", "count")


def _bytes(item):
    return item if isinstance(item, bytes) else str(item).encode()


def _texts(data):
    """The items of an array as texts; fractions are cut off."""
    if data.dtype.kind == "f":
        data = data.astype("int64")
    return [_bytes(item) for item in data.reshape(-1).tolist()]


class _Hashed(Before):
    """What both share: how buckets are written."""

    def _options(self, num_bins, output_mode, sparse, modes=_MODES):
        if output_mode not in modes:
            said = ("Invalid value for argument `output_mode`. Expected one of" if len(modes) > 2 else
                    "Unknown value for `output_mode` argument of HashedCrossing. Allowed values are:")
            raise ValueError(f"{said} {modes}. Received: output_mode={output_mode}")
        if sparse and output_mode == "int":
            named = '`"one_hot"`, `"multi_hot"`, or `"count"`' if len(modes) > 2 else "`'one_hot'`"
            raise ValueError(f"`sparse` may only be {'true' if len(modes) > 2 else 'True'} if `output_mode` is {named}. "
                             f"Received: sparse={sparse} and output_mode={output_mode}")
        if sparse:
            raise NotImplementedError("the argument 'sparse' is not there yet")
        self.num_bins, self.output_mode, self.sparse = num_bins, output_mode, sparse

    def _written_as(self, places):
        if self.output_mode == "int":
            return make(places)
        return make(_encode(places, self.output_mode, self.num_bins).astype("float32"))

    def _form(self, shape):
        if self.output_mode == "int":
            return shape, "int64"
        return (*shape[:-1], self.num_bins), "float32"


@checked("layers")
class Hashing(_Hashed):
    """Words and whole numbers as the buckets that a hash puts them into."""
    __module__ = "keras.src.layers.preprocessing.hashing"

    def __init__(self, num_bins, mask_value=None, salt=None, output_mode="int", sparse=False, name=None, **kwargs):
        super().__init__(name=name)
        if num_bins is None or num_bins <= 0:
            raise ValueError("The `num_bins` for `Hashing` cannot be `None` or non-positive values. Received: "
                             f"num_bins={num_bins}.")
        self._options(num_bins, output_mode, sparse)
        self.mask_value = mask_value
        self.salt = None
        if salt is not None:
            if isinstance(salt, (tuple, list)) and len(salt) == 2:
                self.salt = list(salt)
            elif isinstance(salt, int):
                self.salt = [salt, salt]
            else:
                raise ValueError("The `salt` argument for `Hashing` can only be a tuple of size 2 integers, or a single integer. "
                                 f"Received: salt={salt}.")

    def _made(self, inputs):
        data = _plain(inputs)
        masked = self.mask_value is not None and self.num_bins > 1
        bins = self.num_bins - masked
        places = [(keyed(item, self.salt) if self.salt else fingerprint(item)) % bins for item in _texts(data)]
        if masked:
            mask = _bytes(self.mask_value)
            places = [0 if item == mask else place + 1 for item, place in zip(_texts(data), places)]
        return self._written_as(np.array(places, dtype="int64").reshape(data.shape))

    def get_config(self):
        return {**self._config_of(self.output_mode), "num_bins": self.num_bins, "salt": self.salt, "mask_value": self.mask_value,
                "output_mode": self.output_mode, "sparse": self.sparse}

    def _config_of(self, mode):
        config = self._base()
        config["dtype"] = {"module": "keras", "class_name": "DTypePolicy",
                           "config": {"name": "int64" if mode == "int" else "float32"}, "registered_name": None}
        return {name: config[name] for name in ("name", "trainable", "dtype")}


@checked("layers")
class HashedCrossing(_Hashed):
    """Pairs of words or whole numbers as the buckets that a hash of both puts them into."""
    __module__ = "keras.src.layers.preprocessing.hashed_crossing"

    def __init__(self, num_bins, output_mode="int", sparse=False, name=None, dtype=None, **kwargs):
        super().__init__(name=name)
        self._options(num_bins, output_mode, sparse, ("int", "one_hot"))

    def __call__(self, inputs, **kwargs):
        if not isinstance(inputs, (list, tuple)) or len(inputs) < 2:
            least = "at least two inputs" if isinstance(inputs, (list, tuple)) else "inputs"
            raise ValueError(f"`HashedCrossing` should be called on a list or tuple of {least}. Received: inputs={inputs}")
        if any(is_symbolic(each) for each in inputs):
            raise NotImplementedError("HashedCrossing inside a model is not there yet: call it on the data before fit")
        return self._made(inputs)

    def _made(self, inputs):
        columns = [_plain(each) for each in inputs]
        if any(each.ndim > 2 or each.ndim == 2 and each.shape[1] != 1 for each in columns):
            raise ValueError("All `HashedCrossing` inputs should have shape `()`, `(batch_size)` or `(batch_size, 1)`. Received: "
                             f"inputs={inputs}")
        prints = [each.reshape(-1).tolist() if each.dtype.kind in "iub" else [fingerprint(text) for text in _texts(each)]
                  for each in columns]
        places = np.array([crossed(row) % self.num_bins for row in zip(*prints)], dtype="int64")
        return self._written_as(places.reshape(columns[0].shape))

    def get_config(self):
        return {"num_bins": self.num_bins, "output_mode": self.output_mode, "sparse": self.sparse, "name": self.name,
                "dtype": "int64" if self.output_mode == "int" else "float32"}
