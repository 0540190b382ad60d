"""Tensors of texts: objects of bytes in an array. What ops on tensors do with them, and what tf.strings is made of."""
import numpy as np

from _keras import array as _array, is_tensor as _is_tensor, make as _make


_NAMES = {"ConcatV2": "concat"}


def texts(shape, items):
    """A tensor of bytes, item by item."""
    made = np.empty(len(items), dtype=object)
    for place, item in enumerate(items):
        made[place] = item
    return _make(made.reshape(shape))


def kind_of(dtype):
    """A dtype as the runtime names it."""
    return {"object": "string", "float32": "float", "float64": "double", "float16": "half"}.get(str(dtype), str(dtype))


def bytes_of(value, op="StringLength"):
    """(shape, the texts one after the other) of a tensor, an array, a text, or nested lists of them, for an op."""
    if isinstance(value, str):
        return (), [value.encode()]
    if isinstance(value, bytes):
        return (), [value]
    numbers = _array(value if _is_tensor(value) else _make(value))
    if numbers.dtype != object:
        if not _is_tensor(value):
            raise TypeError(f"Cannot convert {value!r} to EagerTensor of dtype string")
        import _tensorflow_errors
        raise _tensorflow_errors.InvalidArgumentError(
            None, None, f"cannot compute {op} as input #0(zero-based) was expected to be a string tensor but is a "
            f"{kind_of(numbers.dtype)} tensor [Op:{op}] name: ")
    return numbers.shape, list(numbers.ravel())


def each(function, value, op):
    shape, items = bytes_of(value, op)
    return texts(shape, [function(item) for item in items])


def _pairs(inputs, name):
    if any(each.dtype != object for each in inputs):
        kinds = ["string" if each.dtype == object else "float" if each.dtype.kind == "f" else "int32" for each in inputs]
        import _tensorflow_errors
        if all(each.dtype == object or each.ndim == 0 for each in inputs) and inputs[0].dtype != object and name != "add":
            raise TypeError(f"Cannot convert {inputs[1].ravel()[0].decode()!r} to EagerTensor of dtype {kinds[0]}")
        raise _tensorflow_errors.InvalidArgumentError(
            None, None, f"cannot compute {name} as input #1(zero-based) was expected to be a {kinds[0]} tensor but is a "
            f"{kinds[1]} tensor [Op:{name}] name: ")
    a, b = np.broadcast_arrays(*inputs)
    return a.shape, zip(a.ravel(), b.ravel())


def refuse_cast(dtype):
    import _tensorflow_errors
    shown = {"float32": "float", "float64": "double"}.get(dtype, dtype)
    raise _tensorflow_errors.said_by(_tensorflow_errors.UnimplementedError, "Cast",
                                     f"Cast string to {shown} is not supported")


def run(name, inputs, ints, shape, cls):
    """An op of the engine on arrays of texts."""
    first = inputs[0]
    if name in ("equal", "not_equal"):
        size, pairs = _pairs(inputs, cls)
        return _make(np.array([(a == b) == (name == "equal") for a, b in pairs], dtype=bool).reshape(size))
    if name == "add":
        cls = "Add"
        size, pairs = _pairs(inputs, cls)
        return texts(size, [a + b for a, b in pairs])
    if name == "concat":
        cls = {"Concatenate": "ConcatV2"}.get(cls, cls)
        for place, each in enumerate(inputs):
            if each.dtype != first.dtype:
                import _tensorflow_errors
                raise _tensorflow_errors.InvalidArgumentError(
                    None, None, f"cannot compute {cls} as input #{place}(zero-based) was expected to be a "
                                f"{kind_of(first.dtype)} "
                    f"tensor but is a {kind_of(each.dtype)} tensor [Op:{cls}] name: {_NAMES.get(cls, '')}")
        return _make(np.concatenate(inputs, axis=ints[0]))
    if name == "reshape_to":
        sizes = [-1 if place == ints[0] or size is None else size for place, size in enumerate(shape)]
        return _make(first.reshape(sizes))
    if name == "gather":
        return _make(np.take(first, inputs[1].astype("int64"), axis=ints[0]))
    if name == "slice":
        axis, begin, step = ints[:3]
        return _make(np.take(first, begin + step * np.arange(shape[0]), axis=axis))
    if name == "transpose":
        return _make(np.transpose(first, shape).copy())
    if name == "where":
        return _make(np.where(inputs[0].astype(bool), inputs[1], inputs[2]))
    if name == "scale" and cls == "Identity":
        return _make(first)
    if name == "broadcast":
        return _make(np.broadcast_to(first, shape).copy())
    import _tensorflow_errors
    raise _tensorflow_errors.InvalidArgumentError(
        None, None, f"Value for attr 'T' of string is not in the list of allowed values of {cls} [Op:{cls}]")
