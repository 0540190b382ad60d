"""keras.ops: functions of tensors. Each is one op of the engine or a few of them, so that it works on numbers, is followed
by a tape, and can be traced. Dtypes follow Keras's rules: the wider one wins, and numbers of the language give way.
"""
import math
from builtins import any as _any

import numpy as np

from _keras import array, dims, dtype_of, is_symbolic, is_tensor, is_variable, make, op, tracing
from _keras_step import apply as _apply_step, set_iterations as _set_iterations, variable as _new_variable
from _keras_ops_shapes import *
from _keras_ops_math import *
from _keras_ops_shapes import (_between, _several_open,
    _unit, _pair, _is_float, _as_axis, _bits, _joined, _name_of, _to_shape, _Batch, _part, _getitem, _mirrored,
    _count, _mask_of, _invalid, _place_of, _inside)
from _keras_ops_math import _along_last, _reduce, _summed, _place, _dtypes


# ---- Products ----

def matmul(x1, x2):
    a, b = dims(x1), dims(x2)
    if len(a) == 1 and len(b) == 1:
        return sum(multiply(x1, x2))
    if len(a) == 1:
        return squeeze(_product(expand_dims(x1, 0), x2), -2)
    if len(b) == 1:
        return squeeze(_product(x1, expand_dims(x2, -1)), -1)
    return _product(x1, x2)


def _product(x1, x2, first=False, second=False):
    """The product of matrices, or of stacks of such."""
    if not first and not second and len(dims(x2)) == 2:
        return op("matmul", [x1, x2], cls="Matmul")
    return op("batch_matmul", [x1, x2], ints=(int(first), int(second)), cls="Matmul")


def tensordot(x1, x2, axes=2):
    a, b = dims(x1), dims(x2)
    if isinstance(axes, int):
        left = list(range(len(a) - axes, len(a)))
        right = list(range(axes))
    else:
        left, right = axes
        left = [left] if isinstance(left, int) else list(left)
        right = [right] if isinstance(right, int) else list(right)
    left = [_as_axis(i, len(a)) for i in left]
    right = [_as_axis(i, len(b)) for i in right]
    rest_a = [i for i in range(len(a)) if i not in left]
    rest_b = [i for i in range(len(b)) if i not in right]
    inner = math.prod([a[i] for i in left])
    rows = transpose(x1, rest_a + left) if rest_a + left != list(range(len(a))) else x1
    columns = transpose(x2, right + rest_b) if right + rest_b != list(range(len(b))) else x2
    product = _product(_to_shape(rows, [-1, inner], 0), _to_shape(columns, [inner, -1], 1))
    return _to_shape(product, [a[i] for i in rest_a] + [b[i] for i in rest_b])


def dot(x1, x2):
    a, b = dims(x1), dims(x2)
    if len(a) == 0 or len(b) == 0:
        return multiply(x1, x2)
    inner = b[0] if len(b) == 1 else b[-2]
    if a[-1] != inner and len(a) <= 2 >= len(b) and not is_symbolic(x1) and not is_symbolic(x2):
        return _product(x1 if len(a) == 2 else expand_dims(x1, 0), x2 if len(b) == 2 else expand_dims(x2, 1))
    if len(b) == 1:
        return tensordot(x1, x2, [[-1], [0]])
    return tensordot(x1, x2, [[-1], [-2]])


def outer(x1, x2):
    return multiply(_to_shape(x1, [-1, 1], 0), _to_shape(x2, [1, -1], 1))


