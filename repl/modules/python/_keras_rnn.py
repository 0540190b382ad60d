"""keras.layers: RNN over cells of any kind, and Keras's own cells. Steps are unrolled in the graph. Sources:
keras/src/layers/rnn."""
import keras

import _keras_ops as _k
import _tensorflow_errors as _errors
from _keras_arguments import checked
from _keras_layer_base import Written, serialized

_WEIGHTS = ("kernel_initializer", "recurrent_initializer", "bias_initializer", "kernel_regularizer", "recurrent_regularizer",
            "bias_regularizer", "kernel_constraint", "recurrent_constraint", "bias_constraint")


def _nested(x):
    return isinstance(x, (list, tuple))


def _flat(x):
    return [leaf for item in x for leaf in _flat(item)] if _nested(x) else [x]


def _like(structure, leaves):
    """The next leaves, put together as the structure is."""
    return [_like(item, leaves) for item in structure] if _nested(structure) else next(leaves)


class _Cell(Written):
    """What the three cells share: their options and weights."""

    def __init__(self, units, activation="tanh", use_bias=True, kernel_initializer="glorot_uniform",
                 recurrent_initializer="orthogonal", bias_initializer="zeros", kernel_regularizer=None,
                 recurrent_regularizer=None, bias_regularizer=None, kernel_constraint=None, recurrent_constraint=None,
                 bias_constraint=None, dropout=0.0, recurrent_dropout=0.0, seed=None, **kwargs):
        if units <= 0:
            raise ValueError(f"Received an invalid value for argument `units`, expected a positive integer, got {units}.")
        kwargs.pop("implementation", None)
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        given = (kernel_initializer, recurrent_initializer, bias_initializer, kernel_regularizer, recurrent_regularizer,
                 bias_regularizer, kernel_constraint, recurrent_constraint, bias_constraint)
        for name, value in zip(_WEIGHTS, given):
            setattr(self, name, getattr(keras, name.rsplit("_", 1)[1] + "s").get(value))
        self.dropout = min(1.0, max(0.0, dropout))
        self.recurrent_dropout = min(1.0, max(0.0, recurrent_dropout))
        if self.dropout or self.recurrent_dropout:
            raise NotImplementedError("dropout inside a cell is not there yet: the layers LSTM, GRU and SimpleRNN have it")
        self.seed = seed
        self.state_size = self.output_size = units

    def _weights(self, inputs, gates, bias):
        self.kernel_shape = (inputs, self.units * gates)
        self._kernel = self.add_weight(shape=self.kernel_shape, name="kernel", initializer=self.kernel_initializer,
                                       regularizer=self.kernel_regularizer, constraint=self.kernel_constraint)
        self._recurrent = self.add_weight(shape=(self.units, self.units * gates), name="recurrent_kernel",
                                          initializer=self.recurrent_initializer, regularizer=self.recurrent_regularizer,
                                          constraint=self.recurrent_constraint)
        self._bias = None
        if self.use_bias:
            self._bias = self.add_weight(shape=bias, name="bias", initializer=self._first_bias(),
                                         regularizer=self.bias_regularizer, constraint=self.bias_constraint)

    def _first_bias(self):
        return self.bias_initializer

    kernel = property(lambda self: self._kernel)
    recurrent_kernel = property(lambda self: self._recurrent)
    bias = property(lambda self: self._bias)

    def get_initial_state(self, batch_size=None):
        sizes = self.state_size if _nested(self.state_size) else [self.state_size]
        return [_k.zeros((batch_size, size)) for size in sizes]

    def _config(self, *more):
        config = {**self._base(), "units": self.units, "activation": serialized("activation", self.activation)}
        for name in more:
            config[name] = serialized("activation", self.recurrent_activation) if name == "recurrent_activation" \
                else getattr(self, name)
        config.update({name: serialized(name.rsplit("_", 1)[1], getattr(self, name)) for name in _WEIGHTS})
        config.update({"dropout": self.dropout, "recurrent_dropout": self.recurrent_dropout, "seed": self.seed})
        return config


