"""Functions of structured arrays: fields added, dropped, renamed, and arrays of numbers in place of fields."""
import numpy as np
from _numpy_table_columns import flat_kinds, packed


def get_names(adtype):
    """The names of the fields; of records in them, with theirs."""
    return tuple((name, get_names(adtype[name])) if adtype[name].names is not None else name for name in adtype.names)


def get_names_flat(adtype):
    """The names of the fields, of records in them too."""
    made = []
    for name in adtype.names:
        made.append(name)
        if adtype[name].names is not None:
            made.extend(get_names_flat(adtype[name]))
    return tuple(made)


def _given(made, usemask, asrecarray):
    if usemask:
        return np.ma.array(made)
    return made.view(np.recarray) if asrecarray else made


def _fields(base):
    return [(name, base.dtype[name]) for name in base.dtype.names]


def append_fields(base, names, data, dtypes=None, fill_value=-1, usemask=True, asrecarray=False):
    """The array with new fields behind its own."""
    if isinstance(names, (tuple, list)):
        if len(names) != len(data):
            raise ValueError('The number of arrays does not match the number of names')
    elif isinstance(names, str):
        names, data = [names], [data]
    columns = [np.asarray(one) for one in data]
    if dtypes is not None:
        dtypes = [dtypes] if not isinstance(dtypes, (tuple, list)) else list(dtypes)
        if len(dtypes) != len(columns):
            if len(dtypes) != 1:
                raise ValueError('The dtypes argument must be None, a dtype, or a list.')
            dtypes = dtypes * len(columns)
        columns = [one.astype(kind) for one, kind in zip(columns, dtypes)]
    base = np.asarray(base)
    length = max([len(base)] + [len(one) for one in columns])
    made = np.empty(length, dtype=_fields(base) + [(name, one.dtype) for name, one in zip(names, columns)])
    for name in base.dtype.names:
        made[name][:len(base)] = base[name]
        if len(base) < length:
            made[name][len(base):] = fill_value
    for name, one in zip(names, columns):
        made[name][:len(one)] = one
        if len(one) < length:
            made[name][len(one):] = fill_value
    return _given(made, usemask, asrecarray)


def rec_append_fields(base, names, data, dtypes=None):
    """The same as a record array."""
    return append_fields(base, names, data, dtypes=dtypes, usemask=False, asrecarray=True)


def drop_fields(base, drop_names, usemask=True, asrecarray=False):
    """The array without some of its fields."""
    drop = {drop_names} if isinstance(drop_names, str) else set(drop_names)
    base = np.asarray(base)
    kept = [(name, kind) for name, kind in _fields(base) if name not in drop]
    if not kept:
        return np.empty(base.shape, dtype=[])
    made = np.empty(base.shape, dtype=kept)
    for name, _ in kept:
        made[name] = base[name]
    return _given(made, usemask, asrecarray)


def rec_drop_fields(base, drop_names):
    """The same as a record array."""
    return drop_fields(base, drop_names, usemask=False, asrecarray=True)


def _renamed(dtype, names):
    return np.dtype([(names.get(name, name), _renamed(dtype[name], names) if dtype[name].names is not None
                      else dtype[name]) for name in dtype.names])


def rename_fields(base, namemapper):
    """The array with other names of its fields."""
    base = np.asarray(base)
    made = np.empty(base.shape, dtype=_renamed(base.dtype, namemapper))
    for old, new in zip(base.dtype.names, made.dtype.names):
        if base.dtype[old].names is None:
            made[new] = base[old]
        else:
            made[new] = rename_fields(base[old], namemapper)
    return made


def repack_fields(a, align=False, recurse=False):
    """The array, or the dtype, with its fields side by side."""
    if align:
        raise NotImplementedError('repack_fields(align=True) is not there: fields are packed')
    if isinstance(a, np.dtype):
        return a if a.names is None else np.dtype([(name, a[name]) for name in a.names])
    return drop_fields(a, [], usemask=False)


def structured_to_unstructured(arr, dtype=None, copy=False, casting='unsafe'):
    """The fields of every record as the last axis of an array of numbers."""
    arr = np.asarray(arr)
    if arr.dtype.names is None:
        raise ValueError('arr must be a structured array')
    kinds = flat_kinds(arr.dtype)
    if not kinds and dtype is None:
        raise ValueError('arr has no fields. Unable to guess dtype')
    kind = np.result_type(*kinds) if dtype is None else np.dtype(dtype)
    lines = []
    for name in arr.dtype.names:
        part = arr[name]
        if part.dtype.names is not None:
            part = structured_to_unstructured(part, kind, casting=casting)
            lines.extend(part[..., n] for n in range(part.shape[-1]))
        elif part.ndim > arr.ndim:
            part = part.reshape(arr.shape + (-1,))
            lines.extend(part[..., n] for n in range(part.shape[-1]))
        else:
            lines.append(part)
    return np.stack([np.asarray(line).astype(kind, casting=casting) for line in lines], axis=-1)