def einsum(subscripts, *operands):
    """Two operands by products of stacks of matrices; one by sums and a transposition; more from left to right."""
    text = subscripts.replace(" ", "")
    before, _, after = text.partition("->")
    terms = before.split(",")
    if len(terms) != len(operands):
        raise ValueError(f'Got {len(operands)} inputs for equation "{subscripts}", expecting {len(terms)}')
    if "->" not in text:
        letters = "".join(terms).replace(".", "")
        after = ("..." if "." in text else "") + "".join(sorted(i for i in set(letters) if letters.count(i) == 1))
    terms, operands = list(terms), list(operands)
    if "." in text:
        terms, operands, after = _einsum_spelled(terms, operands, after)
    for letter in after:
        if not _any(letter in term for term in terms):
            raise ValueError(f"Output subscripts contain the label {letter} not present in the input subscripts.")
    for at, (term, x) in enumerate(zip(terms, operands)):
        if len(term) != len(dims(x)):
            _invalid("Einsum", f"Expected input {at} to have rank {len(term)} but got: {len(dims(x))}", f"_N_{len(terms)}")
    for at, term in enumerate(terms):
        terms[at], operands[at] = _einsum_diagonal(term, operands[at])
    while len(operands) > 1:
        kept = set(after).union(*terms[2:]) if len(terms) > 2 else set(after)
        operand, term = _einsum_two(terms[0], operands[0], terms[1], operands[1], kept)
        terms[:2], operands[:2] = [term], [operand]
    term, x = terms[0], operands[0]
    gone = [i for i, letter in enumerate(term) if letter not in after]
    if gone:
        x = sum(x, axis=gone)
        term = "".join(i for i in term if i in after)
    order = [term.index(i) for i in after]
    return x if order == list(range(len(order))) else transpose(x, order)


