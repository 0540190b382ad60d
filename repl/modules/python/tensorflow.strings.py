"""tf.strings: functions of tensors of texts, which are bytes in UTF-8."""
import re as _re

import numpy as _np
from _fingerprints import fingerprint as _fingerprint, keyed as _keyed, murmured as _murmured
from _keras import array as _array, is_tensor as _is_tensor, make as _make
from _tensorflow_text import bytes_of as _bytes_of, each as _each, texts as _texts
from tensorflow.ragged import RaggedTensor as _Ragged


def _through(function, input, op):
    """function over a tensor, or over the values of a ragged one."""
    if isinstance(input, _Ragged):
        return input.with_values(_through(function, input.values, op))
    return _each(function, input, op)


def _check_unit(unit, op, signature):
    if unit not in ("BYTE", "UTF8_CHAR"):
        import _tensorflow_errors
        raise _tensorflow_errors.InvalidArgumentError(
            None, None, f'Value for attr \'unit\' of "{unit}" is not in the list of allowed values: "BYTE", '
                        f'"UTF8_CHAR"\n\t; NodeDef: '
            f"{{{{node {op}}}}}; Op<name={op}; signature={signature}unit:string,default=\"BYTE\",allowed=[\"BYTE\", "
            f"\"UTF8_CHAR\"]> [Op:{op}]")


def _letters(item, encoding):
    return item.decode("utf-8", "replace") if encoding else None


def lower(input, encoding="", name=None):
    return _through(lambda item: _letters(item, encoding).lower().encode() if encoding else item.lower(), input,
                    "StringLower")


def upper(input, encoding="", name=None):
    return _through(lambda item: _letters(item, encoding).upper().encode() if encoding else item.upper(), input,
                    "StringUpper")


def strip(input, name=None):
    return _through(lambda item: item.strip(), input, "StringStrip")


def regex_replace(input, pattern, rewrite, replace_global=True, name=None):
    pattern, rewrite = (each.decode() if isinstance(each, bytes) else each for each in (pattern, rewrite))
    known = _re.compile(pattern)
    rewrite = rewrite.replace("\\0", "\\g<0>")
    return _through(lambda item: known.sub(rewrite, item.decode("utf-8", "replace"), 0 if replace_global else 1).encode(),
                    input, "StaticRegexReplace")


def regex_full_match(input, pattern, name=None):
    known = _re.compile(pattern)
    shape, items = _bytes_of(input, "StaticRegexFullMatch")
    return _make(_np.array([known.fullmatch(item.decode("utf-8", "replace")) is not None for item in items],
                           dtype=bool).reshape(shape))


def length(input, unit="BYTE", name=None):
    _check_unit(unit, "StringLength", "input:string -> output:int32; attr=")
    if isinstance(input, _Ragged):
        return input.with_values(length(input.values, unit))
    shape, items = _bytes_of(input)
    counts = [len(item) if unit == "BYTE" else len(item.decode("utf-8", "replace")) for item in items]
    return _make(_np.array(counts, dtype="int32").reshape(shape))


def join(inputs, separator="", name=None):
    parts = [_bytes_of(each, "StringJoin") for each in inputs]
    shape = ()
    for size, _ in parts:
        if size != ():
            shape = size
    count = 1
    for size in shape:
        count *= size
    columns = [items * count if size == () else items for size, items in parts]
    between = separator.encode() if isinstance(separator, str) else separator
    return _texts(shape, [between.join(row) for row in zip(*columns)])


def reduce_join(inputs, axis=None, keepdims=False, separator="", name=None):
    between = separator.encode() if isinstance(separator, str) else separator
    if isinstance(inputs, _Ragged):
        return _texts((len(inputs),), [between.join(row) for row in inputs.rows()])
    shape, items = _bytes_of(inputs, "ReduceJoin")
    if axis is None:
        return _texts((1,) * len(shape) if keepdims else (), [between.join(items)])
    table = _np.empty(len(items), dtype=object)
    for place, item in enumerate(items):
        table[place] = item
    table = _np.moveaxis(table.reshape(shape), axis, -1)
    rest = table.shape[:-1]
    made = _texts(rest, [between.join(row) for row in table.reshape(-1, table.shape[-1]).tolist()])
    if not keepdims:
        return made
    kept = list(shape)
    kept[axis] = 1
    return _make(_array(made).reshape(kept))


def split(input, sep=None, maxsplit=-1, name=None):
    mark = None if sep in (None, "", b"") else sep.encode() if isinstance(sep, str) else sep
    shape, items = _bytes_of(input, "StringSplitV2")
    rows = [item.split(mark, maxsplit) for item in items]
    if shape == ():
        return _texts((len(rows[0]),), rows[0])
    if len(shape) > 1:
        raise NotImplementedError("tf.strings.split() of tensors with more than one dimension is not there")
    return _Ragged.of_rows(rows, "string")


def bytes_split(input, name=None):
    return _pieces(input, lambda item: [item[place:place + 1] for place in range(len(item))])


def unicode_split(input, input_encoding="UTF-8", errors="replace", replacement_char=65533, name=None):
    return _pieces(input, lambda item: [letter.encode() for letter in item.decode("utf-8", "replace")])


def _pieces(input, function):
    shape, items = _bytes_of(input, "UnicodeDecodeWithOffsets")
    rows = [function(item) for item in items]
    return _texts((len(rows[0]),), rows[0]) if shape == () else _Ragged.of_rows(rows, "string")


