"""keras.ops: functions made of others, so that tapes follow them and models hold them. Sources of the formulas: keras/src/ops."""
import math
from builtins import abs as _abs, range as _range, round as _round

import numpy as np

import _keras_ops as _k
from _keras import array, dims, dtype_of, is_symbolic, is_tensor, make, op
from _keras_ops_shapes import _as_axis, _part


def _float(x):
    """Whole numbers become float32, as where numpy would make floats of them."""
    return x if dtype_of(x).startswith("float") else _k.cast(x, "float32")


# ---- One tensor ----

def cbrt(x):
    x = _float(x)
    return _k.multiply(_k.sign(x), _k.power(_k.abs(x), 1 / 3))


def celu(x, alpha=1.0):
    return op("celu", [x], reals=(alpha,), result="floating", cls="Celu")


def glu(x, axis=-1):
    if dims(x)[axis] % 2:
        raise ValueError(f"axis size must be divisible by 2. Received: x.shape={dims(x)} with axis={axis}")
    left, right = _k.split(x, 2, axis=axis)
    return _k.multiply(left, _k.sigmoid(right))


def hard_shrink(x, threshold=0.5):
    return op("hard_shrink", [x], reals=(threshold,), result="floating", cls="HardShrink")


def soft_shrink(x, threshold=0.5):
    return op("soft_shrink", [x], reals=(threshold,), result="floating", cls="SoftShrink")


def hard_tanh(x):
    return op("clip", [x], reals=(-1, 1), result="floating", cls="HardTanh")


def tanh_shrink(x):
    return _k.subtract(x, _k.tanh(x))


def threshold(x, threshold, default_value):
    return op("threshold", [x], reals=(threshold, default_value), result="floating", cls="Threshold")


def squareplus(x, b=4):
    return op("squareplus", [x], reals=(b,), result="floating", cls="Squareplus")


def sparse_plus(x):
    return op("sparse_plus", [x], result="floating", cls="SparsePlus")


def sparse_sigmoid(x):
    return op("sparse_sigmoid", [x], result="floating", cls="SparseSigmoid")


def fabs(x):
    return _k.abs(_float(x))


def exp2(x):
    return _k.exp(_k.multiply(_float(x), math.log(2)))


def log2(x):
    return _k.multiply(_k.log(x), 1 / math.log(2))


def log10(x):
    return _k.multiply(_k.log(x), 1 / math.log(10))


def deg2rad(x):
    return _k.multiply(_float(x), math.pi / 180)


def rad2deg(x):
    return _k.multiply(_float(x), 180 / math.pi)


def erfc(x):
    return _k.subtract(1.0, _k.erf(x))


def sinc(x):
    x = _k.multiply(_float(x), math.pi)
    zero = _k.equal(x, 0)
    safe = _k.where(zero, 1.0, x)
    return _k.where(zero, 1.0, _k.divide(_k.sin(safe), safe))


def heaviside(x1, x2):
    return _k.where(_k.less(x1, 0), 0.0, _k.where(_k.equal(x1, 0), x2, 1.0))


def isneginf(x):
    return _k.logical_and(_k.isinf(x), _k.less(x, 0))


def isposinf(x):
    return _k.logical_and(_k.isinf(x), _k.greater(x, 0))


def isreal(x):
    return _k.full_like(x, True, dtype="bool")


def real(x):
    return x if is_tensor(x) else make(x)


def imag(x):
    return _k.zeros_like(x)


def conjugate(x):
    return real(x)


conj = conjugate


def angle(x):
    return _k.where(_k.less(_float(x), 0), math.pi, 0.0)


def nan_to_num(x, nan=0.0, posinf=None, neginf=None):
    largest = float(np.finfo(dtype_of(x)).max) if dtype_of(x).startswith("float") else 0.0
    x = _k.where(_k.isnan(x), nan, x)
    x = _k.where(isposinf(x), largest if posinf is None else posinf, x)
    return _k.where(isneginf(x), -largest if neginf is None else neginf, x)


