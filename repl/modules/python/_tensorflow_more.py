"""tf: what lessons on tensors use beside _tensorflow.py: places, loops, initializers, modules. tf.math, tf.nn and tf.linalg have
their own files."""
import re

import numpy as np

from _keras_gradient import custom_gradient
import _keras_ops as _k
import _keras_ops_more as _more
import _keras_ops_nn as _nn
import _keras_ops_numbers as _numbers
import _tensorflow_errors as _errors
from _keras import array as _array, dims as _dims, dtype_of as _dtype_of, is_symbolic, is_tensor as _is_tensor, make as _make


Tensor = type(_make(0.0))


def _snake(name):
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", name)).lower()


class IndexedSlices:
    """Rows of a tensor. Gradients of lookups are whole tensors here, so nothing is one."""

    def __init__(self, values, indices, dense_shape=None):
        self.values, self.indices, self.dense_shape = values, indices, dense_shape


def as_dtype(type_value):
    import tensorflow as tf
    return getattr(tf, _k._name_of(type_value))


# ---- Places ----

def _integers(x):
    return np.asarray(_array(x) if _is_tensor(x) else x).astype("int64")


def gather_nd(params, indices, batch_dims=0, name=None, bad_indices_policy=""):
    if batch_dims:
        raise NotImplementedError("tf.gather_nd(batch_dims=) is not there; tf.gather has it")
    known, sizes = _integers(indices), _dims(params)
    depth = known.shape[-1]
    for place in known.reshape(-1, depth):
        if any(i < 0 or i >= n for i, n in zip(place, sizes)):
            _k._invalid("GatherNd", f"indices[{np.nonzero((known.reshape(-1, depth) == place).all(-1))[0][0]}] = {place.tolist()} "
                        f"does not index into param shape [{','.join(str(i) for i in sizes)}]")
    strides = np.cumprod([1] + list(sizes[:depth][::-1]))[:-1][::-1]
    flat = _k.reshape(params, (int(np.prod(sizes[:depth])),) + tuple(sizes[depth:]))
    return _k.take(flat, (known * strides).sum(-1), axis=0)


def scatter_nd(indices, updates, shape, name=None):
    return _nn.scatter(indices, updates, tuple(int(i) for i in _integers(shape)))


def tensor_scatter_nd_update(tensor, indices, updates, name=None):
    return _nn.scatter_update(tensor, indices, updates)


def tensor_scatter_nd_add(tensor, indices, updates, name=None):
    return _k.add(tensor, _nn.scatter(indices, updates, tuple(_dims(tensor))))


def tensor_scatter_nd_sub(tensor, indices, updates, name=None):
    return _k.subtract(tensor, _nn.scatter(indices, updates, tuple(_dims(tensor))))


def searchsorted(sorted_sequence, values, side="left", out_type="int32", name=None):
    rows, wanted = (_numbers._numbers(i, "searchsorted") for i in (sorted_sequence, values))
    if np.ndim(rows) > 1:
        found = np.stack([np.searchsorted(a, b, side) for a, b in zip(rows.reshape(-1, rows.shape[-1]), wanted.reshape(-1, wanted.shape[-1]))])
        return _make(found.reshape(wanted.shape).astype(_k._name_of(out_type)))
    return _make(np.asarray(np.searchsorted(rows, wanted, side)).astype(_k._name_of(out_type)))


def meshgrid(*args, indexing="xy", name=None):
    return _more.meshgrid(*args, indexing=indexing)


def sequence_mask(lengths, maxlen=None, dtype="bool", name=None):
    longest = int(_integers(lengths).max()) if maxlen is None else int(maxlen)
    return _k.cast(_k.less(np.arange(longest), _k.expand_dims(_k.cast(lengths, "int64"), -1)), dtype)


def unique_with_counts(x, out_idx="int32", name=None):
    known = _numbers._numbers(x, "unique")
    values, first, places, counts = np.unique(known, return_index=True, return_inverse=True, return_counts=True)
    order = np.argsort(first)
    rank = np.argsort(order)
    return _make(values[order]), _make(rank[places].astype("int32")), _make(counts[order].astype("int32"))