@checked("layers")
class SimpleRNNCell(_Cell):
    """One step of SimpleRNN."""
    __module__ = "keras.src.layers.rnn.simple_rnn"

    def build(self, input_shape):
        self._weights(input_shape[-1], 1, (self.units,))

    def call(self, sequence, states, training=False):
        before = states[0] if _nested(states) else states
        h = _k.matmul(sequence, self._kernel)
        if self._bias is not None:
            h = _k.add(h, self._bias)
        output = _k.add(h, _k.matmul(before, self._recurrent))
        if self.activation is not None:
            output = self.activation(output)
        return output, [output] if _nested(states) else output

    def get_config(self):
        return self._config("use_bias")


@checked("layers")
class LSTMCell(_Cell):
    """One step of LSTM."""
    __module__ = "keras.src.layers.rnn.lstm"

    def __init__(self, units, activation="tanh", recurrent_activation="sigmoid", use_bias=True,
                 kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal", bias_initializer="zeros",
                 unit_forget_bias=True, **kwargs):
        super().__init__(units, activation, use_bias, kernel_initializer, recurrent_initializer, bias_initializer, **kwargs)
        self.recurrent_activation = keras.activations.get(recurrent_activation)
        self.unit_forget_bias = unit_forget_bias
        self.state_size = [units, units]

    def _first_bias(self):
        if not self.unit_forget_bias:
            return self.bias_initializer

        def first(shape, dtype=None):
            return _k.concatenate([self.bias_initializer((self.units,)), _k.ones((self.units,)),
                                   self.bias_initializer((self.units * 2,))], 0)
        return first

    def build(self, input_shape):
        self._weights(input_shape[-1], 4, (self.units * 4,))

    def call(self, inputs, states, training=False):
        h, c = states[0], states[1]
        z = _k.add(_k.matmul(inputs, self._kernel), _k.matmul(h, self._recurrent))
        if self._bias is not None:
            z = _k.add(z, self._bias)
        i, f, g, o = _k.split(z, 4, axis=1)
        c = _k.add(_k.multiply(self.recurrent_activation(f), c), _k.multiply(self.recurrent_activation(i), self.activation(g)))
        h = _k.multiply(self.recurrent_activation(o), self.activation(c))
        return h, [h, c]

    def get_config(self):
        return self._config("recurrent_activation", "use_bias", "unit_forget_bias")


@checked("layers")
class GRUCell(_Cell):
    """One step of GRU."""
    __module__ = "keras.src.layers.rnn.gru"

    def __init__(self, units, activation="tanh", recurrent_activation="sigmoid", use_bias=True,
                 kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal", bias_initializer="zeros",
                 kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None, kernel_constraint=None,
                 recurrent_constraint=None, bias_constraint=None, dropout=0.0, recurrent_dropout=0.0, reset_after=True, seed=None,
                 **kwargs):
        super().__init__(units, activation, use_bias, kernel_initializer, recurrent_initializer, bias_initializer,
                         kernel_regularizer, recurrent_regularizer, bias_regularizer, kernel_constraint, recurrent_constraint,
                         bias_constraint, dropout, recurrent_dropout, seed, **kwargs)
        self.recurrent_activation = keras.activations.get(recurrent_activation)
        self.reset_after = reset_after

    def build(self, input_shape):
        self._weights(input_shape[-1], 3, (2, self.units * 3) if self.reset_after else (self.units * 3,))

    def call(self, inputs, states, training=False):
        h, n = states[0] if _nested(states) else states, self.units
        x = _k.matmul(inputs, self._kernel)
        bias, inner = self._bias, None
        if bias is not None and self.reset_after:
            bias, inner = _k._getitem(self._bias, 0), _k._getitem(self._bias, 1)
        if bias is not None:
            x = _k.add(x, bias)
        xz, xr, xh = _k.split(x, 3, axis=-1)
        if self.reset_after:
            r_all = _k.matmul(h, self._recurrent)
            if inner is not None:
                r_all = _k.add(r_all, inner)
            rz, rr, rh = _k.split(r_all, 3, axis=-1)
        else:
            rz, rr = _k.split(_k.matmul(h, _k._part(self._recurrent, 1, 0, 1, 2 * n)), 2, axis=-1)
        z, r = self.recurrent_activation(_k.add(xz, rz)), self.recurrent_activation(_k.add(xr, rr))
        if self.reset_after:
            rh = _k.multiply(r, rh)
        else:
            rh = _k.matmul(_k.multiply(r, h), _k._part(self._recurrent, 1, 2 * n, 1, n))
        new = self.activation(_k.add(xh, rh))
        h = _k.add(_k.multiply(z, h), _k.multiply(_k.subtract(1.0, z), new))
        return h, [h] if _nested(states) else h

    def get_config(self):
        config = self._config("recurrent_activation", "use_bias")
        seed = config.pop("seed")
        return {**config, "reset_after": self.reset_after, "seed": seed}