def saturate_cast(x, dtype):
    name = _k._name_of(dtype)
    bounds = np.iinfo(name) if name.startswith(("int", "uint")) else np.finfo(name)
    return _k.cast(_k.clip(x, float(bounds.min), float(bounds.max)), name)


def dtype(x):
    return dtype_of(x)


# ---- Two tensors ----

def hypot(x1, x2):
    return _k.sqrt(_k.add(_k.square(_float(x1)), _k.square(_float(x2))))


def logaddexp(x1, x2):
    return _k.add(_k.maximum(x1, x2), _k.log1p(_k.exp(_k.negative(_k.abs(_k.subtract(x1, x2))))))


def logaddexp2(x1, x2):
    return log2(_k.add(exp2(x1), exp2(x2)))


def fmax(x1, x2):
    return _k.where(_k.isnan(x1), x2, _k.where(_k.isnan(x2), x1, _k.maximum(x1, x2)))


def fmin(x1, x2):
    return _k.where(_k.isnan(x1), x2, _k.where(_k.isnan(x2), x1, _k.minimum(x1, x2)))


def fmod(x1, x2):
    return _k.subtract(x1, _k.multiply(_k.trunc(_k.divide(x1, x2)), x2))


def ldexp(x1, x2):
    return _k.multiply(_float(x1), exp2(x2))


def inner(x1, x2):
    if len(dims(x1)) == 0 or len(dims(x2)) == 0:
        return _k.multiply(x1, x2)
    return _k.tensordot(x1, x2, axes=[[-1], [-1]])


def vdot(x1, x2):
    return _k.sum(_k.multiply(_k.ravel(x1), _k.ravel(x2)))


def kron(x1, x2):
    a, b = list(dims(x1)), list(dims(x2))
    rank = max(len(a), len(b))
    a, b = [1] * (rank - len(a)) + a, [1] * (rank - len(b)) + b
    left = _k.reshape(x1, [size for i in a for size in (i, 1)])
    right = _k.reshape(x2, [size for i in b for size in (1, i)])
    return _k.reshape(_k.multiply(left, right), [i * j for i, j in zip(a, b)])


def cross(x1, x2, axisa=-1, axisb=-1, axisc=-1, axis=None):
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = _k.moveaxis(x1, axisa, -1), _k.moveaxis(x2, axisb, -1)
    if dims(a)[-1] not in (2, 3) or dims(b)[-1] not in (2, 3):
        raise ValueError(f"`x1` and `x2` must have 2 or 3 numbers along their axes. Received: shapes {tuple(dims(x1))} and {tuple(dims(x2))}")

    def parts(x):
        x0, x1 = x[..., 0], x[..., 1]
        return x0, x1, x[..., 2] if dims(x)[-1] == 3 else _k.zeros_like(x0)
    a0, a1, a2 = parts(a)
    b0, b1, b2 = parts(b)
    last = _k.subtract(_k.multiply(a0, b1), _k.multiply(a1, b0))
    if dims(a)[-1] == dims(b)[-1] == 2:
        return last
    made = _k.stack([_k.subtract(_k.multiply(a1, b2), _k.multiply(a2, b1)),
                     _k.subtract(_k.multiply(a2, b0), _k.multiply(a0, b2)), last], axis=-1)
    return _k.moveaxis(made, -1, axisc)


# ---- Shapes and places ----

def append(x1, x2, axis=None):
    if axis is None:
        return _k.concatenate([_k.ravel(x1), _k.ravel(x2)], axis=0)
    return _k.concatenate([x1, x2], axis=axis)


def array_split(x, indices_or_sections, axis=0):
    if not isinstance(indices_or_sections, int):
        return _k.split(x, indices_or_sections, axis=axis)
    length = dims(x)[axis]
    each, more = divmod(length, indices_or_sections)
    sizes = [each + (i < more) for i in _range(indices_or_sections)]
    return _k.split(x, np.cumsum(sizes)[:-1].tolist(), axis=axis)


def _at_least(x, rank, places):
    """Axes of length 1 at the places, up to a rank."""
    for at in places[len(dims(x)):]:
        x = _k.expand_dims(x, at)
    return x