def reverse_sequence(input, seq_lengths, seq_axis=None, batch_axis=None, name=None):
    if batch_axis not in (None, 0) or seq_axis != 1:
        raise NotImplementedError("tf.reverse_sequence() is there for seq_axis=1 and batch_axis=0")
    rows = [_k.concatenate([_k.flip(row[:n], axis=0), row[n:]], axis=0) if n < _dims(row)[0] else _k.flip(row, axis=0)
            for row, n in zip(_k.unstack(input), _integers(seq_lengths).tolist())]
    return _k.stack(rows)


def dynamic_partition(data, partitions, num_partitions, name=None):
    known = _integers(partitions)
    return [_k.take(data, np.nonzero(known == i)[0], axis=0) for i in np.arange(num_partitions)]


def dynamic_stitch(indices, data, name=None):
    places = np.concatenate([_integers(i).ravel() for i in indices])
    rows = _k.concatenate([_k.reshape(d, (-1,) + tuple(_dims(d))[_integers(i).ndim:]) for i, d in zip(indices, data)], axis=0)
    last = {place: at for at, place in enumerate(places.tolist())}
    return _k.take(rows, np.array([last[i] for i in sorted(last)]), axis=0)


def strided_slice(input_, begin, end, strides=None, **masks):
    if any(masks.get(key) for key in ("begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask", "shrink_axis_mask")):
        raise NotImplementedError("tf.strided_slice() has no masks here: x[a:b] says the same")
    steps = [1] * len(begin) if strides is None else strides
    return input_[tuple(slice(int(a), int(b), int(s)) for a, b, s in zip(begin, end, steps))]


def shape_n(input, out_type="int32", name=None):
    return [_make(np.array(_dims(i), dtype="int32")) for i in input]


def ensure_shape(x, shape, name=None):
    wanted, known = list(shape), list(_dims(x))
    if len(wanted) != len(known) or any(a is not None and a != b for a, b in zip(wanted, known)):
        text = lambda sizes: "[" + ",".join("?" if i is None else str(i) for i in sizes) + "]"
        _k._invalid("EnsureShape", f"Shape of tensor dummy_input {text(known)} is not compatible with expected shape {text(wanted)}.")
    return x


# ---- Numbers ----

def scalar_mul(scalar, x, name=None):
    return _k.multiply(scalar, x)


def saturate_cast(value, dtype, name=None):
    return _more.saturate_cast(value, dtype)


def truncatediv(x, y, name=None):
    return _k.cast(_k.trunc(_k.divide(x, y)), _dtype_of(x))


def truncatemod(x, y, name=None):
    return _k.cast(_more.fmod(x, y), _dtype_of(x))


def realdiv(x, y, name=None):
    return _k.divide(x, y)


def as_string(input, precision=-1, scientific=False, shortest=False, width=-1, fill="", name=None):
    import tensorflow.strings as strings
    return strings.as_string(input, precision=precision)


def identity_n(input, name=None):
    return list(input)


def histogram_fixed_width(values, value_range, nbins=100, dtype="int32", name=None):
    low, high = (float(i) for i in value_range)
    known = _numbers._numbers(values, "histogram")
    places = np.clip(np.floor((np.ravel(known) - low) / (high - low) * nbins), 0, nbins - 1).astype("int64")
    return _make(np.bincount(places, minlength=nbins).astype(_k._name_of(dtype)))


# ---- Control flow ----

def cond(pred, true_fn=None, false_fn=None, name=None):
    return _nn.cond(pred, true_fn, false_fn)


def case(pred_fn_pairs, default=None, exclusive=False, strict=False, name="case"):
    for condition, function in pred_fn_pairs:
        if bool(condition):
            return function()
    if default is None:
        _k._invalid("Case", "None of the conditions evaluated as True, and there is no default")
    return default()


def switch_case(branch_index, branch_fns, default=None, name="switch_case"):
    branches = dict(branch_fns) if isinstance(branch_fns, dict) else dict(enumerate(branch_fns))
    at = int(branch_index)
    if at not in branches:
        return default() if default is not None else branches[max(branches)]()
    return branches[at]()


