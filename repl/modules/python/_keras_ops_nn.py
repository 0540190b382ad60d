"""keras.ops: neural networks, control flow, and places that are written. Sources of the formulas: keras/src/ops."""
import math
from builtins import range as _range

import numpy as np

import _keras_ops as _k
import _tensorflow_errors as _errors
import _keras_ops_more as _more
from _keras import array, dims, dtype_of, is_symbolic, is_tensor, make, op
from _keras_ops_shapes import _as_axis, _part


# ---- Normalizations ----

def normalize(x, axis=-1, order=2, epsilon=None):
    if not isinstance(order, int) or order < 1:
        raise ValueError(f"Argument `order` must be an int >= 1. Received: order={order}")
    epsilon = 1e-7 if epsilon is None else epsilon
    size = _k.norm(x, ord=order, axis=axis, keepdims=True)
    return _k.divide(x, _k.maximum(size, epsilon))


def _spread(x, rank, axis):
    """A vector along one axis of a tensor."""
    shape = [1] * rank
    shape[_as_axis(axis, rank)] = dims(x)[0]
    return _k.reshape(x, shape)


def batch_normalization(x, mean, variance, axis, offset=None, scale=None, epsilon=1e-3):
    rank = len(dims(x))
    factor = _k.rsqrt(_k.add(_spread(variance, rank, axis), epsilon))
    if scale is not None:
        factor = _k.multiply(factor, _spread(scale, rank, axis))
    made = _k.multiply(_k.subtract(x, _spread(mean, rank, axis)), factor)
    return made if offset is None else _k.add(made, _spread(offset, rank, axis))


def layer_normalization(x, gamma=None, beta=None, axis=-1, epsilon=None, **kwargs):
    mean, variance = _more.moments(x, axes=axis, keepdims=True)
    made = _k.multiply(_k.subtract(x, mean), _k.rsqrt(_k.add(variance, 1e-7 if epsilon is None else epsilon)))
    made = made if gamma is None else _k.multiply(made, gamma)
    return made if beta is None else _k.add(made, beta)


def rms_normalization(x, scale=1, axis=-1, epsilon=None):
    square = _k.mean(_k.square(x), axis=axis, keepdims=True)
    return _k.multiply(_k.multiply(x, _k.rsqrt(_k.add(square, 1e-7 if epsilon is None else epsilon))), scale)


# ---- Losses ----

def binary_crossentropy(target, output, from_logits=False):
    if from_logits:
        return _k.subtract(_k.softplus(output), _k.multiply(target, output))
    output = _k.clip(output, 1e-7, 1 - 1e-7)
    return _k.negative(_k.add(_k.multiply(target, _k.log(output)),
                              _k.multiply(_k.subtract(1.0, target), _k.log(_k.subtract(1.0, output)))))


def categorical_crossentropy(target, output, from_logits=False, axis=-1):
    if from_logits:
        return _k.negative(_k.sum(_k.multiply(target, _k.log_softmax(output, axis=axis)), axis=axis))
    output = _k.divide(output, _k.sum(output, axis=axis, keepdims=True))
    return _k.negative(_k.sum(_k.multiply(target, _k.log(_k.clip(output, 1e-7, 1 - 1e-7))), axis=axis))


def sparse_categorical_crossentropy(target, output, from_logits=False, axis=-1):
    if len(dims(target)) == len(dims(output)) and dims(target)[-1] == 1:
        target = _k.squeeze(target, axis=-1)
    return categorical_crossentropy(_k.one_hot(target, dims(output)[axis], axis=axis), output, from_logits, axis)


def multi_hot(inputs, num_classes=None, axis=-1, dtype=None, sparse=False, **kwargs):
    return _k.max(_k.one_hot(inputs, num_classes, axis=axis, dtype=dtype), axis=1 if len(dims(inputs)) > 1 else 0)


def psnr(x1, x2, max_val):
    return _k.subtract(20 * math.log10(max_val), _k.multiply(_more.log10(_k.mean(_k.square(_k.subtract(x1, x2)))), 10.0))