def unstructured_to_structured(arr, dtype=None, names=None, align=False, copy=False, casting='unsafe'):
    """The last axis of an array of numbers as fields."""
    arr = np.asanyarray(arr)
    if arr.shape == ():
        raise ValueError('arr must have at least one dimension')
    count = arr.shape[-1]
    if count == 0:
        raise NotImplementedError('last axis with size 0 is not supported')
    if dtype is None:
        names = [f'f{n}' for n in range(count)] if names is None else names
        dtype = np.dtype([(name, arr.dtype) for name in names])
    else:
        if names is not None:
            raise ValueError("don't supply both dtype and names")
        dtype = np.dtype(dtype)
    if count != len(flat_kinds(dtype)):
        raise ValueError('The length of the last dimension of arr must be equal to the number of fields in dtype')
    rows = [packed(row, dtype) for row in arr.reshape(-1, count).tolist()]
    return np.array(rows, dtype=dtype).reshape(arr.shape[:-1])


def apply_along_fields(func, arr):
    """A function of the fields of every record."""
    if arr.dtype.names is None:
        raise ValueError('arr must be a structured array')
    return func(structured_to_unstructured(arr), axis=-1)


def assign_fields_by_name(dst, src, zero_unassigned=True):
    """Sets the fields that have the same names."""
    if dst.dtype.names is None:
        dst[...] = src
        return
    for name in dst.dtype.names:
        if name in src.dtype.names:
            assign_fields_by_name(dst[name], src[name], zero_unassigned)
        elif zero_unassigned:
            dst[name] = 0


def require_fields(array, required_dtype):
    """The array with just the fields of another dtype."""
    made = np.zeros(array.shape, dtype=required_dtype)
    assign_fields_by_name(made, array)
    return made


def merge_arrays(seqarrays, fill_value=-1, flatten=False, usemask=False, asrecarray=False):
    """Arrays beside each other as the fields of one."""
    if isinstance(seqarrays, np.ndarray):
        seqarrays = (seqarrays,)
    arrays = [np.atleast_1d(np.asarray(one)) for one in seqarrays]
    length = max(one.size for one in arrays)
    kinds, columns = [], []
    for place, one in enumerate(arrays):
        if one.dtype.names is not None and (flatten or len(arrays) == 1):
            for name in one.dtype.names:
                kinds.append((name, one.dtype[name]))
                columns.append(one[name])
        else:
            kinds.append((f'f{place}', one.dtype))
            columns.append(one)
    made = np.zeros(length, dtype=kinds)
    for (name, _), column in zip(kinds, columns):
        made[name][:len(column)] = column
        if len(column) < length:
            made[name][len(column):] = fill_value
    return _given(made, usemask, asrecarray)


def stack_arrays(arrays, defaults=None, usemask=True, asrecarray=False, autoconvert=False):
    """Structured arrays one behind the other, with all of their fields."""
    if isinstance(arrays, np.ndarray):
        return arrays
    if len(arrays) == 1:
        return arrays[0]
    if usemask:
        raise NotImplementedError('stack_arrays() gives no masked arrays: usemask=False')
    arrays = [np.asarray(one).ravel() for one in arrays]
    kinds = {}
    for place, one in enumerate(arrays):
        for name, kind in _fields(one) if one.dtype.names is not None else [(f'f{place}', one.dtype)]:
            if name in kinds and kinds[name] != kind:
                if not autoconvert:
                    raise TypeError(f"Incompatible type '{kinds[name]}' <> '{kind}'")
                kind = max(kinds[name], kind)
            kinds[name] = kind
    defaults = defaults or {}
    made = np.zeros(sum(len(one) for one in arrays), dtype=list(kinds.items()))
    at = 0
    for place, one in enumerate(arrays):
        for name, kind in kinds.items():
            part = made[name][at:at + len(one)]
            if one.dtype.names is None:
                part[...] = one if name == f'f{place}' else defaults.get(name, 0)
            else:
                part[...] = one[name] if name in one.dtype.names else defaults.get(name, 0)
        at += len(one)
    return made.view(np.recarray) if asrecarray else made