def while_loop(cond, body, loop_vars, shape_invariants=None, parallel_iterations=10, back_prop=True, swap_memory=False,
               maximum_iterations=None, name=None):
    state, count = list(loop_vars), 0
    state = [_make(i) if isinstance(i, (int, float)) else i for i in state]
    while (maximum_iterations is None or count < int(maximum_iterations)) and bool(cond(*state)):
        made = body(*state)
        state = list(made) if isinstance(made, (list, tuple)) else [made]
        count += 1
    return tuple(state) if isinstance(loop_vars, tuple) else state


def _folded(fn, elems, initializer, places):
    items = _k.unstack(elems) if _is_tensor(elems) else [_make(i) for i in elems]
    items = items[::places]
    carry = items.pop(0) if initializer is None else initializer
    steps = [carry] if initializer is None else []
    for item in items:
        carry = fn(carry, item)
        steps.append(carry)
    return carry, steps


def foldl(fn, elems, initializer=None, **options):
    return _folded(fn, elems, initializer, 1)[0]


def foldr(fn, elems, initializer=None, **options):
    return _folded(fn, elems, initializer, -1)[0]


def scan(fn, elems, initializer=None, reverse=False, **options):
    steps = _folded(fn, elems, initializer, -1 if reverse else 1)[1]
    return _k.stack(steps[::-1] if reverse else steps)


def vectorized_map(fn, elems, fallback_to_while_loop=True, warn=True):
    return _nn.map(fn, elems)


class control_dependencies:
    """Ops run in the order in which they are written."""

    def __init__(self, control_inputs):
        pass

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        pass


class name_scope(control_dependencies):
    """Names of ops do not show."""

    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self.name + "/"


class device(control_dependencies):
    """There is one device."""


class init_scope(control_dependencies):
    def __init__(self):
        pass


def no_op(name=None):
    return None


def group(*inputs, **options):
    return None


def timestamp(name=None):
    import time
    return _make(np.array(time.time()))


def Assert(condition, data, summarize=None, name=None):
    if not bool(condition):
        shown = " ".join(str(_array(i) if _is_tensor(i) else i) for i in data)
        raise _errors.InvalidArgumentError(None, None, f"Expected 'tf.Tensor({bool(condition)}, shape=(), dtype=bool)' to be true. "
                                           f"Summarized data: {shown}")


# ---- Initializers ----

def _drawn(name):
    def initializer(*given, **named):
        import keras
        return getattr(keras.initializers, name)(*given, **named)
    return initializer


zeros_initializer, ones_initializer, constant_initializer = _drawn("Zeros"), _drawn("Ones"), _drawn("Constant")
random_normal_initializer, random_uniform_initializer = _drawn("RandomNormal"), _drawn("RandomUniform")


# ---- Modules ----

class Module:
    """Holds variables and other modules as attributes, and finds them."""

    def __init__(self, name=None):
        self._name = name or _snake(type(self).__name__)

    @property
    def name(self):
        return getattr(self, "_name", None) or _snake(type(self).__name__)

    def _found(self, wanted):
        found, seen = [], [self]

        def walk(value):
            if isinstance(value, (list, tuple)):
                for item in value:
                    walk(item)
            elif isinstance(value, dict):
                for key in sorted(value):
                    walk(value[key])
            elif wanted(value):
                if not any(value is i for i in found):
                    found.append(value)
            if isinstance(value, Module) and not any(value is i for i in seen):
                seen.append(value)
                inside(value)

        def inside(module):
            for name in sorted(module.__dict__):
                walk(module.__dict__[name])
        inside(self)
        return tuple(found)

    @property
    def variables(self):
        from _keras import is_variable
        return self._found(is_variable)

    @property
    def trainable_variables(self):
        return tuple(i for i in self.variables if i.trainable)

    @property
    def non_trainable_variables(self):
        return tuple(i for i in self.variables if not i.trainable)

    @property
    def submodules(self):
        return self._found(lambda value: isinstance(value, Module))

    @property
    def name_scope(self):
        return name_scope(self.name)

    @classmethod
    def with_name_scope(cls, method):
        return method
