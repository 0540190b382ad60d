"""keras.layers: words and numbers as places in a vocabulary. Sources: keras/src/layers/preprocessing/index_lookup.py,
string_lookup.py, integer_lookup.py, text_vectorization.py, discretization.py. They work on texts and arrays, before a model."""
import os
import re

import numpy as np

import keras
import _keras_ops as _k
from _keras_arguments import check_input, checked
from _keras import array, before, is_symbolic, is_tensor, make
from _keras_layer_base import Written
from _tensorflow_errors import UnimplementedError

_PUNCTUATION = r"[!\"#$%&()\*\+,\-\./:;<=>?@\[\\\]^_`{|}~']"


def _plain(data):
    """Texts or numbers as an array: what a tensor, a list or a dataset holds."""
    if is_tensor(data):
        return np.asarray(array(data))
    if hasattr(data, "as_numpy_iterator"):
        parts = [np.asarray(i) for i in data.as_numpy_iterator()]
        return np.concatenate([i.reshape(-1) for i in parts]) if parts else np.array([])
    return np.asarray(data)


def _text(x):
    return x.decode("utf-8") if isinstance(x, bytes) else str(x)


class Before(Written):
    """A layer that makes numbers of texts: in a model it comes first, and works on the data before the model does.
    _made(inputs) computes, _form(shape) says the shape and the dtype of what it makes."""

    def __call__(self, inputs, **kwargs):
        if is_symbolic(inputs):
            return Written.__call__(self, inputs)
        check_input(type(self).__name__, self.name, inputs)
        return self._made(inputs)

    def call(self, inputs):
        return before(self, inputs, *self._form(tuple(inputs.shape)))

    def _before(self, data, rank):
        """The data of a model's input of so many dimensions, as numbers."""
        data = _plain(data)
        if data.ndim == rank - 1:
            data = data[..., None]
        elif data.ndim == rank + 1 and data.shape[-1] == 1:
            data = data[..., 0]
        return self._made(data)

    def compute_output_shape(self, input_shape):
        return self._form(tuple(input_shape))[0]


def _encoded_shape(shape, mode, depth):
    """The shape of places written as rows."""
    if mode == "int":
        return shape
    return (*shape, depth) if mode == "one_hot" and (not shape or shape[-1] != 1) else (*shape[:-1], depth)


def _encode(indices, mode, depth, weights=None):
    """Places as one_hot, multi_hot, count or tf_idf rows."""
    if mode == "one_hot":
        if indices.ndim and indices.shape[-1] == 1:
            indices = indices[..., 0]
        return np.eye(depth, dtype="int64")[indices] if depth else indices
    rows = indices.reshape(1, -1) if indices.ndim < 2 else indices
    made = np.zeros((len(rows), depth), dtype="int64")
    for at, row in enumerate(rows):
        for place in row:
            if place >= 0:
                made[at, place] += 1
    if mode == "multi_hot":
        made = (made > 0).astype("int64")
    if mode == "tf_idf":
        made = (made * weights).astype("float32")
    return made[0] if indices.ndim < 2 else made


