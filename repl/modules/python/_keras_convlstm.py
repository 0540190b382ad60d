"""keras.layers.ConvLSTM1D and ConvLSTM2D: an LSTM whose products are convolutions. The convolutions of all steps'
inputs are one; a
step adds that of its state. Sources: keras/src/layers/rnn/conv_lstm.py, conv_lstm1d.py, conv_lstm2d.py."""
import keras
import _keras_ops as _k
from _keras_arguments import checked
from _keras_layer_base import Written, need_rank, serialized, triple

_KEPT = ("kernel_initializer", "recurrent_initializer", "bias_initializer", "kernel_regularizer",
        "recurrent_regularizer",
         "bias_regularizer", "activity_regularizer", "kernel_constraint", "recurrent_constraint", "bias_constraint")


class _ConvLSTM(Written):
    """What both share; _rank is the number of the places' axes."""
    _rank = 2

    def __init__(self, filters, kernel_size, strides=1, padding="valid", data_format=None, dilation_rate=1,
            activation="tanh",
                 recurrent_activation="sigmoid", use_bias=True, kernel_initializer="glorot_uniform",
                 recurrent_initializer="orthogonal",
                 bias_initializer="zeros", unit_forget_bias=True, kernel_regularizer=None, recurrent_regularizer=None,
                 bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, recurrent_constraint=None,
                 bias_constraint=None, dropout=0.0, recurrent_dropout=0.0, seed=None, return_sequences=False,
                 return_state=False,
                 go_backwards=False, stateful=False, **kwargs):
        for name in ("unroll", "zero_output_for_mask"):
            setattr(self, name, kwargs.pop(name, False))
        super().__init__(activity_regularizer=activity_regularizer, **kwargs)
        if stateful:
            raise NotImplementedError(f"{type(self).__name__}(stateful=True) is not there yet: the layers LSTM, GRU "
                                      f"and SimpleRNN have it")
        self.filters = filters
        self.kernel_size = triple(kernel_size, "kernel_size", self._rank)
        self.strides = triple(strides, "strides", self._rank, 0)
        if not isinstance(padding, str) or padding.lower() not in ("valid", "same"):
            raise ValueError(f"The `padding` argument must be a list/tuple or one of {{'valid', 'same'}}. Received: "
                             f"{padding}")
        self.padding = padding.lower()
        if data_format not in (None, "channels_last", "channels_first"):
            raise ValueError("The `data_format` argument must be one of {'channels_first', 'channels_last'}. "
                             f"Received: data_format={data_format}")
        self.data_format = data_format or "channels_last"
        self.dilation_rate = triple(dilation_rate, "dilation_rate", self._rank)
        if max(self.strides) > 1 and max(self.dilation_rate) > 1:
            raise ValueError("Specifying `strides > 1` is not compatible with `dilation_rate > 1`. Please provide "
                             "`strides=1` or "
                             f"`dilation_rate=1`. Received: strides={self.strides} and "
                             f"dilation_rate={self.dilation_rate}")
        self.activation = keras.activations.get(activation)
        self.recurrent_activation = keras.activations.get(recurrent_activation)
        self.use_bias = use_bias
        given = (kernel_initializer, recurrent_initializer, bias_initializer, kernel_regularizer, recurrent_regularizer,
                 bias_regularizer, activity_regularizer, kernel_constraint, recurrent_constraint, bias_constraint)
        for name, value in zip(_KEPT, given):
            setattr(self, name, getattr(keras, name.rsplit("_", 1)[1] + "s").get(value))
        self.unit_forget_bias = unit_forget_bias
        self.dropout, self.recurrent_dropout = min(1.0, max(0.0, dropout)), min(1.0, max(0.0, recurrent_dropout))
        self.seed = seed
        self.return_sequences, self.return_state = return_sequences, return_state
        self.go_backwards, self.stateful = go_backwards, stateful
        self._drops = keras.layers.Dropout(self.dropout, seed=seed) if 0 < self.dropout < 1 else None
        self._drops_states = keras.layers.Dropout(self.recurrent_dropout,
                seed=seed) if 0 < self.recurrent_dropout < 1 else None

    def _first_bias(self, shape, dtype=None):
        n = self.filters
        return _k.concatenate([self.bias_initializer((n,), dtype=dtype), _k.ones((n,)), self.bias_initializer((2 * n,),
                dtype=dtype)], axis=0)

    def build(self, sequences_shape, initial_state_shape=None):
        need_rank(self, sequences_shape, self._rank + 3)
        channels = sequences_shape[2 if self.data_format == "channels_first" else -1]
        self._kernel = self.add_weight(name="kernel", shape=(*self.kernel_size, channels, self.filters * 4),
                                       initializer=self.kernel_initializer, regularizer=self.kernel_regularizer,
                                       constraint=self.kernel_constraint)
        self._recurrent = self.add_weight(name="recurrent_kernel", shape=(*self.kernel_size, self.filters,
                self.filters * 4),
                                          initializer=self.recurrent_initializer,
                                          regularizer=self.recurrent_regularizer,
                                          constraint=self.recurrent_constraint)
        self._bias = None
        if self.use_bias:
            first = self._first_bias if self.unit_forget_bias else self.bias_initializer
            self._bias = self.add_weight(name="bias", shape=(self.filters * 4,), initializer=first,
                    regularizer=self.bias_regularizer,
                                         constraint=self.bias_constraint)

    kernel = property(lambda self: self._kernel)
    recurrent_kernel = property(lambda self: self._recurrent)
    bias = property(lambda self: self._bias)

    def _conv(self, x, kernel, strides, dilation, padding):
        """Of pictures [B, H, W, C]; rows of places are pictures one wide."""
        wide = (1,) if self._rank == 1 else ()
        sizes = tuple(_k.dims(kernel)[:self._rank])
        if self._rank == 1:
            kernel = _k.expand_dims(kernel, 1)
        window = (*sizes, *wide, *strides, *wide, *dilation, *wide, 0, 0)
        return _k.op("conv", [x, kernel], ints=(int(padding == "same"), 1), shape=window, cls="Conv")

    def _inputs(self, x, training):
        """What the inputs give to the gates of all steps: [B, T, H, W, 4 filters]."""
        shape = _k.dims(x)
        if self._drops is None:
            pictures = _k._to_shape(x, (-1, *shape[2:]), 0)
            made = self._conv(pictures, self._kernel, self.strides, self.dilation_rate, self.padding)
            return _k._to_shape(made, (-1, shape[1], *_k.dims(made)[1:]), 0)
        parts = []
        ones = _k.ones_like(_k._getitem(x, (slice(None), 0)))
        for kernel in _k.split(self._kernel, 4, axis=self._rank + 1):
            kept = _k.multiply(x, _k.expand_dims(self._drops(ones, training=training), 1))
            made = self._conv(_k._to_shape(kept, (-1, *shape[2:]), 0), kernel, self.strides, self.dilation_rate,
                    self.padding)
            parts.append(_k._to_shape(made, (-1, shape[1], *_k.dims(made)[1:]), 0))
        return _k.concatenate(parts, axis=-1)

    def call(self, sequences, initial_state=None, mask=None, training=False):
        need_rank(self, sequences.shape, self._rank + 3)
        if mask is not None:
            raise NotImplementedError(f"{type(self).__name__} with a mask is not there yet")
        if _k.dims(sequences)[1] < 1:
            raise NotImplementedError(f"layer '{self.name}': {type(self).__name__} needs sequences whose number of "
                                      f"steps is known")
        x, first = sequences, self.data_format == "channels_first"
        if first:
            x = _k.transpose(x, (0, 1, *range(3, self._rank + 3), 2))
        if self._rank == 1:
            x = _k.expand_dims(x, 3)
        gates = self._inputs(x, training)
        if self._bias is not None:
            gates = _k.add(gates, self._bias)
        steps = _k.dims(x)[1]
        if steps < 1:
            raise NotImplementedError(f"layer '{self.name}': {type(self).__name__} needs sequences whose number of "
                                      f"steps is known")
        one = _k._getitem(gates, (slice(None), 0))
        empty = _k.zeros_like(_k.split(one, 4, axis=-1)[0])
        h, c = (empty, empty) if initial_state is None else [self._inside(state, first) for state in initial_state]
        ones = [_k.ones_like(empty)] * 4
        drops = None if self._drops_states is None else [self._drops_states(each, training=training) for each in ones]
        outputs = []
        for step in range(steps - 1, -1, -1) if self.go_backwards else range(steps):
            added = self._states(h, drops)
            i, f, g, o = _k.split(_k.add(_k._getitem(gates, (slice(None), step)), added), 4, axis=-1)
            kept = _k.multiply(self.recurrent_activation(f), c)
            c = _k.add(kept, _k.multiply(self.recurrent_activation(i), self.activation(g)))
            h = _k.multiply(self.recurrent_activation(o), self.activation(c))
            outputs.append(h)
        result = self._outside(_k.stack(outputs, 1), first, 2) if self.return_sequences else self._outside(h, first, 1)
        return [result, self._outside(h, first, 1), self._outside(c, first, 1)] if self.return_state else result

    def _states(self, h, drops):
        even = (1,) * self._rank
        if drops is None:
            return self._conv(h, self._recurrent, even, even, "same")
        kernels = _k.split(self._recurrent, 4, axis=self._rank + 1)
        return _k.concatenate([self._conv(_k.multiply(h, drop), kernel, even, even, "same") for kernel,
                drop in zip(kernels, drops)],
                              axis=-1)

    def _inside(self, state, first):
        """A state as pictures with the channels last."""
        state = _k.transpose(state, (0, *range(2, self._rank + 2), 1)) if first else state
        return _k.expand_dims(state, 2) if self._rank == 1 else state

    def _outside(self, x, first, before):
        """The other way; `before`: how many axes stand before the places'."""
        x = _k.squeeze(x, before + 1) if self._rank == 1 else x
        axes = tuple(range(before))
        return _k.transpose(x, (*axes, before + self._rank, *range(before, before + self._rank))) if first else x

    def _places(self, shape):
        places = shape[3:] if self.data_format == "channels_first" else shape[2:-1]
        made = []
        for size, kernel, stride, dilation in zip(places, self.kernel_size, self.strides, self.dilation_rate):
            covered = (kernel - 1) * dilation + 1
            made.append(None if size is None else -(-size // stride) if self.padding == "same"
                    else (size - covered) // stride + 1)
        return made

    def compute_output_shape(self, sequences_shape, initial_state_shape=None):
        places = self._places(sequences_shape)
        one = (self.filters, *places) if self.data_format == "channels_first" else (*places, self.filters)
        batch, steps = sequences_shape[:2]
        shape = (batch, steps, *one) if self.return_sequences else (batch, *one)
        return [shape, (batch, *one), (batch, *one)] if self.return_state else shape

    def get_config(self):
        config = {**self._base(), "return_sequences": self.return_sequences, "return_state": self.return_state,
                  "go_backwards": self.go_backwards, "stateful": self.stateful, "unroll": self.unroll,
                  "zero_output_for_mask": self.zero_output_for_mask, "filters": self.filters,
                  "kernel_size": self.kernel_size,
                  "strides": self.strides, "padding": self.padding, "data_format": self.data_format,
                  "dilation_rate": self.dilation_rate, "activation": serialized("activation", self.activation),
                  "recurrent_activation": serialized("activation",
                          self.recurrent_activation), "use_bias": self.use_bias}
        kept = {name: serialized(name.rsplit("_", 1)[1], getattr(self, name)) for name in _KEPT}
        return {**config, **{name: kept[name] for name in _KEPT[:3]}, "unit_forget_bias": self.unit_forget_bias,
                **{name: kept[name] for name in _KEPT[3:]}, "dropout": self.dropout,
                "recurrent_dropout": self.recurrent_dropout,
                "seed": self.seed}


@checked("layers")
class ConvLSTM1D(_ConvLSTM):
    """An LSTM over sequences of rows of places."""
    __module__ = "keras.src.layers.rnn.conv_lstm1d"
    _rank = 1


@checked("layers")
class ConvLSTM2D(_ConvLSTM):
    """An LSTM over sequences of pictures."""
    __module__ = "keras.src.layers.rnn.conv_lstm2d"