def dstack(xs):
    return _k.concatenate([_at_least(x, 3, (0, 0, -1)) for x in xs], axis=2)


def hsplit(x, indices_or_sections):
    return _k.split(x, indices_or_sections, axis=0 if len(dims(x)) == 1 else 1)


def vsplit(x, indices_or_sections):
    return _k.split(x, indices_or_sections, axis=0)


def dsplit(x, indices_or_sections):
    return _k.split(x, indices_or_sections, axis=2)


def flipud(x):
    return _k.flip(x, axis=0)


def fliplr(x):
    return _k.flip(x, axis=1)


def rot90(x, k=1, axes=(0, 1)):
    rank = len(dims(x))
    if rank < 2:
        raise ValueError(f"Input array must have at least 2 dimensions. Received: array={x}")
    a, b = (_as_axis(i, rank) for i in axes)
    if a == b:
        raise ValueError(f"Invalid axes: {axes}. Axes must be a tuple of two different dimensions.")
    k %= 4
    if k == 0:
        return real(x)
    if k == 2:
        return _k.flip(_k.flip(x, axis=a), axis=b)
    return _k.swapaxes(_k.flip(x, axis=b), a, b) if k == 1 else _k.flip(_k.swapaxes(x, a, b), axis=b)


def diff(a, n=1, axis=-1):
    at = _as_axis(axis, len(dims(a)))
    for _ in _range(n):
        length = dims(a)[at]
        a = _k.subtract(_part(a, at, 1, 1, length - 1), _part(a, at, 0, 1, length - 1))
    return a


def diagonal(x, offset=0, axis1=0, axis2=1):
    rank = len(dims(x))
    x = _k.moveaxis(x, (_as_axis(axis1, rank), _as_axis(axis2, rank)), (-2, -1))
    rows, columns = dims(x)[-2:]
    first = max(-offset, 0), max(offset, 0)
    length = max(min(rows - first[0], columns - first[1]), 0)
    flat = _k.reshape(x, tuple(dims(x)[:-2]) + (rows * columns,))
    places = (np.arange(length) + first[0]) * columns + np.arange(length) + first[1]
    return _k.take(flat, places, axis=-1)


def trace(x, offset=0, axis1=0, axis2=1):
    return _k.sum(diagonal(x, offset, axis1, axis2), axis=-1)


def diagflat(x, k=0):
    return _k.diag(_k.ravel(x), k)


def tri(N, M=None, k=0, dtype="float32"):
    return make(np.tri(N, M, k).astype(_k._name_of(dtype) or "float32"))


def empty(shape, dtype=None):
    return _k.zeros(shape, dtype)


def empty_like(x, dtype=None):
    return _k.zeros_like(x, dtype)


def meshgrid(*x, indexing="xy"):
    if indexing not in ("xy", "ij"):
        raise ValueError(f"Argument `indexing` parameter must be either 'xy' or 'ij', got '{indexing}'")
    xs = [_k.ravel(i) for i in x]
    sizes = [dims(i)[0] for i in xs]
    places = list(_range(len(xs)))
    if indexing == "xy" and len(xs) > 1:
        sizes[:2] = sizes[1::-1]
        places[:2] = [1, 0]
    made = []
    for i, place in zip(xs, places):
        shape = [1] * len(xs)
        shape[place] = dims(i)[0]
        made.append(_k.broadcast_to(_k.reshape(i, shape), tuple(sizes)))
    return made


def vander(x, N=None, increasing=False):
    n = dims(x)[0] if N is None else N
    powers = np.arange(n) if increasing else np.arange(n)[::-1]
    return _k.power(_k.expand_dims(x, -1), powers.astype(dtype_of(x)))


def get_item(x, key):
    return x[key]


def slice(inputs, start_indices, shape):
    for axis, (begin, length) in enumerate(zip(start_indices, shape)):
        begin = int(begin)
        length = dims(inputs)[axis] - begin if length == -1 else length
        inputs = _part(inputs, axis, max(0, min(begin, dims(inputs)[axis] - length)), 1, length)
    return inputs