class _Lookup(Before):
    """What the lookups of texts and of whole numbers share."""
    _modes = ("int", "one_hot", "multi_hot", "count", "tf_idf")

    def _start(self, max_tokens, num_oov_indices, mask_token, oov_token, vocabulary, idf_weights, invert, output_mode,
               pad_to_max_tokens, sparse):
        if invert and output_mode != "int":
            raise ValueError(f"`output_mode` must be `'int'` when `invert` is true. Received: output_mode={output_mode}")
        if sparse and output_mode == "int":
            raise ValueError("`sparse` may only be true if `output_mode` is `'one_hot'`, `'multi_hot'`, `'count'` or `'tf_idf'`. "
                             f"Received: sparse={sparse} and output_mode={output_mode}")
        if sparse:
            raise NotImplementedError("the argument 'sparse' is not there yet")
        if num_oov_indices > 1:
            raise NotImplementedError("num_oov_indices above 1 is not there yet")
        if max_tokens is not None and max_tokens <= 1:
            said = "If set, `max_tokens`" if not isinstance(self, IntegerLookup) else "If `max_tokens` is set for `IntegerLookup`, it"
            raise ValueError(f"{said} must be greater than 1. Received: max_tokens={max_tokens}")
        if output_mode not in self._modes:
            raise ValueError(f"Unknown value for `output_mode` argument of {type(self).__name__}. Allowed values are: "
                             f"{self._modes}. Received: output_mode={output_mode}")
        self.invert = invert
        self.max_tokens = max_tokens
        self.num_oov_indices = num_oov_indices
        self.mask_token = mask_token
        self.oov_token = oov_token
        self.output_mode = output_mode
        self.pad_to_max_tokens = pad_to_max_tokens
        self.input_vocabulary = vocabulary
        self._tokens = None
        self._counts, self._documents, self._seen = {}, {}, 0
        if vocabulary is not None:
            if output_mode == "tf_idf" and idf_weights is None:
                raise ValueError("When specifying the `vocabulary` argument, in TF-IDF output mode, the `idf_weights` argument must "
                                 "also be provided.")
            self.set_vocabulary(vocabulary, idf_weights)

    def _special(self):
        special = [self.mask_token] if self.mask_token is not None and self.output_mode == "int" else []
        return special + [self.oov_token] * self.num_oov_indices

    def set_vocabulary(self, vocabulary, idf_weights=None):
        if isinstance(vocabulary, str):
            if not os.path.exists(vocabulary):
                raise ValueError(f"Vocabulary file {vocabulary} does not exist.")
            with open(vocabulary, encoding="utf-8") as file:
                vocabulary = [self._kind(line.rstrip("\n")) for line in file]
        tokens = [self._kind(i) for i in (np.asarray(array(vocabulary)) if is_tensor(vocabulary) else vocabulary)]
        special = self._special()
        if special and tokens[:len(special)] == [self._kind(i) for i in special]:
            tokens = tokens[len(special):]
        repeated = {i for i in tokens if tokens.count(i) > 1}
        if repeated:
            raise ValueError("The passed vocabulary has at least one repeated term. Please uniquify your dataset. The repeated "
                             f"terms are: {[self._shown(i) for i in sorted(repeated)]}")
        if self.output_mode == "tf_idf" and idf_weights is None:
            raise ValueError("`idf_weights` must be set if output_mode is 'tf_idf'.")
        self._tokens = tokens
        self._idf = None if idf_weights is None else [float(i) for i in idf_weights]
        self._places = {token: at + len(special) for at, token in enumerate(tokens)}

    _asset = "vocabulary.txt"

    def _assets(self):
        """What a saved model keeps beside its config: the words that adapt() has found."""
        if self.input_vocabulary is not None or self._tokens is None:
            return []
        text = "\n".join(str(token) for token in self.get_vocabulary())
        inner = [("_lookup_layer/" + self._asset, text)] if isinstance(self, TextVectorization) else []
        return inner + [(self._asset, text)]

    def _load_asset(self, text):
        if self.input_vocabulary is None:
            self.set_vocabulary(text.split("\n"))

    @classmethod
    def from_config(cls, config):
        """vocabulary_size says what the words are, and the other two have one value here."""
        return cls(**{key: value for key, value in config.items() if key not in ("vocabulary_size", "oov_method", "salt")})

    def get_vocabulary(self, include_special_tokens=True):
        tokens = [self._shown(i) for i in self._tokens or []]
        return self._special() + tokens if include_special_tokens else tokens

    def vocabulary_size(self):
        return len(self._special()) + len(self._tokens or [])

    def reset_state(self):
        self._counts, self._documents, self._seen = {}, {}, 0

    def update_state(self, data):
        data = _plain(data)
        rows = data.reshape(1, -1) if data.ndim < 2 else data.reshape(len(data), -1)
        if data.ndim < 2 and self.output_mode == "tf_idf":
            rows = data.reshape(-1, 1)
        self._count([[self._kind(i) for i in row] for row in rows])

    def _count(self, rows):
        for row in rows:
            self._seen += 1
            for token in row:
                self._counts[token] = self._counts.get(token, 0) + 1
            for token in set(row):
                self._documents[token] = self._documents.get(token, 0) + 1

    def finalize_state(self):
        counts = {token: count for token, count in self._counts.items() if token != self.mask_token and token != self.oov_token}
        order = sorted(sorted(counts, reverse=True), key=lambda token: -counts[token])
        if self.max_tokens is not None:
            order = order[:self.max_tokens - len(self._special())]
        self._tokens = order
        self._places = {token: at + len(self._special()) for at, token in enumerate(order)}
        self._idf = [float(np.log(1 + self._seen / (1 + self._documents[token]))) for token in order]

    def adapt(self, data, steps=None):
        self.reset_state()
        self.update_state(data)
        self.finalize_state()

    def _lookup(self, tokens):
        if self._tokens is None:
            import _tensorflow_errors as errors
            raise errors.said_by(errors.FailedPreconditionError, "LookupTableFindV2", "Table not initialized.")
        unknown = len(self._special()) - 1
        places = np.zeros(tokens.shape, dtype="int64")
        flat, out = tokens.reshape(-1), places.reshape(-1)
        for at, token in enumerate(flat):
            token = self._kind(token)
            if self.mask_token is not None and token == self.mask_token:
                out[at] = 0 if self.output_mode == "int" else -1
            elif token in self._places:
                out[at] = self._places[token]
            elif self.num_oov_indices == 0:
                from _tensorflow_errors import InvalidArgumentError
                raise InvalidArgumentError(None, None, f"found a value that is not in the vocabulary: {token!r}")
            else:
                out[at] = unknown
        return out.reshape(tokens.shape)

    def _depth(self):
        return self.max_tokens if self.pad_to_max_tokens and self.max_tokens else self.vocabulary_size()

    def _weights(self):
        weights = np.zeros(self._depth())
        own = len(self._special())
        weights[own:own + len(self._idf)] = self._idf
        weights[:own] = np.mean(self._idf) if self._idf else 0
        return weights

    def _encoded(self, places):
        if self.output_mode == "int":
            return places
        return _encode(places, self.output_mode, self._depth(), self._weights() if self.output_mode == "tf_idf" else None)

    def _inverted(self, places):
        """The words at places; a place where none stands gives the word for all others."""
        if self._tokens is None:
            self._lookup(places)  # which refuses it
        if places.dtype.kind not in "iufb":
            import _tensorflow_errors as errors
            raise errors.said_by(errors.UnimplementedError, "Cast", "Cast string to int64 is not supported")
        places = places.astype("int64")
        words = self._special() + [self._shown(i) for i in self._tokens]
        found = [words[i] if 0 <= i < len(words) else self.oov_token for i in places.reshape(-1).tolist()]
        return np.array(found, dtype=type(self._shown(self.oov_token))).reshape(places.shape)

    def _form(self, shape):
        return (_encoded_shape(shape, self.output_mode, self._depth() if self.output_mode != "int" else None),
                "string" if self.invert and isinstance(self, StringLookup) else
                "int64" if self.output_mode == "int" else "float32")

    def _made(self, inputs):
        if self.invert:
            return make(self._inverted(_plain(inputs)))
        data = _plain(inputs)
        if data.dtype.kind in "fiub" and isinstance(self, StringLookup):
            raise UnimplementedError(None, None,
                    f"Layer '{self.name}' (StringLookup) takes texts. Received: numbers of dtype {data.dtype}")
        return make(self._encoded(self._lookup(data)))

    def _lookup_config(self):
        return {**self._base(), "invert": self.invert, "max_tokens": self.max_tokens, "num_oov_indices": self.num_oov_indices,
                "oov_token": self.oov_token, "mask_token": self.mask_token, "output_mode": self.output_mode, "sparse": False,
                "pad_to_max_tokens": self.pad_to_max_tokens, "idf_weights": None, "vocabulary": self.input_vocabulary,
                "vocabulary_size": self.vocabulary_size(), "oov_method": "floormod", "salt": None}