@checked("layers")
class StackedRNNCells(Written):
    """Cells one above the other, as one cell."""
    __module__ = "keras.src.layers.rnn.stacked_rnn_cells"

    def __init__(self, cells, **kwargs):
        super().__init__(**kwargs)
        for cell in cells:
            if "call" not in dir(cell):
                raise ValueError(f"All cells must have a `call` method. Received cell without a `call` method: {cell}")
            if "state_size" not in dir(cell):
                raise ValueError(f"All cells must have a `state_size` attribute. Received cell without a `state_size`: {cell}")
        self.cells = list(cells)

    @property
    def state_size(self):
        return [cell.state_size for cell in self.cells]

    @property
    def output_size(self):
        last = self.cells[-1]
        if getattr(last, "output_size", None) is not None:
            return last.output_size
        return last.state_size[0] if _nested(last.state_size) else last.state_size

    def build(self, input_shape):
        for cell in self.cells:
            if not getattr(cell, "built", True):
                cell.build(input_shape)
            size = getattr(cell, "output_size", None)
            if size is None:
                size = cell.state_size[0] if _nested(cell.state_size) else cell.state_size
            input_shape = (input_shape[0], size)

    def get_initial_state(self, batch_size=None):
        states = []
        for cell in self.cells:
            sizes = cell.state_size
            made = [_k.zeros((batch_size, size)) for size in (sizes if _nested(sizes) else [sizes])]
            states.append(made if _nested(sizes) else made[0])
        return states

    def call(self, inputs, states, training=False, **kwargs):
        new = []
        for cell, own in zip(self.cells, states):
            listed = _nested(own)
            inputs, own = cell(inputs, list(own) if listed else [own], **kwargs)
            own = own if _nested(own) else [own]
            new.append(list(own) if listed else own[0])
        return inputs, new[0] if len(new) == 1 else new

    def get_config(self):
        return {**self._base(), "cells": [_cell_config(cell) for cell in self.cells]}


def _cell_config(cell):
    own = getattr(cell, "_written", False)
    return {"module": "keras.layers" if own else None, "class_name": type(cell).__name__, "config": cell.get_config(),
            "registered_name": None if own else type(cell).__name__}