def _einsum_spelled(terms, operands, after):
    """Letters for each ellipsis: for the axes that a term does not name, shared from the last one on."""
    free = [i for i in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" if i not in "".join(terms)]
    counts = [len(dims(x)) - len(term.replace("...", "")) if "..." in term else 0 for term, x in zip(terms, operands)]
    hidden = "".join(free[:sorted(counts)[-1]])
    if hidden and "..." not in after:
        _invalid("Einsum", f"Output contains {len(hidden)} broadcasting dimension(s) but no ellipsis (...) was found in the output "
                 "subscripts.", f"_N_{len(terms)}")
    terms = [term.replace("...", hidden[len(hidden) - count:]) for term, count in zip(terms, counts)]
    for letter in hidden:
        sizes = [dims(x)[term.index(letter)] if letter in term else 1 for term, x in zip(terms, operands)]
        for at, size in enumerate(sizes):
            if letter in terms[at] and size == 1 and _any(i != 1 for i in sizes):  # one row that stands for all
                operands[at] = squeeze(operands[at], terms[at].index(letter))
                terms[at] = terms[at].replace(letter, "")
    return terms, operands, after.replace("...", hidden)


def _einsum_diagonal(term, x):
    """A letter that stands twice in a term: where both indices are the same."""
    for letter in term:
        while term.count(letter) > 1:
            first = term.index(letter)
            second = term.index(letter, first + 1)
            size = dims(x)[first]
            same = np.eye(size).reshape([size if i in (first, second) else 1 for i in range(len(term))])
            x = sum(where(same.astype("bool"), x, 0), axis=second)
            term = term[:second] + term[second + 1:]
    return term, x


def _einsum_two(first, x, second, y, kept):
    alone = [i for i, letter in enumerate(first) if letter not in second and letter not in kept]
    if alone:
        x, first = sum(x, axis=alone), "".join(letter for i, letter in enumerate(first) if i not in alone)
    alone = [i for i, letter in enumerate(second) if letter not in first and letter not in kept]
    if alone:
        y, second = sum(y, axis=alone), "".join(letter for i, letter in enumerate(second) if i not in alone)
    size = dict(zip(first, dims(x)))
    size.update(zip(second, dims(y)))
    if _several_open(size.values()):
        return _einsum_open(first, x, second, y, kept, size)
    both = [i for i in first if i in second and i in kept]
    inner = [i for i in first if i in second and i not in kept]
    rows = [i for i in first if i not in second]
    columns = [i for i in second if i not in first]

    def arranged(x, term, groups):
        order = [term.index(i) for group in groups for i in group]
        moved = x if order == list(range(len(order))) else transpose(x, order)
        shape = [size[i] for i in groups[0]]
        for group in groups[1:]:
            shape.append(_size_of([size[i] for i in group]))
        return _to_shape(moved, shape)

    product = op("batch_matmul", [arranged(x, first, [both, rows, inner]), arranged(y, second, [both, inner, columns])],
                 cls="Einsum")
    term = both + rows + columns
    return _to_shape(product, [size[i] for i in term]), "".join(term)


def _einsum_open(first, x, second, y, kept, size):
    """The same where several sizes are open: axes of such a size stay for themselves."""
    both = [i for i in first if i in second and i in kept]
    inner = [i for i in first if i in second and i not in kept]
    rows = [i for i in first if i not in second]
    columns = [i for i in second if i not in first]

    def arranged(x, term, groups):
        order = [term.index(i) for group in groups for i in group]
        x = x if order == list(range(len(order))) else transpose(x, order)
        at = 0
        for group in groups:
            if group is both or group is rows and not both:
                at += len(group)
                continue
            if len(group) != 1:
                x = _between(x, at, len(group), [_size_of([size[i] for i in group])])
            at += 1
        return x

    left, right = arranged(x, first, [both, rows, inner]), arranged(y, second, [both, inner, columns])
    product = op("batch_matmul" if both else "matmul", [left, right], cls="Einsum")
    if both and len(rows) != 1:
        product = _between(product, len(both), 1, [size[i] for i in rows])
    if len(columns) != 1:
        product = _between(product, len(both) + len(rows), 1, [size[i] for i in columns])
    return product, "".join(both + rows + columns)


def _size_of(sizes):
    """The product of sizes, where one of them may be the batch."""
    unknown = [i for i in sizes if i < 0]
    size = math.prod([i if i >= 0 else -i for i in sizes])
    if len(unknown) > 1:
        raise NotImplementedError("sizes that are open (None) cannot be multiplied with each other: give Input() the length of sequences")
    return -size if unknown else size


# ---- Places ----

def take_along_axis(x, indices, axis=None):
    if axis is None:
        x, axis = ravel(x), 0
    at = _as_axis(axis, len(dims(x)))
    length = dims(x)[at]
    chosen = one_hot(moveaxis(indices, at, -1), length, dtype=dtype_of(x))
    rows = expand_dims(moveaxis(x, at, -1), -2)
    return moveaxis(sum(multiply(chosen, rows), axis=-1), -1, at)


# ---- Random numbers ----

def _drawn(kind, sizes, first, second):
    """Random numbers while a function is traced: an op, which draws anew at each step."""
    sizes = [sizes] if isinstance(sizes, (int, _Batch)) else list(array(sizes) if is_tensor(sizes) else sizes)
    batches = [i for i in sizes if isinstance(i, _Batch)]
    if not batches:
        base = make(np.zeros([int(i) for i in sizes], dtype="float32"))
    elif len(batches) == 1 and isinstance(sizes[0], _Batch) and sizes[0].times == 1 and sizes[0].axis == 0 and sizes[0].source is not None:
        source = sizes[0].source
        rest = list(range(1, len(dims(source))))
        column = sum(source, axis=rest) if rest else source
        column = _to_shape(column, [-1] + [1] * (len(sizes) - 1), 0)
        base = op("broadcast", [column], shape=tuple([-1] + [int(i) for i in sizes[1:]]), cls="BroadcastTo")
    else:
        raise NotImplementedError("random numbers whose shape has the batch elsewhere than at the first place are not there yet")
    return op("draw_" + kind, [base if is_symbolic(base) else _constant(base)], reals=(first, second), cls="Random")


def _constant(x):
    """A number that stands in the graph, though it is known."""
    from _keras import symbolic
    return symbolic(x)


# ---- New tensors ----

def _sizes(shape):
    if is_tensor(shape):
        return tuple(int(i) for i in array(shape).ravel())
    return (int(shape),) if isinstance(shape, (int, np.integer)) else tuple(int(i) for i in shape)


def _filled(shape, said="Fill", named=True):
    """The sizes of a tensor to be made: none is negative."""
    sizes = _sizes(shape)
    for size in sizes:
        if size < 0:
            _invalid(said, f"Dimension {size} must be >= 0", named=named)
    return sizes


def _has_batch(shape):
    return isinstance(shape, (list, tuple)) and _any(isinstance(i, _Batch) for i in shape)


def _of_batch(sizes, value, dtype):
    """A number for every sample of a batch whose size is not known yet."""
    sizes = list(sizes)
    batch = sizes[0]
    if not isinstance(batch, _Batch) or batch.times != 1 or batch.source is None or batch.axis != 0 or _has_batch(sizes[1:]):
        raise NotImplementedError("a tensor whose shape has the batch elsewhere than at the first place is not there yet")
    source = cast(stop_gradient(batch.source), "float32")
    rest = list(range(1, len(dims(source))))
    column = sum(source, axis=rest) if rest else source
    column = op("scale", [_to_shape(column, [-1] + [1] * (len(sizes) - 1), 0)], reals=(0, value), cls="Full")
    made = op("broadcast", [column], shape=tuple([-1] + [int(i) for i in sizes[1:]]), cls="BroadcastTo")
    return made if dtype is None else cast(made, dtype)


def zeros(shape, dtype=None):
    if _has_batch(shape):
        return _of_batch(shape, 0, dtype)
    return make(np.zeros(_filled(shape), dtype=_name_of(dtype) or "float32"))


def ones(shape, dtype=None):
    if _has_batch(shape):
        return _of_batch(shape, 1, dtype)
    return make(np.ones(_filled(shape), dtype=_name_of(dtype) or "float32"))


def full(shape, fill_value, dtype=None):
    if _has_batch(shape):
        return _of_batch(shape, float(fill_value), dtype)
    return make(np.full(_filled(shape, "BroadcastTo", False), array(fill_value), dtype=_name_of(dtype) or "float32"))


def _like(x, value, dtype):
    if is_symbolic(x):
        result = op("scale", [stop_gradient(x)], reals=(0, value), result=_name_of(dtype), cls="FullLike")
        return result
    return make(np.full(dims(x), value, dtype=_name_of(dtype) or dtype_of(x)))


def zeros_like(x, dtype=None):
    return _like(x, 0, dtype)


def ones_like(x, dtype=None):
    return _like(x, 1, dtype)


def full_like(x, fill_value, dtype=None):
    return _like(x, fill_value, dtype)


def eye(N, M=None, k=0, dtype=None):
    return make(np.eye(N, M, k, dtype=_name_of(dtype) or "float32"))


def identity(n, dtype=None):
    return eye(n, dtype=dtype)


def _positions(size, start, step, dtype):
    """start, start + step, ... up to a size that is known when the model runs."""
    if size.times != 1 or size.source is None or start != 0 or step < 1:
        raise NotImplementedError("a range to a size that is not known yet begins at 0 and rises")
    source = cast(stop_gradient(size.source), "float32")
    rest = [axis for axis in np.arange(len(dims(source))).tolist() if axis != size.axis]
    ones = op("scale", [sum(source, axis=rest) if rest else source], reals=(0, 1), cls="Range")
    places = cast(subtract(cumsum(ones, axis=0), 1.0), dtype)
    return places if step == 1 else places[::step]


def arange(start, stop=None, step=None, dtype=None):
    start, stop, step = [i.numpy().item() if is_tensor(i) else i for i in (start, stop, step)]
    if stop is None:
        start, stop = 0, start
    if step is None:
        step = 1
    if dtype is None:
        dtype = "float32" if isinstance(start, float) or isinstance(stop, float) or isinstance(step, float) else "int32"
    if isinstance(stop, _Batch):
        return _positions(stop, start, step, dtype)
    return make(np.arange(start, stop, step).astype(_name_of(dtype)))


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    made = make(np.linspace(start, stop, num, endpoint=endpoint).astype(_name_of(dtype) or "float32"))
    return (made, (stop - start) / (num - (1 if endpoint else 0))) if retstep else made


def one_hot(x, num_classes, axis=-1, dtype=None, sparse=False):
    if num_classes < 0 and not is_symbolic(x):
        _invalid("OneHot", f"depth must be non-negative, got: {num_classes}")
    made = op("one_hot", [x], ints=(num_classes,), reals=(1, 0), result=_name_of(dtype) or "float32", cls="OneHot")
    return made if axis == -1 or axis == len(dims(made)) - 1 else moveaxis(made, -1, axis)


def tril(x, k=0):
    known = dims(x)
    return where(np.tril(np.ones(known[-2:]), k) > 0, x, 0)


def triu(x, k=0):
    known = dims(x)
    return where(np.triu(np.ones(known[-2:]), k) > 0, x, 0)


def diag(x, k=0):
    return make(np.diag(array(x), k))


def copy(x):
    return op("scale", [x], reals=(1,), cls="Copy")


# ---- Order: of numbers only ----

def _numbers(x, what):
    if is_symbolic(x):
        raise NotImplementedError(f"{what} of a symbolic tensor is not there yet")
    return array(x)


def argsort(x, axis=-1):
    _place_of(axis, x, "StridedSlice", "slice index {2} of dimension 0 out of bounds.", named="strided_slice/")
    return make(np.argsort(_numbers(x, "argsort"), axis=axis, kind="stable").astype("int32"))


def sort(x, axis=-1):
    if axis is None:
        x, axis = ravel(x), 0
    _place_of(axis, x, "StridedSlice", "slice index {2} of dimension 0 out of bounds.", named="strided_slice/")
    order = np.argsort(_numbers(x, "sort"), axis=axis, kind="stable")
    return take_along_axis(x, order, axis=axis) if len(dims(x)) > 1 else take(x, order)


def top_k(x, k, sorted=True):
    numbers = _numbers(x, "top_k")
    if numbers.shape[-1] < k:
        _invalid("TopKV2", f"input must have at least k columns. Had {numbers.shape[-1]}, needed {k}")
    order = np.argsort(-numbers, axis=-1, kind="stable")[..., :k].astype("int32")
    values = take_along_axis(x, order, axis=-1) if len(dims(x)) > 1 else take(x, order)
    return values, make(order)


def in_top_k(targets, predictions, k):
    scores, labels = _numbers(predictions, "in_top_k"), _numbers(targets, "in_top_k")
    own = scores[np.arange(len(labels)), labels]
    return make(np.sum(scores > own[:, None], axis=-1) < k)


def unique(x):
    return make(np.unique(_numbers(x, "unique")))


def nonzero(x):
    return tuple(make(i.astype("int32")) for i in np.nonzero(_numbers(x, "nonzero")))


def isclose(x1, x2, rtol=1e-5, atol=1e-8, equal_nan=False):
    return less_equal(absolute(subtract(x1, x2)), add(multiply(absolute(x2), rtol), atol))


# ---- Optimizers and variables ----

def _apply_gradients(optimizer, grads_and_vars):
    pairs = list(grads_and_vars)
    _apply(optimizer, [g for g, _ in pairs], [v for _, v in pairs])


def _refuse_gradient(variable, gradient):
    shown, given = (str(list(shape)).replace(" ", "") for shape in (variable, gradient))
    _invalid("AssignSubVariableOp", f"Cannot update variable with shape {shown} using a Tensor with shape {given}, shapes must be "
             "equal.")


def _apply_built(optimizer, grads, variables):
    if variables is None:
        raise ValueError("When passing `grads` without `variables`, the optimizer must already be built on a list of variables. "
                         "Call `optimizer.build(trainable_variables)` first. ")
    if len(grads) != len(variables):
        raise ValueError("When passing `grads` as a list of gradient tensors, the gradients must match `optimizer.variables` "
                         f"one-to-on. Received a list of {len(grads)} gradients, but the optimizer is tracking {len(variables)} "
                         "trainable variables.")
    _apply(optimizer, grads, variables)


def _apply(optimizer, grads, trainable_variables):
    if not len(grads):
        return
    pairs = list(zip(grads, trainable_variables))
    grads, variables = [g for g, _ in pairs], [v for _, v in pairs]
    missing = [v for g, v in zip(grads, variables) if g is None]
    if len(missing) == len(grads):
        raise ValueError("No gradients provided for any variable.")
    if missing:
        import warnings
        names = [v.path for v in missing]
        warnings.warn(f"Gradients do not exist for variables {names} when minimizing the loss. If using `model.compile()`, "
                      "did you forget to provide a `loss` argument?")
    _apply_step(optimizer, [None if g is None else array(g) for g in grads], variables)


_counts = {}


def _auto_name(name):
    count = _counts.get(name, 0)
    _counts[name] = count + 1
    return name if count == 0 else f"{name}_{count}"


def _keras_variable(initializer, shape=None, dtype=None, trainable=True, name=None):
    value = initializer
    if isinstance(initializer, str):
        import keras
        value = keras.initializers.get(initializer)
    if callable(value) and not is_tensor(value):
        if shape is None:
            raise ValueError("When creating a Variable from an initializer, the `shape` argument should be specified. "
                             f"Received: initializer={initializer} and shape={shape}")
        value = value(shape, dtype=dtype or "float32")
    if dtype is None:
        dtype = dtype_of(value)
    name = name or _auto_name("variable")
    return _new_variable(array(make(value, _name_of(dtype))), name, name, trainable, False)