@checked("layers")
class StringLookup(_Lookup):
    """Words as their places in a vocabulary."""
    __module__ = "keras.src.layers.preprocessing.string_lookup"

    def __init__(self, max_tokens=None, num_oov_indices=1, mask_token=None, oov_token="[UNK]", vocabulary=None, idf_weights=None,
                 invert=False, output_mode="int", pad_to_max_tokens=False, sparse=False, encoding="utf-8", name=None, **kwargs):
        super().__init__(name=name, **{key: value for key, value in kwargs.items() if key not in ("dtype",
                "trainable")})
        self.encoding = encoding
        self._start(max_tokens, num_oov_indices, mask_token, oov_token, vocabulary, idf_weights, invert, output_mode,
                    pad_to_max_tokens, sparse)

    def _kind(self, x):
        return _text(x)

    def _shown(self, x):
        return np.str_(x)

    def get_config(self):
        return {**self._lookup_config(), "encoding": self.encoding}


@checked("layers")
class IntegerLookup(_Lookup):
    """Whole numbers as their places in a vocabulary."""
    __module__ = "keras.src.layers.preprocessing.integer_lookup"

    def __init__(self, max_tokens=None, num_oov_indices=1, mask_token=None, oov_token=-1, vocabulary=None,
                 vocabulary_dtype="int64", idf_weights=None, invert=False, output_mode="int", sparse=False,
                 pad_to_max_tokens=False, name=None, **kwargs):
        super().__init__(name=name, **{key: value for key, value in kwargs.items() if key not in ("dtype",
                "trainable")})
        self.vocabulary_dtype = vocabulary_dtype
        self._start(max_tokens, num_oov_indices, mask_token, oov_token, vocabulary, idf_weights, invert, output_mode,
                    pad_to_max_tokens, sparse)

    def _kind(self, x):
        return int(x)

    def _shown(self, x):
        return np.int64(x)

    def get_config(self):
        return {**self._lookup_config(), "vocabulary_dtype": self.vocabulary_dtype}