def select(condlist, choicelist, default=0):
    if len(condlist) != len(choicelist):
        raise ValueError(f"condlist must have length equal to choicelist ({len(condlist)} vs {len(choicelist)})")
    made = default
    for condition, choice in zip(list(condlist)[::-1], list(choicelist)[::-1]):
        made = _k.where(condition, choice, made)
    return made


# ---- Reductions ----

def ptp(x, axis=None, keepdims=False):
    return _k.subtract(_k.max(x, axis=axis, keepdims=keepdims), _k.min(x, axis=axis, keepdims=keepdims))


def _without_nan(x, value):
    return _k.where(_k.isnan(x), value, x)


def nansum(x, axis=None, keepdims=False):
    return _k.sum(_without_nan(x, 0.0), axis=axis, keepdims=keepdims)


def nanprod(x, axis=None, keepdims=False):
    return _k.prod(_without_nan(x, 1.0), axis=axis, keepdims=keepdims)


def _counted(x, axis, keepdims):
    return _k.sum(_k.cast(_k.logical_not(_k.isnan(x)), dtype_of(x)), axis=axis, keepdims=keepdims)


def nanmean(x, axis=None, keepdims=False):
    return _k.divide(nansum(x, axis, keepdims), _counted(x, axis, keepdims))


def nanvar(x, axis=None, keepdims=False):
    return nanmean(_k.square(_k.subtract(x, nanmean(x, axis, True))), axis, keepdims)


def nanstd(x, axis=None, keepdims=False):
    return _k.sqrt(nanvar(x, axis, keepdims))


def _nan_where_none(made, x, axis, keepdims):
    return _k.where(_k.equal(_counted(x, axis, keepdims), 0), float("nan"), made)


def nanmax(x, axis=None, keepdims=False):
    return _nan_where_none(_k.max(_without_nan(x, -math.inf), axis=axis, keepdims=keepdims), x, axis, keepdims)


def nanmin(x, axis=None, keepdims=False):
    return _nan_where_none(_k.min(_without_nan(x, math.inf), axis=axis, keepdims=keepdims), x, axis, keepdims)


def nancumsum(x, axis=None, dtype=None):
    return _k.cumsum(_without_nan(x, 0.0), axis=axis, dtype=dtype)


def cumprod(x, axis=None, dtype=None):
    """Products up to each element, by the parts of the axis."""
    if axis is None:
        x, axis = _k.ravel(x), 0
    parts = _k.unstack(x, axis=axis)
    for at in _range(1, len(parts)):
        parts[at] = _k.multiply(parts[at - 1], parts[at])
    made = _k.stack(parts, axis=axis)
    return made if dtype is None else _k.cast(made, dtype)


def nancumprod(x, axis=None, dtype=None):
    return cumprod(_without_nan(x, 1.0), axis=axis, dtype=dtype)


def trapezoid(y, x=None, dx=1.0, axis=-1):
    at = _as_axis(axis, len(dims(y)))
    length = dims(y)[at]
    pairs = _k.add(_part(y, at, 1, 1, length - 1), _part(y, at, 0, 1, length - 1))
    if x is None:
        return _k.multiply(_k.sum(pairs, axis=at), dx / 2)
    steps = diff(x, axis=-1)
    if len(dims(steps)) == 1:
        steps = _k.reshape(steps, [1] * at + [length - 1] + [1] * (len(dims(y)) - at - 1))
    return _k.multiply(_k.sum(_k.multiply(pairs, steps), axis=at), 0.5)


def moments(x, axes, keepdims=False, synchronized=False):
    mean = _k.mean(x, axis=axes, keepdims=True)
    variance = _k.mean(_k.square(_k.subtract(x, mean)), axis=axes, keepdims=keepdims)
    return (mean if keepdims else _k.mean(x, axis=axes)), variance


def allclose(x1, x2, rtol=1e-5, atol=1e-8, equal_nan=False):
    return _k.all(_k.isclose(x1, x2, rtol, atol, equal_nan))