def dot_product_attention(query, key, value, bias=None, mask=None, scale=None, is_causal=False, flash_attention=None,
                          attn_logits_soft_cap=None):
    if attn_logits_soft_cap is not None:
        raise NotImplementedError("dot_product_attention(attn_logits_soft_cap=) is not there")
    scores = _k.einsum("BTNH,BSNH->BNTS", query, key)
    scores = _k.multiply(scores, dims(query)[-1] ** -0.5 if scale is None else scale)
    if bias is not None:
        scores = _k.add(scores, bias)
    if is_causal:
        causal = make(np.tri(dims(query)[1], dims(key)[1]) > 0)
        mask = causal if mask is None else _k.logical_and(mask, causal)
    if mask is not None:
        scores = _k.where(mask, scores, -0.7 * float(np.finfo("float32").max))
    return _k.einsum("BNTS,BSNH->BTNH", _k.softmax(scores), value)


# ---- Convolutions and poolings, by the layers that do the same ----

def _pair(value, rank):
    return (value,) * rank if isinstance(value, int) else tuple(value)


def _channels_last(x, data_format):
    return x if data_format != "channels_first" else _k.moveaxis(x, 1, -1)


def _given_back(x, data_format):
    return x if data_format != "channels_first" else _k.moveaxis(x, -1, 1)


def _windowed(name, x, others, size, strides, padding, data_format, dilation=1, more=(0, 0), cls="Conv"):
    rank = len(dims(x)) - 2
    if rank not in (1, 2):
        raise NotImplementedError(f"{cls} over {rank} axes is not there: 1 and 2 are")
    pad = {"valid": 0, "same": 1, "causal": 2}.get(str(padding).lower())
    if pad is None:
        raise _errors.InvalidArgumentError(None, None, f"Value for attr 'padding' of \"{str(padding).upper()}\" is not in the list of "
                                           'allowed values: "SAME", "VALID"')
    size, strides, dilation = _pair(size, rank), _pair(size if strides is None else strides, rank), _pair(dilation, rank)
    fill = (1,) * (2 - rank)
    made = op(name, [_channels_last(x, data_format)] + others, ints=(pad,) + tuple(more),
              shape=size + fill + strides + fill + dilation + fill + (0, 0), cls=cls)
    return _given_back(made, data_format)


def conv(inputs, kernel, strides=1, padding="valid", data_format=None, dilation_rate=1):
    known = dims(kernel)
    groups = dims(inputs)[1 if data_format == "channels_first" else -1] // known[-2]
    return _windowed("conv", inputs, [kernel], known[:-2], strides, padding, data_format, dilation_rate, (groups, 0))


def depthwise_conv(inputs, kernel, strides=1, padding="valid", data_format=None, dilation_rate=1):
    return _windowed("depthwise_conv", inputs, [kernel], dims(kernel)[:-2], strides, padding, data_format, dilation_rate,
                     cls="DepthwiseConv")


def separable_conv(inputs, depthwise_kernel, pointwise_kernel, strides=1, padding="valid", data_format=None, dilation_rate=1):
    made = depthwise_conv(inputs, depthwise_kernel, strides, padding, data_format, dilation_rate)
    return conv(made, pointwise_kernel, 1, "valid", data_format)


def conv_transpose(inputs, kernel, strides=1, padding="valid", output_padding=None, data_format=None, dilation_rate=1):
    if output_padding is not None:
        raise NotImplementedError("conv_transpose(output_padding=) is not there; layers.Conv2DTranspose has it")
    return _windowed("conv_transpose", inputs, [kernel], dims(kernel)[:-2], strides, padding, data_format, dilation_rate,
                     cls="ConvTranspose")


def max_pool(inputs, pool_size, strides=None, padding="valid", data_format=None):
    return _windowed("max_pool", inputs, [], pool_size, strides, padding, data_format, cls="MaxPool")


def average_pool(inputs, pool_size, strides=None, padding="valid", data_format=None):
    return _windowed("average_pool", inputs, [], pool_size, strides, padding, data_format, cls="AveragePool")