@checked("layers")
class TextVectorization(_Lookup):
    """Texts as rows of places in a vocabulary."""
    __module__ = "keras.src.layers.preprocessing.text_vectorization"
    _modes = ("int", "one_hot", "multi_hot", "count", "tf_idf")

    def __init__(self, max_tokens=None, standardize="lower_and_strip_punctuation", split="whitespace", ngrams=None,
                 output_mode="int", output_sequence_length=None, pad_to_max_tokens=False, vocabulary=None, idf_weights=None,
                 sparse=False, ragged=False, encoding="utf-8", name=None, **kwargs):
        if ragged:
            raise NotImplementedError("the argument 'ragged' is not there yet")
        allowed = ("lower_and_strip_punctuation", "lower", "strip_punctuation")
        if not callable(standardize) and standardize is not None and standardize not in allowed:
            raise ValueError(f"Unknown value for `standardize` argument of TextVectorization. Allowed values are: {allowed}. "
                             f"Received: standardize={standardize}")
        if not callable(split) and split is not None and split not in ("whitespace", "character"):
            raise ValueError("Unknown value for `split` argument of TextVectorization. Allowed values are: "
                             f"('whitespace', 'character'). Received: split={split}")
        if not (ngrams is None or isinstance(ngrams, int)
                or isinstance(ngrams, tuple) and all(isinstance(i, int) for i in ngrams)):
            raise ValueError(f"`ngrams` must be None, an integer, or a tuple of integers. Received: ngrams={ngrams}")
        if output_mode == "int" and not (output_sequence_length is None or isinstance(output_sequence_length, int)):
            raise ValueError("`output_sequence_length` must be either None or an integer when `output_mode` is 'int'. Received: "
                             f"output_sequence_length={output_sequence_length}")
        if output_mode != "int" and output_sequence_length is not None:
            raise ValueError("`output_sequence_length` must not be set if `output_mode` is not 'int'. Received "
                             f"output_sequence_length={output_sequence_length}.")
        super().__init__(name=name, **{key: value for key, value in kwargs.items() if key not in ("dtype",
                "trainable")})
        self._standardize = standardize
        self._split = split
        self._given_ngrams = ngrams
        self._ngrams = tuple(range(1, ngrams + 1)) if isinstance(ngrams, int) else ngrams
        self._output_sequence_length = output_sequence_length
        self.encoding = encoding
        self._start(max_tokens, 1, "" if output_mode == "int" else None, "[UNK]", vocabulary, idf_weights, False, output_mode,
                    pad_to_max_tokens, sparse)

    def _kind(self, x):
        return _text(x)

    def _shown(self, x):
        return np.str_(x)

    def _words(self, text):
        text = _text(text)
        if callable(self._standardize):
            text = _text(np.asarray(self._standardize(text)).item())
        if self._standardize in ("lower", "lower_and_strip_punctuation"):
            text = text.lower()
        if self._standardize in ("strip_punctuation", "lower_and_strip_punctuation"):
            text = re.sub(_PUNCTUATION, "", text)
        if callable(self._split):
            words = [_text(i) for i in np.asarray(self._split(text)).reshape(-1)]
        else:
            words = text.split() if self._split == "whitespace" else list(text) if self._split == "character" else [text]
        if self._ngrams is None:
            return words
        return [" ".join(words[at:at + n]) for n in self._ngrams for at in range(len(words) - n + 1)]

    def _texts(self, inputs):
        data = _plain(inputs)
        if data.dtype.kind in "fiub" and data.ndim < 2:
            raise ValueError(f"Layer '{self.name}' (TextVectorization) takes texts. Received: numbers of dtype "
                             f"{data.dtype}")
        if data.ndim > 1:
            if data.shape[-1] != 1:
                raise ValueError("When using `TextVectorization` to tokenize strings, the input rank must be 1 or the last shape "
                                 f"dimension must be 1. Received: inputs.shape={data.shape} with rank={data.ndim}")
            data = data[..., 0]
        return data

    def update_state(self, data):
        self._count([self._words(text) for text in self._texts(data).reshape(-1)])

    def _form(self, shape):
        if self.output_mode == "int":
            rows = shape[:1] if len(shape) > 1 else shape
            return (*rows, self._output_sequence_length), "int64"
        return super()._form(shape if len(shape) > 1 else (*shape, 1))

    def _made(self, inputs):
        data = self._texts(inputs)
        rows = [self._words(text) for text in data.reshape(-1)]
        if self.output_mode == "int":
            length = self._output_sequence_length
            if length is None:
                length = max([len(row) for row in rows] or [0])
            made = np.zeros((len(rows), length), dtype="int64")
            for at, row in enumerate(rows):
                found = self._lookup(np.array(row[:length], dtype=object))
                made[at, :len(found)] = found
        else:
            parts = [self._encoded(self._lookup(np.array([row], dtype=object).reshape(1, len(row)))) for row in rows]
            made = np.concatenate(parts, axis=0)
        return make(made[0] if data.ndim == 0 else made)

    def get_config(self):
        return {**self._base(), "max_tokens": self.max_tokens, "standardize": self._standardize, "split": self._split,
                "ngrams": self._given_ngrams, "output_mode": self.output_mode,
                "output_sequence_length": self._output_sequence_length, "pad_to_max_tokens": self.pad_to_max_tokens,
                "sparse": False, "ragged": False, "vocabulary": self.input_vocabulary, "idf_weights": None,
                "encoding": self.encoding, "vocabulary_size": self.vocabulary_size()}


