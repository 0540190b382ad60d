"""loadtxt: tables whose words are all of the kinds that were said."""
import os
import warnings

import numpy as np
import _numpy
from _numpy_table_columns import flat_kinds, packed
from _numpy_table_lines import checked_ndmin, plain, shaped, table_lines

_counting = ('  This differs from the behaviour in NumPy <=1.22 which counted lines rather than rows.  If desired, '
             'the previous behaviour can be achieved by using `itertools.islice`.\nPlease see the 1.23 release notes '
             'for an example on how to do this.  If you wish to ignore this warning, use `warnings.filterwarnings`.  '
             'This warning is expected to be removed in the future and is given only once per `loadtxt` call.')


def _without_comment(line, marks):
    for mark in marks:
        at = line.find(mark)
        if at >= 0:
            line = line[:at]
    return line


def _quoted(lines, delimiter, quote, marks):
    """The words of lines in which some are quoted; a quoted word may go on in the next line."""
    words, word, inside, was_quoted = [], '', False, False
    for line in lines:
        line = line.rstrip('\r\n') if not inside else line
        at = 0
        while at < len(line):
            letter = line[at]
            if inside:
                if letter == quote and line[at + 1:at + 2] == quote:
                    word += quote
                    at += 1
                elif letter == quote:
                    inside = False
                else:
                    word += letter
            elif letter == quote and word.strip() == '' and not was_quoted:
                word, inside, was_quoted = '', True, True
            elif any(line.startswith(mark, at) for mark in marks):
                break
            elif letter == delimiter or (delimiter is None and letter.isspace()):
                if delimiter is not None or word or was_quoted:
                    words.append(word)
                word, was_quoted = '', False
            else:
                word += letter
            at += 1
        if inside:
            word += '\n'
            continue
        if word or was_quoted or (delimiter is not None and words):
            words.append(word)
        if words or delimiter is None or line:
            yield words if words else []
        words, word, was_quoted = [], '', False


def _split_rows(lines, delimiter, quote, marks):
    if quote is not None:
        yield from _quoted(lines, delimiter, quote, marks)
        return
    for line in lines:
        line = _without_comment(line.rstrip('\r\n'), marks)
        if delimiter is None:
            yield line.split()
        else:
            yield line.split(delimiter) if line else []


def _number(word, dtype):
    text = word.strip()
    if '_' in text:
        raise ValueError
    kind = dtype.kind
    if kind == 'f':
        return float(text)
    if kind == 'b':
        return bool(int(text))
    if kind in 'iu':
        value = int(text)
        bounds = np.iinfo(dtype)
        if not bounds.min <= value <= bounds.max:
            raise ValueError
        return value
    if kind == 'c':
        if text.startswith('(') and text.endswith(')'):
            text = text[1:-1].strip()
        return complex(text.replace('+-', '-'))
    if kind == 'S':
        return word.encode('latin1')
    if kind in 'UO':
        return word
    return np.array(text, dtype=dtype)[()]


def _checked_columns(usecols):
    if usecols is None:
        return None
    try:
        usecols = list(usecols)
    except TypeError:
        usecols = [usecols]
    for column in usecols:
        if not isinstance(column, (int, np.integer)):
            raise TypeError('usecols must be an int or a sequence of ints but it contains at least one element of type '
                            f"'{type(column).__name__}'")
    return [int(column) for column in usecols]


def _checked_mark(text, what):
    text = plain(text)
    if not isinstance(text, str) or len(text) != 1:
        raise TypeError(f'Text reading control character must be a single unicode character or None; but got: {text!r}')
    if text in '\r\n':
        raise TypeError(f"control character '{what}' cannot be a newline (`\\r` or `\\n`).")
    return text


def _readers(kinds, converters, columns, width):
    """What reads each column: a function of the user's, or None."""
    if converters is None:
        return [None] * len(columns)
    if callable(converters):
        return [converters] * len(columns)
    if not isinstance(converters, dict):
        raise TypeError('converters must be a dictionary mapping columns to converter functions or a single callable.')
    chosen = {}
    for column, function in converters.items():
        if not isinstance(column, (int, np.integer)):
            raise TypeError(f'keys of the converters dictionary must be integers; got {column!r}')
        if not -width <= column < width:
            raise ValueError(f'converter specified for column {column}, which is invalid for the number of fields '
                             f'{width}.')
        if not callable(function):
            raise TypeError('values of the converters dictionary must be callable, but the value associated with key '
                            f'{column!r} is not')
        chosen[column % width] = function
    return [chosen.get(column % width) for column in columns]