def depth_to_space(x, block_size, data_format="channels_last"):
    x = _channels_last(x, data_format)
    b, h, w, c = dims(x)
    n = block_size
    x = _k.transpose(_k.reshape(x, (-1, h, w, n, n, c // n ** 2)), (0, 1, 3, 2, 4, 5))
    return _given_back(_k.reshape(x, (-1, h * n, w * n, c // n ** 2)), data_format)


def space_to_depth(x, block_size, data_format="channels_last"):
    x = _channels_last(x, data_format)
    b, h, w, c = dims(x)
    n = block_size
    x = _k.transpose(_k.reshape(x, (-1, h // n, n, w // n, n, c)), (0, 1, 3, 2, 4, 5))
    return _given_back(_k.reshape(x, (-1, h // n, w // n, c * n ** 2)), data_format)


# ---- Control flow, on numbers ----

def _known(x, what):
    if is_symbolic(x):
        raise NotImplementedError(f"keras.ops.{what}() decides on numbers, and inside of a model they are not known yet: "
                                  "where(condition, a, b) is there for tensors")
    return array(x) if is_tensor(x) else x


def cond(pred, true_fn, false_fn):
    return true_fn() if bool(_known(pred, "cond")) else false_fn()


def switch(index, branches, *operands):
    at = int(_known(index, "switch"))
    return branches[max(0, min(at, len(branches) - 1))](*operands)


def while_loop(cond, body, loop_vars, maximum_iterations=None):
    single = not isinstance(loop_vars, (list, tuple))
    state, count = (loop_vars,) if single else tuple(loop_vars), 0
    state = tuple(make(i) if isinstance(i, (int, float)) else i for i in state)
    while (maximum_iterations is None or count < maximum_iterations) and bool(_known(cond(*state), "while_loop")):
        state = body(*state)
        state = tuple(state) if isinstance(state, (list, tuple)) else (state,)
        count += 1
    return state[0] if single else (list(state) if isinstance(loop_vars, list) else state)


def fori_loop(lower, upper, body_fun, init_val):
    init_val = make(init_val) if isinstance(init_val, (int, float)) else init_val
    for i in _range(int(lower), int(upper)):
        init_val = body_fun(i, init_val)
    return init_val


def _stacked(items):
    if isinstance(items[0], (list, tuple)):
        return type(items[0])(_stacked(list(parts)) for parts in zip(*items))
    if isinstance(items[0], dict):
        return {key: _stacked([item[key] for item in items]) for key in items[0]}
    return _k.stack([item if is_tensor(item) else make(item) for item in items], axis=0)


def _at(xs, i):
    if isinstance(xs, (list, tuple)):
        return type(xs)(_at(x, i) for x in xs)
    if isinstance(xs, dict):
        return {key: _at(x, i) for key, x in xs.items()}
    return xs[i]


def _length(xs):
    while isinstance(xs, (list, tuple, dict)):
        xs = xs[0] if not isinstance(xs, dict) else next(iter(xs.values()))
    return dims(xs)[0]


def scan(f, init, xs=None, length=None, reverse=False, unroll=1):
    if xs is None and length is None:
        raise ValueError("Got no `xs` to scan over and `length` not provided.")
    places = list(_range(_length(xs) if length is None else length))
    carry, made = init, []
    for i in places[::-1] if reverse else places:
        carry, y = f(carry, None if xs is None else _at(xs, i))
        made.append(y)
    if made and made[0] is None:
        return carry, None
    return carry, _stacked(made[::-1] if reverse else made)


def map(f, xs):
    return _stacked([f(_at(xs, i)) for i in _range(_length(xs))])


def vectorized_map(function, elements):
    return map(function, elements)


# ---- Places that are written ----

def _flat_places(indices, sizes):
    """Indices (..., rank) as places in the flattened sizes."""
    indices = np.asarray(array(indices) if is_tensor(indices) else indices).astype("int64")
    strides = np.cumprod([1] + list(sizes[::-1]))[:-1][::-1]
    return (indices * strides).sum(-1).ravel()


def scatter(indices, values, shape):
    """Zeros of a shape to which the values are added at the indices."""
    known = np.asarray(array(indices) if is_tensor(indices) else indices)
    depth = known.shape[-1]
    places = _flat_places(known, shape[:depth])
    rows, rest = int(np.prod(shape[:depth])), tuple(shape[depth:])
    chosen = np.zeros((rows, len(places)), dtype=dtype_of(values) if dtype_of(values).startswith("float") else "float32")
    chosen[places, np.arange(len(places))] = 1
    flat = _k.reshape(values, (len(places), int(np.prod(rest))))
    made = _k.matmul(make(chosen), _k.cast(flat, chosen.dtype.name))
    return _k.cast(_k.reshape(made, tuple(shape)), dtype_of(values))


def scatter_update(inputs, indices, updates):
    shape = tuple(dims(inputs))
    known = np.asarray(array(indices) if is_tensor(indices) else indices)
    depth = known.shape[-1]
    places = _flat_places(known, shape[:depth])
    hit = np.zeros(int(np.prod(shape[:depth])), dtype=bool)
    hit[places] = True
    last = {place: at for at, place in enumerate(places.tolist())}
    kept = sorted(last.values())  # of several updates for one place the last one stays
    rest = shape[depth:]
    rows = _k.take(_k.reshape(updates, (len(places),) + rest), np.array(kept), axis=0)
    written = scatter(known.reshape(-1, depth)[kept], rows, shape)
    mask = hit.reshape(shape[:depth] + (1,) * len(rest))
    return _k.where(make(np.broadcast_to(mask, shape)), written, inputs)


def slice_update(inputs, start_indices, updates):
    begin = [int(i) for i in start_indices]
    grids = np.meshgrid(*[np.arange(b, b + n) for b, n in zip(begin, dims(updates))], indexing="ij")
    return scatter_update(inputs, np.stack([g.ravel() for g in grids], -1), _k.reshape(updates, (-1,)))


def segment_sum(data, segment_ids, num_segments=None, sorted=False):
    ids = np.asarray(array(segment_ids) if is_tensor(segment_ids) else segment_ids).astype("int64")
    count = int(ids.max()) + 1 if num_segments is None else num_segments
    inside = (ids >= 0) & (ids < count)
    chosen = np.zeros((count, len(ids)), dtype="float32")
    chosen[ids[inside], np.arange(len(ids))[inside]] = 1
    rest = tuple(dims(data)[1:])
    made = _k.matmul(make(chosen), _k.cast(_k.reshape(data, (len(ids), int(np.prod(rest)))), "float32"))
    return _k.cast(_k.reshape(made, (count,) + rest), dtype_of(data))


def _segments(data, segment_ids, num_segments, reduce, empty):
    ids = np.asarray(array(segment_ids) if is_tensor(segment_ids) else segment_ids)
    count = int(ids.max()) + 1 if num_segments is None else num_segments
    made = []
    for i in _range(count):
        places = np.nonzero(ids == i)[0]
        rows = _k.take(data, places, axis=0) if len(places) else None
        made.append(_k.full(dims(data)[1:], empty, dtype_of(data)) if rows is None else reduce(rows, axis=0))
    return _k.stack(made, axis=0)


def _bounds(data):
    name = dtype_of(data)
    known = np.finfo(name) if name.startswith("float") else np.iinfo(name)
    return np.asarray(known.min).item(), np.asarray(known.max).item()


def segment_max(data, segment_ids, num_segments=None, sorted=False):
    return _segments(data, segment_ids, num_segments, _k.max, _bounds(data)[0])


def segment_min(data, segment_ids, num_segments=None, sorted=False):
    return _segments(data, segment_ids, num_segments, _k.min, _bounds(data)[1])


def segment_prod(data, segment_ids, num_segments=None, sorted=False):
    return _segments(data, segment_ids, num_segments, _k.prod, 1)