def _thinned(summary, epsilon):
    """Values with their weights, as the values at so many shares of all weights."""
    if summary.shape[1] * epsilon < 1:
        return summary
    shares = epsilon + np.arange(0.0, 1.0, epsilon)
    below = np.cumsum(summary[1])
    values, kept = np.interp(shares, below / below[-1], summary[0]), np.interp(shares, below / below[-1], below)
    return np.stack([values, kept - np.concatenate([[0], kept[:-1]])]).astype("float32")


@checked("layers")
class Discretization(Before):
    """Numbers as the bins that they lie in."""
    __module__ = "keras.src.layers.preprocessing.discretization"

    def __init__(self, bin_boundaries=None, num_bins=None, epsilon=0.01, output_mode="int", sparse=False, dtype=None, name=None):
        super().__init__(name=name)
        if sparse and output_mode == "int":
            raise ValueError("`sparse=True` may only be used if `output_mode` is `'one_hot'`, `'multi_hot'`, or `'count'`. Received: "
                             f"sparse={sparse} and output_mode={output_mode}")
        if sparse:
            raise NotImplementedError("the argument 'sparse' is not there yet")
        if output_mode not in ("int", "one_hot", "multi_hot", "count"):
            raise ValueError("Unknown value for `output_mode` argument of Discretization. Allowed values are: "
                             f"('int', 'one_hot', 'multi_hot', 'count'). Received: output_mode={output_mode}")
        if num_bins is not None and num_bins < 0:
            raise ValueError(f"`num_bins` must be greater than or equal to 0. Received: `num_bins={num_bins}`")
        if num_bins is not None and bin_boundaries is not None:
            raise ValueError("Both `num_bins` and `bin_boundaries` should not be set. Received: "
                             f"`num_bins={num_bins}` and `bin_boundaries={bin_boundaries}`")
        if num_bins is None and bin_boundaries is None:
            raise ValueError("You need to set either `num_bins` or `bin_boundaries`.")
        self.bin_boundaries = None if bin_boundaries is None else list(bin_boundaries)
        self.num_bins = num_bins
        self.epsilon = epsilon
        self.output_mode = output_mode
        self.sparse = sparse
        self.reset_state()

    def reset_state(self):
        self.summary = np.zeros((2, 0), dtype="float32")

    def update_state(self, data):
        """Quantiles of a batch, each with the number of values that it stands for, beside those of the batches before."""
        values = np.sort(_plain(data).astype("float32").reshape(-1))
        step = max(len(values) / (1.0 / self.epsilon), 1)
        points = values[int(step - 1)::int(step)]
        both = np.concatenate([np.stack([points, np.ones_like(points) * step]), self.summary], axis=1)
        self.summary = _thinned(both[:, np.argsort(both[0])], self.epsilon)

    def finalize_state(self):
        if self.num_bins is not None:
            self.bin_boundaries = _thinned(self.summary, 1.0 / self.num_bins)[0, :-1].tolist()

    def adapt(self, data, steps=None):
        if self.num_bins is None:
            raise ValueError("Cannot adapt a Discretization layer that has been initialized with `bin_boundaries`, use `num_bins` "
                             "instead.")
        self.reset_state()
        if isinstance(data, np.ndarray) or is_tensor(data) or not hasattr(data, "__iter__"):
            self.update_state(data)
        else:
            for at, batch in enumerate(data):
                if steps is not None and at >= steps:
                    break
                self.update_state(batch)
        self.finalize_state()

    def _form(self, shape):
        self._need_bins()
        return (_encoded_shape(shape, self.output_mode, len(self.bin_boundaries) + 1),
                "int64" if self.output_mode == "int" else "float32")

    def _need_bins(self):
        if self.bin_boundaries is None:
            raise ValueError("You need to either pass the `bin_boundaries` argument at construction time or call `adapt(dataset)` "
                             "before you can start using the `Discretization` layer.")

    def _made(self, inputs):
        self._need_bins()
        places = np.searchsorted(np.asarray(self.bin_boundaries, dtype="float64"), _plain(inputs).astype("float64"), side="right")
        if self.output_mode == "int":
            return make(places.astype("int64"))
        return make(_encode(places, self.output_mode, len(self.bin_boundaries) + 1).astype("float32"))

    def get_config(self):
        return {"bin_boundaries": self.bin_boundaries, "num_bins": self.num_bins, "epsilon": self.epsilon,
                "output_mode": self.output_mode, "sparse": self.sparse, "name": self.name, "dtype": self.dtype}

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        bins = config.pop("num_bins", None) if config.get("bin_boundaries") is not None else config.get("num_bins")
        made = cls(**config)
        made.num_bins = bins  # what adapt() has found stands beside it
        return made