def unicode_decode(input, input_encoding="UTF-8", errors="replace", replacement_char=65533,
                   replace_control_characters=False, name=None):
    shape, items = _bytes_of(input, "UnicodeDecode")
    rows = [[ord(letter) for letter in item.decode("utf-8", "replace")] for item in items]
    return _make(_np.array(rows[0], dtype="int32")) if shape == () else _Ragged.of_rows(rows, "int32")


def unicode_encode(input, output_encoding="UTF-8", errors="replace", replacement_char=65533, name=None):
    if isinstance(input, _Ragged):
        return _texts((len(input),), ["".join(chr(code) for code in row).encode() for row in input.rows()])
    codes = _array(input)
    if codes.ndim == 1:
        return _texts((), ["".join(chr(int(code)) for code in codes).encode()])
    return _texts(codes.shape[:-1], ["".join(chr(int(code)) for code in row).encode()
                                     for row in codes.reshape(-1, codes.shape[-1])])


def substr(input, pos, len, unit="BYTE", name=None):
    _check_unit(unit, "Substr", "input:string, pos:T, len:T -> output:string; attr=T:type,allowed=[DT_INT32, "
                                "DT_INT64]; attr=")
    pos, count = int(pos), int(len)

    def part(item):
        whole = item if unit == "BYTE" else item.decode("utf-8", "replace")
        start = pos if pos >= 0 else pos + _size(whole)
        piece = whole[start:start + count]
        return piece if unit == "BYTE" else piece.encode()
    return _through(part, input, "Substr")


def _size(item):
    return item.__len__()


def to_number(input, out_type="float32", name=None):
    kind = getattr(out_type, "name", out_type)
    if isinstance(input, _Ragged):
        return input.with_values(to_number(input.values, kind))
    shape, items = _bytes_of(input, "StringToNumber")
    read = float if str(kind).startswith("float") else int
    numbers = []
    for item in items:
        try:
            numbers.append(read(item.decode()))
        except ValueError:
            import _tensorflow_errors
            raise _tensorflow_errors.said_by(
                _tensorflow_errors.InvalidArgumentError, "StringToNumber",
                f"StringToNumberOp could not correctly convert string: {item.decode()}", named=False) from None
    return _make(_np.array(numbers, dtype=kind).reshape(shape))


def as_string(input, precision=-1, scientific=False, shortest=False, width=-1, fill="", name=None):
    numbers = _array(input)

    def shown(number):
        if numbers.dtype == bool:
            return "true" if number else "false"
        if numbers.dtype.kind != "f":
            text = str(number)
        elif shortest:
            text = f"%.{max(precision, 6) if precision >= 0 else 6}g" % number
        else:
            text = ("%.*e" if scientific else "%.*f") % (precision if precision >= 0 else 6, number)
        return text.rjust(width, fill or " ") if width > 0 else text
    return _texts(numbers.shape, [shown(number).encode() for number in numbers.ravel().tolist()])


def format(template, inputs, placeholder="{}", summarize=3, name=None):
    import tensorflow as tf
    from _tensorflow import _printed
    if not isinstance(inputs, (list, tuple, _np.ndarray)) and not _is_tensor(inputs):
        raise TypeError(f"object of type '{type(inputs).__name__}' has no len()")
    values = inputs if isinstance(inputs, (list, tuple)) else [inputs]
    parts = template.split(placeholder)
    if _size(parts) != _size(values) + 1:
        raise ValueError(f"The template expects {_size(parts) - 1} tensors, but the inputs only has {_size(values)}. "
                         f"Please ensure "
                         "the number of placeholders in template matches inputs length.")
    made = parts[0]
    for value, part in zip(values, parts[1:]):
        made += _printed(tf.convert_to_tensor(value), summarize) + part
    return _texts((), [made.encode()])


def ngrams(data, ngram_width, separator=" ", name=None, **other):
    if other:
        raise NotImplementedError(f"tf.strings.ngrams(): {', '.join(other)} is not there")
    widths = ngram_width if isinstance(ngram_width, (list, tuple)) else [ngram_width]
    between = separator.encode()

    def grams(row):
        return [between.join(row[place:place + wide]) for wide in widths for place in range(_size(row) - wide + 1)]
    if isinstance(data, _Ragged):
        return _Ragged.of_rows([grams(row) for row in data.rows()], "string")
    shape, items = _bytes_of(data)
    if _size(shape) != 1:
        raise NotImplementedError("tf.strings.ngrams() takes one row of texts, or a ragged tensor")
    found = grams(items)
    return _texts((_size(found),), found)


def _bucket(input, num_buckets, hashed, op):
    shape, items = _bytes_of(input, op)
    return _make(_np.array([hashed(item) % int(num_buckets) for item in items], dtype="int64").reshape(shape))


def to_hash_bucket(input, num_buckets, name=None):
    return _bucket(input, num_buckets, _murmured, "StringToHashBucket")


def to_hash_bucket_fast(input, num_buckets, name=None):
    return _bucket(input, num_buckets, _fingerprint, "StringToHashBucketFast")


def to_hash_bucket_strong(input, num_buckets, key, name=None):
    return _bucket(input, num_buckets, lambda item: _keyed(item, key), "StringToHashBucketStrong")