def loadtxt(fname, dtype=float, comments='#', delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False,
            ndmin=0, encoding=None, max_rows=None, *, quotechar=None, like=None):
    """Reads a table of numbers."""
    checked_ndmin(ndmin)
    if skiprows < 0 or (max_rows is not None and max_rows < 0):
        raise ValueError('argument must be nonnegative')
    if hasattr(fname, '__fspath__'):
        fname = os.fspath(fname)
    if isinstance(comments, (str, bytes)):
        comments = [comments]
    marks = [plain(mark) for mark in comments or []]
    delimiter = None if delimiter is None else _checked_mark(delimiter, 'delimiter')
    quotechar = None if quotechar is None else _checked_mark(quotechar, 'quotechar')
    for first, second in (('comment', 'delimiter'), ('quotechar', 'delimiter'), ('comment', 'quotechar')):
        chosen = {'comment': marks, 'delimiter': [delimiter], 'quotechar': [quotechar]}
        if any(one is not None and one in chosen[second] for one in chosen[first]):
            raise TypeError(f"The values for control characters '{first}' and '{second}' are incompatible")
    usecols = _checked_columns(usecols)
    dtype = np.dtype(dtype)
    if dtype.kind in 'fiub' and isinstance(fname, str) and not fname.endswith('.gz') and marks == ['#'] and \
            converters is None and usecols is None and max_rows is None and ndmin == 0 and quotechar is None:
        # The native reader for plain tables. What it refuses is read again below, for the text of the error.
        try:
            made = _numpy.loadtxt(fname, dtype, delimiter, skiprows)
            if made.size:
                return made.T if unpack else made
        except (ValueError, OSError):
            pass
    lines = table_lines(fname, encoding,
                        'fname must be a string, filehandle, list of strings,\nor generator. Got {} instead.')
    for _ in range(skiprows):
        next(lines, None)
    kinds = flat_kinds(dtype)
    fields = dtype.names is not None or dtype.subdtype is not None
    rows, width, readers, columns = [], None, None, None
    counted = max_rows is not None or (dtype.kind in 'SU' and dtype.itemsize == 0)
    for words in _split_rows(lines, delimiter, quotechar, marks):
        if max_rows is not None and len(rows) >= max_rows:
            break
        if not words:
            if counted:
                warnings.warn(f'Input line {len(rows) + 1} contained no data and will not be counted towards '
                              f'`max_rows={50000 if max_rows is None else max_rows}`.' + _counting, UserWarning,
                              stacklevel=2)
                counted = False
            continue
        number = len(rows) + 1
        if width is None:
            width = len(words)
            columns = list(range(width)) if usecols is None else usecols
            if fields and len(columns) != len(kinds):
                raise ValueError(f'the dtype passed requires {len(kinds)} columns but {len(columns)} were found at row '
                                 f'{number}; use `usecols` to select a subset and avoid this error')
            if not fields:
                kinds = kinds * len(columns)
            readers = _readers(kinds, converters, columns, width)
        elif usecols is None and len(words) != width:
            raise ValueError(f'the number of columns changed from {width} to {len(words)} at row {number}; use '
                             '`usecols` to select a subset and avoid this error')
        row = []
        for column, reader, kind in zip(columns, readers, kinds):
            if not -len(words) <= column < len(words):
                raise ValueError(f'invalid column index {column} at row {number} with {len(words)} columns')
            word = words[column]
            if reader is not None:
                if encoding == 'bytes':
                    word = word.encode('latin1')
                row.append(reader(word))
                continue
            try:
                row.append(_number(word, kind))
            except (ValueError, OverflowError):
                raise ValueError(f'could not convert string {word!r} to {kind} at row {len(rows)}, column '
                                 f'{column % len(words) + 1}.') from None
        rows.append(packed(row, dtype) if fields else row)
    if not rows:
        warnings.warn(f'loadtxt: input contained no data: "{fname}"', UserWarning, stacklevel=2)
        made = np.empty((0,) if fields else (0, 1), dtype=dtype)
    else:
        made = np.array(rows, dtype=dtype)
    made = shaped(made, ndmin) if made.size or ndmin == 2 else made.reshape(-1)
    if unpack:
        return [made[name] for name in dtype.names] if dtype.names is not None else made.T
    return made
