"""keras.layers: attention, and the product of tensors that it is made of. Sources: keras/src/layers/attention, and
keras/src/layers/core/einsum_dense.py."""
import math

import numpy as np

import keras
import _keras_ops as _k
from _keras_arguments import checked
from _keras_layer_base import WEIGHTS, Written, keep_weights, serialized, weights_config


@checked("layers")
class EinsumDense(Written):
    """A product of the inputs and a kernel, as an equation says."""
    __module__ = "keras.src.layers.core.einsum_dense"

    def __init__(self, equation, output_shape, activation=None, bias_axes=None, kernel_initializer="glorot_uniform",
                 bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None, kernel_constraint=None,
                 bias_constraint=None, lora_rank=None, lora_alpha=None, gptq_unpacked_column_size=None,
                 quantization_config=None, **kwargs):
        if gptq_unpacked_column_size is not None or quantization_config is not None:
            raise NotImplementedError("quantization is not there yet")
        if lora_rank:
            raise NotImplementedError("the argument 'lora_rank' is not there yet")
        keep = dict(zip(WEIGHTS, (kernel_initializer, bias_initializer, kernel_regularizer, bias_regularizer, kernel_constraint,
                                  bias_constraint)))
        super().__init__(**kwargs)
        self.equation = equation
        self.partial_output_shape = (output_shape,) if isinstance(output_shape, int) else tuple(output_shape)
        self.bias_axes = bias_axes
        self.activation = keras.activations.get(activation)
        keep_weights(self, keep)

    def build(self, input_shape):
        kernel, bias, self._full = self._shapes(tuple(input_shape))
        self._kernel = self.add_weight(name="kernel", shape=kernel, initializer=self.kernel_initializer,
                                       regularizer=self.kernel_regularizer, constraint=self.kernel_constraint)
        self._bias = None
        if bias is not None:
            self._bias = self.add_weight(name="bias", shape=bias, initializer=self.bias_initializer,
                                         regularizer=self.bias_regularizer, constraint=self.bias_constraint)

    def _terms(self, rank):
        """The equation's three terms, with letters for an ellipsis."""
        text = self.equation.replace(" ", "")
        before, _, after = text.partition("->")
        terms = before.split(",")
        if len(terms) != 2 or not after:
            raise ValueError(f"Invalid einsum equation '{self.equation}'. Equations must be in the form [X],[Y]->[Z], "
                             "...[X],[Y]->...[Z], or [X]...,[Y]->[Z]....")
        if rank < len(terms[0].replace("...", "")):
            raise IndexError("tuple index out of range")
        free = [i for i in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" if i not in text]
        hidden = "".join(free[:max(rank - len(terms[0].replace("...", "")), 0)]) if "..." in terms[0] else ""
        return terms[0].replace("...", hidden), terms[1], after.replace("...", hidden), hidden

    def _shapes(self, shape):
        given, weight, result, hidden = self._terms(len(shape))
        sizes = dict(zip(given, shape))
        wanted = list(self.partial_output_shape)
        letters = result[1:] if not hidden or result.startswith(hidden) is False else result[len(hidden):]
        if hidden and not result.startswith(hidden):
            letters = result[1:len(result) - len(hidden)]
        for letter, size in zip(letters[-len(wanted):] if len(letters) > len(wanted) else letters, wanted):
            if size is not None:
                if sizes.get(letter) is not None and letter in given and sizes[letter] != size:
                    raise ValueError(f"Input shape and output shape do not match at shared dimension '{letter}'. Input shape is "
                                     f"{sizes[letter]}, and output shape is {size}.")
                sizes[letter] = size
        for letter in result:
            if letter not in given and letter not in weight:
                raise ValueError(f"Dimension '{letter}' was specified in the output '{result}' but has no corresponding dim in "
                                 f"the input spec '{given}' or weight spec '{result}'")
        for letter in weight:
            if letter not in given and letter not in result:
                raise ValueError(f"Weight dimension '{letter}' did not have a match in either the input spec '{given}' or the "
                                 f"output spec '{result}'. For this layer, the weight must be fully specified.")
        kernel = tuple(sizes[letter] for letter in weight)
        open_letters = {letter for letter, size in zip(letters[-len(wanted):], wanted) if size is None}
        bias = None
        if self.bias_axes:
            for letter in self.bias_axes:
                if letter not in result:
                    raise ValueError(f"Bias dimension '{letter}' was requested, but is not part of the output spec '{result}'")
            first = min(result.index(letter) for letter in self.bias_axes)
            bias = tuple(sizes[letter] if letter in self.bias_axes else 1 for letter in result[first:])
        return kernel, bias, tuple(None if letter in open_letters else sizes.get(letter) for letter in result)

    @property
    def kernel(self):
        return self._kernel

    @property
    def bias(self):
        return self._bias

    def compute_output_shape(self, input_shape):
        return self._shapes(tuple(input_shape))[2]

    def call(self, inputs, training=None):
        given, weight, result, _ = self._terms(len(_k.dims(inputs)))
        x = _k.einsum(f"{given},{weight}->{result}", inputs, self._kernel)
        if self._bias is not None:
            x = _k.add(x, self._bias)
        return x if self.activation is None else self.activation(x)

    def get_config(self):
        return {**self._base(), "output_shape": self.partial_output_shape, "equation": self.equation,
                "activation": serialized("activation", self.activation), "bias_axes": self.bias_axes,
                **weights_config(self, ("kernel_initializer", "bias_initializer", "kernel_regularizer", "bias_regularizer")),
                "activity_regularizer": None, **weights_config(self, ("kernel_constraint", "bias_constraint")),
                "quantization_config": None}


def _numbered(x):
    """The places of a sequence's steps, from 1 on: [B, T]."""
    return _k.cumsum(_k.add(_k.multiply(_k.sum(_k.stop_gradient(x), axis=-1), 0.0), 1.0), axis=1)


def _causal(queries, keys):
    """True where a query may see a key: not one that comes later. From the sequences, whose lengths may be open."""
    sizes = _k.dims(queries)[1], _k.dims(keys)[1]
    if sizes[0] >= 0 and sizes[1] >= 0:
        return np.tril(np.ones((1, *sizes), dtype="bool"))
    return _k.greater_equal(_k.expand_dims(_numbered(queries), 2), _k.expand_dims(_numbered(keys), 1))


@checked("layers")
class Attention(Written):
    """Values, weighted by how much their keys are like the query."""
    __module__ = "keras.src.layers.attention.attention"

    def __init__(self, use_scale=False, score_mode="dot", dropout=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.use_scale = use_scale
        self.score_mode = score_mode
        self.dropout = dropout
        self.seed = seed
        self.supports_masking = True
        if score_mode not in ("dot", "concat"):
            raise ValueError("Invalid value for argument score_mode. Expected one of {'dot', 'concat'}. "
                             f"Received: score_mode={score_mode}")
        if dropout > 0:
            self._drop = keras.layers.Dropout(dropout, seed=seed)

    def build(self, input_shape):
        self._check(input_shape)
        self.scale = self.concat_score_weight = None
        if self.use_scale:
            self.scale = self.add_weight(name="scale", shape=(), initializer="ones")
        if self.score_mode == "concat":
            self.concat_score_weight = self.add_weight(name="concat_score_weight", shape=(), initializer="ones")

    def _check(self, inputs, mask=None):
        name = type(self).__name__
        if not isinstance(inputs, list):
            raise ValueError(f"{name} layer must be called on a list of inputs, namely [query, value] or [query, value, key]. "
                             f"Received: inputs={inputs}.")
        if len(inputs) < 2 or len(inputs) > 3:
            raise ValueError(f"{name} layer accepts inputs list of length 2 or 3, namely [query, value] or [query, value, key]. "
                             f"Received length: {len(inputs)}.")
        if mask is not None:
            if not isinstance(mask, list):
                raise ValueError(f"{name} layer mask must be a list, namely [query_mask, value_mask]. Received: mask={mask}.")
            if len(mask) < 2 or len(mask) > 3:
                raise ValueError(f"{name} layer accepts mask list of length 2 or 3. Received: inputs={inputs}, mask={mask}.")

    def _scores(self, query, key):
        if self.score_mode == "dot":
            scores = _k.matmul(query, _k.swapaxes(key, -2, -1))
            return scores if self.scale is None else _k.multiply(scores, self.scale)
        both = _k.add(_k.expand_dims(query, -2), _k.expand_dims(key, -3))
        if self.scale is not None:
            both = _k.multiply(self.scale, both)
        return _k.multiply(self.concat_score_weight, _k.sum(_k.tanh(both), axis=-1))

    def call(self, inputs, mask=None, training=False, return_attention_scores=False, use_causal_mask=False):
        inputs = list(inputs)
        self._check(inputs, mask)
        query, value = inputs[:2]
        key = inputs[2] if len(inputs) > 2 else value
        query_mask, value_mask = mask[:2] if mask else (_k._mask_of(query), _k._mask_of(value))
        scores = self._scores(query, key)
        seen = None
        if value_mask is not None:
            seen = _k.expand_dims(_k.cast(value_mask, "bool"), -2)
        if use_causal_mask:
            causal = _causal(query, key)
            seen = causal if seen is None else _k.logical_and(seen, causal)
        if seen is not None:
            scores = _k.where(seen, scores, _k.subtract(scores, 1.0e9))
        weights = _k.softmax(scores, axis=-1)
        given = self._drop(weights, training=training) if self.dropout > 0 else weights
        result = _k.matmul(given, value)
        if query_mask is not None:
            result = _k.where(_k.expand_dims(_k.cast(query_mask, "bool"), -1), result, 0.0)
        return (result, weights) if return_attention_scores else result

    def compute_output_shape(self, input_shape):
        return (*input_shape[0][:-1], input_shape[1][-1])

    def get_config(self):
        return {**self._base(), "use_scale": self.use_scale, "score_mode": self.score_mode, "dropout": self.dropout,
                "seed": self.seed}


@checked("layers")
class AdditiveAttention(Attention):
    """Attention whose scores are sums of tanh(query + key)."""
    __module__ = "keras.src.layers.attention.additive_attention"

    def __init__(self, use_scale=True, dropout=0.0, **kwargs):
        super().__init__(use_scale=use_scale, dropout=dropout, **kwargs)

    def build(self, input_shape):
        self._check(input_shape)
        self.scale = None
        if self.use_scale:
            self.scale = self.add_weight(name="scale", shape=[input_shape[0][-1]], initializer="glorot_uniform")

    def _scores(self, query, key):
        both = _k.tanh(_k.add(_k.expand_dims(query, -2), _k.expand_dims(key, -3)))
        return _k.sum(_k.multiply(self.scale, both) if self.use_scale else both, axis=-1)

    def get_config(self):
        config = super().get_config()
        del config["score_mode"]
        return config


def _positive(name, value, optional=False):
    if (value is None and optional) or (isinstance(value, int) and value > 0):
        return
    what = "a positive integer or `None`" if optional else "a positive integer"
    raise ValueError(f"Received an invalid value for argument `{name}`, expected {what}. Received: {name}={value}")


class _Heads(Written):
    """What both layers of several heads share: their options, masks and projections."""

    def _options(self, dropout, use_bias, use_gate, flash_attention, given):
        if use_gate:
            raise NotImplementedError("the argument 'use_gate' is not there yet")
        self._use_gate = use_gate
        self.supports_masking = True
        self._dropout = dropout
        self._use_bias = use_bias
        self._kept = given
        keep_weights(self, dict(given))

    def _dense(self, equation, shape, bias_axes, name):
        kept = {name: getattr(self, name) for name in WEIGHTS}
        for which in ("kernel_initializer", "bias_initializer"):
            kept[which] = type(kept[which]).from_config(kept[which].get_config())
        return EinsumDense(equation, output_shape=shape, bias_axes=bias_axes if self._use_bias else None, name=name, **kept)

    @property
    def query_dense(self):
        return self._query_dense

    @property
    def key_dense(self):
        return self._key_dense

    @property
    def value_dense(self):
        return self._value_dense

    @property
    def output_dense(self):
        return self._output_dense

    def _mask(self, query, value, key, query_mask, value_mask, key_mask, mask, causal):
        """What may be seen: [B, T, S], or None."""
        seen = []
        query_mask = _k._mask_of(query) if query_mask is None else query_mask
        value_mask = _k._mask_of(value) if value_mask is None else value_mask
        key_mask = (None if key is value else _k._mask_of(key)) if key_mask is None else key_mask
        if query_mask is not None:
            seen.append(_k.expand_dims(_k.cast(query_mask, "bool"), -1))
        if value_mask is not None:
            seen.append(_k.expand_dims(_k.cast(value_mask, "bool"), -2))
        if key_mask is not None:
            seen.append(_k.expand_dims(_k.cast(key_mask, "bool"), -2))
        if causal:
            seen.append(_causal(query, value))
        if mask is not None:
            seen.append(_k.cast(mask, "bool"))
        if not seen:
            return None
        result = seen[0]
        for each in seen[1:]:
            result = _k.logical_and(result, each)
        return result


@checked("layers")
class MultiHeadAttention(_Heads):
    """Attention several times side by side, each over projections of its own."""
    __module__ = "keras.src.layers.attention.multi_head_attention"

    def __init__(self, num_heads, key_dim, value_dim=None, dropout=0.0, use_bias=True, output_shape=None, attention_axes=None,
                 sliding_window=None, flash_attention=None, kernel_initializer="glorot_uniform", bias_initializer="zeros",
                 kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None,
                 bias_constraint=None, use_gate=False, seed=None, **kwargs):
        _positive("num_heads", num_heads)
        _positive("key_dim", key_dim)
        _positive("value_dim", value_dim, True)
        for what, value in (("sliding_window", sliding_window), ("activity_regularizer", activity_regularizer)):
            if value is not None:
                raise NotImplementedError(f"the argument '{what}' is not there yet")
        super().__init__(**kwargs)
        self.seed = seed
        self._num_heads = num_heads
        self._key_dim = key_dim
        self._value_dim = value_dim or key_dim
        self._attention_axes = (attention_axes,) if isinstance(attention_axes, int) else attention_axes
        if output_shape is not None and not isinstance(output_shape, (int, list, tuple, str)):
            raise ValueError(f"Invalid `output_shape`: {output_shape}. When specified, the `output_shape` should be of type tuple, "
                             "list, or int.")
        self._output_shape = (output_shape,) if isinstance(output_shape, int) else tuple(output_shape) if output_shape else None
        self._options(dropout, use_bias, use_gate, flash_attention, dict(zip(WEIGHTS, (
            kernel_initializer, bias_initializer, kernel_regularizer, bias_regularizer, kernel_constraint, bias_constraint))))

    num_heads = property(lambda self: self._num_heads)
    key_dim = property(lambda self: self._key_dim)
    value_dim = property(lambda self: self._value_dim)
    dropout = property(lambda self: self._dropout)
    use_bias = property(lambda self: self._use_bias)
    attention_axes = property(lambda self: self._attention_axes)

    def build(self, query_shape, value_shape, key_shape=None):
        key_shape = value_shape if key_shape is None else key_shape
        if tuple(value_shape[1:-1]) != tuple(key_shape[1:-1]):
            raise ValueError("All dimensions of `value` and `key`, except the last one, must be equal. Received: "
                             f"value_shape={value_shape} and key_shape={key_shape}")
        if len(query_shape) != 3 or len(value_shape) != 3:
            raise NotImplementedError("attention over more than one axis is not there yet: inputs are (batch, steps, features)")
        self._attention_axes = (1,)
        heads = self._num_heads
        self._query_dense = self._dense("abc,cde->abde", (None, heads, self._key_dim), "de", "query")
        self._query_dense.build(query_shape)
        self._key_dense = self._dense("abc,cde->abde", (None, heads, self._key_dim), "de", "key")
        self._key_dense.build(key_shape)
        self._value_dense = self._dense("abc,cde->abde", (None, heads, self._value_dim), "de", "value")
        self._value_dense.build(value_shape)
        # Layers inside Keras's, which count in automatic names.
        self._softmax = keras.layers.Softmax(axis=-1)
        self._dropout_layer = keras.layers.Dropout(self._dropout, seed=self.seed)
        shape = self._output_shape or (query_shape[-1],)
        letters = "efgh"[:len(shape)]
        self._output_dense = self._dense(f"abcd,cd{letters}->ab{letters}", (None, *shape), letters, "attention_output")
        self._output_dense.build((*query_shape[:-1], heads, self._value_dim))

    def call(self, query, value, key=None, query_mask=None, value_mask=None, key_mask=None, attention_mask=None,
             return_attention_scores=False, training=None, use_causal_mask=False):
        key = value if key is None else key
        mask = self._mask(query, value, key, query_mask, value_mask, key_mask, attention_mask, use_causal_mask)
        queries = _k.multiply(self._query_dense(query), 1.0 / math.sqrt(float(self._key_dim)))
        scores = _k.einsum("aecd,abcd->acbe", self._key_dense(key), queries)
        if mask is not None:
            if len(_k.dims(mask)) < 4:
                mask = _k.expand_dims(mask, -3)
            scores = _k.where(mask, scores, _k.subtract(scores, 1e9))
        weights = _k.softmax(scores, axis=-1)
        shown = self._dropout_layer(weights, training=training) if self._dropout > 0 else weights
        result = self._output_dense(_k.einsum("acbe,aecd->abcd", shown, self._value_dense(value)))
        return (result, weights) if return_attention_scores else result

    def compute_output_shape(self, query_shape, value_shape, key_shape=None):
        return (*query_shape[:-1], *(self._output_shape or (query_shape[-1],)))

    def get_config(self):
        return {**self._base(), "num_heads": self._num_heads, "key_dim": self._key_dim, "value_dim": self._value_dim,
                "dropout": self._dropout, "use_bias": self._use_bias, "use_gate": self._use_gate,
                "output_shape": self._output_shape, "attention_axes": self._attention_axes, "sliding_window": None,
                **weights_config(self, ("kernel_initializer", "bias_initializer", "kernel_regularizer", "bias_regularizer")),
                "activity_regularizer": None, **weights_config(self, ("kernel_constraint", "bias_constraint")),
                "seed": self.seed}


@checked("layers")
class GroupedQueryAttention(_Heads):
    """Attention whose query heads share keys and values in groups."""
    __module__ = "keras.src.layers.attention.grouped_query_attention"

    def __init__(self, head_dim, num_query_heads, num_key_value_heads, dropout=0.0, use_bias=True, flash_attention=None,
                 kernel_initializer="glorot_uniform", bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None,
                 activity_regularizer=None, kernel_constraint=None, bias_constraint=None, use_gate=False, seed=None, **kwargs):
        if activity_regularizer is not None:
            raise NotImplementedError("the argument 'activity_regularizer' is not there yet")
        super().__init__(**kwargs)
        if num_query_heads % num_key_value_heads != 0:
            raise ValueError("`num_query_heads` must be divisible by `num_key_value_heads`.")
        self.seed = seed
        self.head_dim = head_dim
        self.num_query_heads = num_query_heads
        self.num_key_value_heads = num_key_value_heads
        self.num_repeats = num_query_heads // num_key_value_heads
        self._options(dropout, use_bias, use_gate, flash_attention, dict(zip(WEIGHTS, (
            kernel_initializer, bias_initializer, kernel_regularizer, bias_regularizer, kernel_constraint, bias_constraint))))
        self.dropout = dropout
        self.use_bias = use_bias

    def build(self, query_shape, value_shape, key_shape=None):
        key_shape = value_shape if key_shape is None else key_shape
        self._query_dense = self._dense("bqm,muh->bquh", (None, self.num_query_heads, self.head_dim), "uh", "query")
        self._query_dense.build(query_shape)
        self._key_dense = self._dense("bkm,mvh->bkvh", (None, self.num_key_value_heads, self.head_dim), "vh", "key")
        self._key_dense.build(key_shape)
        self._value_dense = self._dense("bkm,mvh->bkvh", (None, self.num_key_value_heads, self.head_dim), "vh", "value")
        self._value_dense.build(value_shape)
        self._softmax = keras.layers.Softmax(axis=-1)
        self._dropout_layer = keras.layers.Dropout(self._dropout, seed=self.seed)
        self._output_dense = self._dense("bquh,uhm->bqm", (None, query_shape[-1]), "m", "attention_output")
        self._output_dense.build((*query_shape[:-1], self.num_query_heads, self.head_dim))

    def call(self, query, value, key=None, query_mask=None, value_mask=None, key_mask=None, attention_mask=None,
             return_attention_scores=False, training=None, use_causal_mask=False):
        key = value if key is None else key
        mask = self._mask(query, value, key, query_mask, value_mask, key_mask, attention_mask, use_causal_mask)
        queries = _k.multiply(self._query_dense(query), 1.0 / math.sqrt(float(self.head_dim)))
        keys = _k.repeat(self._key_dense(key), self.num_repeats, axis=2)
        values = _k.repeat(self._value_dense(value), self.num_repeats, axis=2)
        scores = _k.einsum("bquh,bkuh->buqk", queries, keys)
        if mask is not None:
            if len(_k.dims(mask)) < 4:
                mask = _k.expand_dims(mask, -3)
            scores = _k.where(mask, scores, _k.subtract(scores, 1e9))
        weights = _k.softmax(scores, axis=-1)
        shown = self._dropout_layer(weights, training=training) if self._dropout > 0 else weights
        result = self._output_dense(_k.einsum("buqk,bkuh->bquh", shown, values))
        return (result, weights) if return_attention_scores else result

    def compute_output_shape(self, query_shape, value_shape, key_shape=None):
        return tuple(query_shape)

    def get_config(self):
        return {**self._base(), "head_dim": self.head_dim, "num_query_heads": self.num_query_heads,
                "num_key_value_heads": self.num_key_value_heads, "use_bias": self.use_bias, "use_gate": self._use_gate,
                "sliding_window": None, "dropout": self.dropout,
                **weights_config(self, ("kernel_initializer", "bias_initializer", "kernel_regularizer", "bias_regularizer")),
                "activity_regularizer": None, **weights_config(self, ("kernel_constraint", "bias_constraint")),
                "seed": self.seed}


GroupQueryAttention = GroupedQueryAttention