@checked("layers")
class RNN(Written):
    """A cell over the steps of sequences."""
    __module__ = "keras.src.layers.rnn.rnn"

    def __init__(self, cell, return_sequences=False, return_state=False, go_backwards=False, stateful=False, unroll=False,
                 zero_output_for_mask=False, **kwargs):
        if _nested(cell):
            cell = StackedRNNCells(cell)
        if "call" not in dir(cell):
            raise ValueError(f"Argument `cell` should have a `call` method. Received: cell={cell}")
        if "state_size" not in dir(cell):
            raise ValueError("The RNN cell should have a `state_size` attribute (single integer or list of integers, one integer "
                             f"per RNN state). Received: cell={cell}")
        if stateful:
            raise NotImplementedError("RNN(stateful=True) is not there yet: the layers LSTM, GRU and SimpleRNN have it")
        super().__init__(**kwargs)
        self.cell = cell
        self.return_sequences = return_sequences
        self.return_state = return_state
        self.go_backwards = go_backwards
        self.stateful = stateful
        self.unroll = unroll
        self.zero_output_for_mask = zero_output_for_mask
        self.supports_masking = True
        size = cell.state_size
        if not isinstance(size, (list, tuple, int)):
            raise ValueError("state_size must be an integer, or a list/tuple of integers (one for each state tensor).")
        self.state_size = [size] if isinstance(size, int) else list(size)

    def build(self, sequences_shape, initial_state_shape=None):
        if isinstance(self.cell, keras.layers.Layer) and not self.cell.built:
            self.cell.build((sequences_shape[0],) + tuple(sequences_shape[2:]))

    def _zeros(self, x):
        """The first states: zeros for each sample."""
        if hasattr(self.cell, "get_initial_state"):
            made = self.cell.get_initial_state(batch_size=_k.shape(x)[0])
            return list(made) if _nested(made) else [made]
        batch = _k.shape(x)[0]
        return [_k.zeros((batch, size)) for size in self.state_size]

    def call(self, sequences, initial_state=None, mask=None, training=False):
        if len(sequences.shape) < 3:
            raise _errors.InvalidArgumentError(None, None,
                    f"Layer '{self.name}' takes sequences, tensors of rank 3 or more (batch, steps, "
                                               f"features). Received: shape {tuple(sequences.shape)}")
        steps = _k.dims(sequences)[1]
        if steps < 1:
            raise NotImplementedError(f"layer '{self.name}': RNN needs sequences whose number of steps is known")
        mask = _k._mask_of(sequences) if mask is None else mask
        states = initial_state if initial_state is not None else self._zeros(sequences)
        states = list(states) if _nested(states) else [states]
        order = range(steps - 1, -1, -1) if self.go_backwards else range(steps)
        outputs, last = [], None
        for step in order:
            everything = (slice(None), step)
            output, new = self.cell(_k._getitem(sequences, everything), states)
            new = list(new) if _nested(new) else [new]
            if mask is not None:
                here = _k.expand_dims(_k.cast(_k._getitem(mask, everything), "bool"), -1)
                before = last if last is not None else _k.zeros_like(output)
                shown = _k.where(here, output, _k.zeros_like(output) if self.zero_output_for_mask else before)
                last = _k.where(here, output, before)
                output = shown
                kept = [_k.where(here, a, b) for a, b in zip(_flat(new), _flat(states))]
                new = _like(new, iter(kept))
            states = new
            outputs.append(output)
        result = _k.stack(outputs, 1) if self.return_sequences else outputs[-1] if mask is None else last
        return (result, *states) if self.return_state else result

    def compute_output_shape(self, sequences_shape, initial_state_shape=None):
        batch, length = sequences_shape[:2]
        states = [[(batch, s) for s in size] if _nested(size) else (batch, size) for size in self.state_size]
        size = getattr(self.cell, "output_size", None)
        size = self.state_size[0] if size is None else size
        shape = (batch, length, size) if self.return_sequences else (batch, size)
        return (shape, *states) if self.return_state else shape

    def reset_state(self):
        """Nothing goes on from batch to batch."""

    reset_states = reset_state

    def get_config(self):
        return {**self._base(), "return_sequences": self.return_sequences, "return_state": self.return_state,
                "go_backwards": self.go_backwards, "stateful": self.stateful, "unroll": self.unroll,
                "zero_output_for_mask": self.zero_output_for_mask, "cell": _cell_config(self.cell)}
