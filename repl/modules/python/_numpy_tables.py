"""Tables in texts: loadtxt, genfromtxt, savetxt."""
import os
import warnings

import numpy as np
import _numpy
from _numpy_table_columns import Column, flat_kinds, packed, tidy_names


# ---- Where lines come from ----

def _plain(text):
    return text.decode('latin1') if isinstance(text, bytes) else text


def _opened(name, mode, encoding):
    if name.endswith('.gz'):
        import gzip
        return gzip.open(name, mode + 't', encoding=encoding or 'latin1')
    return open(name, mode, encoding=encoding)


def _lines(source, encoding, words):
    """The lines of a named file, an open one, a list, or whatever gives lines."""
    if hasattr(source, '__fspath__'):
        source = os.fspath(source)
    if isinstance(source, str):
        try:
            with _opened(source, 'r', None if encoding == 'bytes' else encoding) as file:
                yield from file.read().split('\n')
        except FileNotFoundError:
            raise FileNotFoundError(f'{source} not found.') from None
        return
    try:
        lines = iter(source)
    except TypeError:
        raise (TypeError if 'iterator' in words else ValueError)(words.format(type(source))) from None
    for line in lines:
        yield _plain(line)


def _shaped(made, ndmin):
    if made.ndim > ndmin:
        made = made.squeeze()
    if made.ndim < ndmin:
        made = np.atleast_1d(made) if ndmin == 1 else np.atleast_2d(made).T
    return made


def _checked_ndmin(ndmin):
    if ndmin not in (0, 1, 2):
        raise ValueError(f'Illegal value of ndmin keyword: {ndmin}')


# ---- loadtxt ----

_counting = ('  This differs from the behaviour in NumPy <=1.22 which counted lines rather than rows.  If desired, the '
             'previous behaviour can be achieved by using `itertools.islice`.\nPlease see the 1.23 release notes for an '
             'example on how to do this.  If you wish to ignore this warning, use `warnings.filterwarnings`.  This '
             'warning is expected to be removed in the future and is given only once per `loadtxt` call.')


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
    text = _plain(text)
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
    _checked_ndmin(ndmin)
    if skiprows < 0 or (max_rows is not None and max_rows < 0):
        raise ValueError('argument must be nonnegative')
    if hasattr(fname, '__fspath__'):
        fname = os.fspath(fname)
    if isinstance(comments, (str, bytes)):
        comments = [comments]
    marks = [_plain(mark) for mark in comments or []]
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
    lines = _lines(fname, encoding, 'fname must be a string, filehandle, list of strings,\nor generator. Got {} instead.')
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
    made = _shaped(made, ndmin) if made.size or ndmin == 2 else made.reshape(-1)
    if unpack:
        return [made[name] for name in dtype.names] if dtype.names is not None else made.T
    return made


# ---- genfromtxt ----

def _splitter(delimiter, mark, autostrip):
    """What takes a line apart: at a delimiter, or in words of given widths."""
    if delimiter is not None and not isinstance(delimiter, str):
        widths = [int(delimiter)] if not np.iterable(delimiter) else [int(n) for n in delimiter]
        repeats = not np.iterable(delimiter)

    def split(line):
        if mark is not None:
            line = line.split(mark)[0]
        if delimiter is None or isinstance(delimiter, str):
            line = line.strip(' \r\n') if delimiter != '\t' else line.strip('\r\n')
            words = line.split(delimiter) if line else []
        else:
            line = line.strip('\r\n')
            words, at = [], 0
            while line and (at < len(line) if repeats else len(words) < len(widths)):
                n = widths[0] if repeats else widths[len(words)]
                words.append(line[at:at + n])
                at += n
        return [word.strip() for word in words] if autostrip else words
    return split


def _fields_dtype(dtype, names, options):
    """The dtype that was asked for, with the names that were."""
    try:
        dtype = np.dtype(dtype)
    except TypeError:
        return np.dtype(list(zip(tidy_names(names, count=len(dtype), **options), dtype)))
    if names is None:
        if dtype.names is None or list(dtype.names) != [f'f{n}' for n in range(len(dtype.names))]:
            return dtype
        names = tidy_names([''] * len(dtype.names), **options)
    elif dtype.names is None:
        return np.dtype([(name, dtype) for name in tidy_names(names, **options)])
    else:
        names = tidy_names(names, count=len(dtype.names), **options)
    return np.dtype([(name, dtype[old]) for name, old in zip(names, dtype.names)])


def _missing_words(given, names, usecols, width):
    made = [[''] for _ in range(width)]
    given = _plain(given) if given is not None else ()
    if isinstance(given, dict):
        for key, value in given.items():
            if isinstance(key, str):
                if key not in (names or []):
                    continue
                key = names.index(key)
            if usecols and key in usecols:
                key = usecols.index(key)
            words = [str(_plain(one)) for one in value] if isinstance(value, (list, tuple)) else [str(_plain(value))]
            for place in made if key is None else [made[key]]:
                place.extend(words)
    elif isinstance(given, (list, tuple)):
        for value, place in zip(given, made):
            if str(_plain(value)) not in place:
                place.append(str(_plain(value)))
    else:
        words = given.split(',') if isinstance(given, str) else [str(given)]
        for place in made:
            place.extend(words)
    return made


def _fillers(given, names, usecols, width):
    made = [None] * width
    if isinstance(given, dict):
        for key, value in given.items():
            if isinstance(key, str):
                if key not in (names or []):
                    continue
                key = names.index(key)
            if usecols and key in usecols:
                key = usecols.index(key)
            made[key] = value
    elif isinstance(given, (list, tuple)):
        made[:min(len(given), width)] = list(given)[:width]
    else:
        made = [given] * width
    return made


def _first_line(lines, split, names, mark, fname):
    """The words of the first line that has any, and the line."""
    for line in lines:
        if names is True and mark is not None and mark in line:
            line = ''.join(line.split(mark)[1:])
        words = split(line)
        if words:
            return words, line
    warnings.warn(f'genfromtxt: Empty input file: "{fname}"', stacklevel=3)
    return [], ''


def genfromtxt(fname, dtype=float, comments='#', delimiter=None, skip_header=0, skip_footer=0, converters=None,
               missing_values=None, filling_values=None, usecols=None, names=None, excludelist=None, deletechars=None,
               replace_space='_', autostrip=False, case_sensitive=True, defaultfmt='f%i', unpack=None, usemask=False,
               loose=True, invalid_raise=True, max_rows=None, encoding=None, *, ndmin=0, like=None):
    """Reads a table; what is no number is nan."""
    if max_rows is not None:
        if skip_footer:
            raise ValueError("The keywords 'skip_footer' and 'max_rows' can not be specified at the same time.")
        if max_rows < 1:
            raise ValueError("'max_rows' must be at least 1.")
    _checked_ndmin(ndmin)
    if not isinstance(converters, (dict, type(None))):
        raise TypeError("The input argument 'converter' should be a valid dictionary (got '" + str(type(converters)) +
                        "' instead)")
    if hasattr(fname, '__fspath__'):
        fname = os.fspath(fname)
    mark = None if comments is None else _plain(comments)
    delimiter = _plain(delimiter)
    split = _splitter(delimiter, mark, autostrip)
    lines = _lines(fname, encoding, 'fname must be a string, a filehandle, a sequence of strings,\nor an iterator of '
                                    'strings. Got {} instead.')
    for _ in range(skip_header):
        next(lines, None)
    first, first_line = _first_line(lines, split, names, mark, fname)
    if names is True and first and mark and first[0].strip() in mark:
        del first[0]
    if usecols is not None:
        usecols = [word.strip() for word in usecols.split(',')] if isinstance(usecols, str) else (
            list(usecols) if np.iterable(usecols) else [usecols])
    width = len(usecols if usecols is not None else first)
    options = dict(defaultfmt=defaultfmt, excludelist=excludelist, deletechars=deletechars,
                   replace_space=replace_space, case_sensitive=case_sensitive)
    if names is True:
        names = tidy_names([word.strip() for word in first], **options)
        first_line = ''
    elif isinstance(names, str):
        names = tidy_names([word.strip() for word in names.split(',')], **options)
    elif names:
        names = tidy_names(names, **options)
    else:
        names = None
    if dtype is not None:
        dtype = _fields_dtype(dtype, names, options)
    if usecols is not None:
        for place, column in enumerate(usecols):
            if isinstance(column, str):
                usecols[place] = names.index(column)
            elif column < 0:
                usecols[place] = column + len(first)
        if dtype is not None and dtype.names is not None and len(dtype.names) > width:
            dtype = np.dtype([(dtype.names[c], dtype[dtype.names[c]]) for c in usecols])
            names = list(dtype.names)
        elif names is not None and len(names) > width:
            names = [names[c] for c in usecols]
    elif names is not None and dtype is not None and dtype.names is not None:
        names = list(dtype.names)
    missing = _missing_words(missing_values, names, usecols, width)
    fillers = _fillers(filling_values, names, usecols, width)
    if dtype is None:
        readers = [Column(None, miss, fill) for miss, fill in zip(missing, fillers)]
    else:
        kinds = flat_kinds(dtype)
        if len(kinds) == 1:
            kinds = kinds * width
        readers = [Column(kind, miss, fill) for kind, miss, fill in zip(kinds, missing, fillers)]
    own = _own_converters(converters, names, usecols, readers, first, fillers, missing, encoding)
    rows, masks = _read_rows(lines, first_line, split, usecols, width, max_rows, skip_header, skip_footer,
                             invalid_raise, missing)
    if dtype is None:
        for place, reader in enumerate(readers):
            reader.settle([row[place] for row in rows], place)
    read = [reader.loose if loose else reader.strict for reader in readers]
    data = [tuple(function(word) for function, word in zip(read, row)) for row in rows]
    made = _made_table(data, dtype, names, readers, own, defaultfmt)
    if usemask:
        made = np.ma.array(made, mask=_mask_of(masks, made)) if len(data) else np.ma.array(made)
    made = _shaped(made, ndmin)
    if unpack:
        names = made.dtype.names
        if names is None:
            return made.T
        return made[names[0]] if len(names) == 1 else [made[name] for name in names]
    return made


def _own_converters(converters, names, usecols, readers, first, fillers, missing, encoding):
    """Hands the user's functions to their columns; the columns that have one."""
    own = []
    for key, function in (converters or {}).items():
        column = key
        if isinstance(key, str):
            if key not in (names or []):
                continue
            place = column = names.index(key)
        elif usecols:
            if key not in usecols:
                continue
            place = usecols.index(key)
        else:
            place = key
        if encoding == 'bytes':
            function = (lambda inner: lambda word: inner(word.encode('latin1')))(function)
        sample = first[column] if len(first) and -len(first) <= column < len(first) and names is None else None
        readers[place].use(function, fillers[place], missing[place], sample)
        own.append(place)
    return own


def _read_rows(lines, first_line, split, usecols, width, max_rows, skip_header, skip_footer, invalid_raise, missing):
    rows, masks, bad = [], [], []
    for number, line in enumerate(_chained(first_line, lines)):
        words = split(line)
        count = len(words)
        if count == 0:
            continue
        if usecols is not None:
            try:
                words = [words[c] for c in usecols]
            except IndexError:
                bad.append((number + skip_header + 1, count))
                continue
        elif count != width:
            bad.append((number + skip_header + 1, count))
            continue
        rows.append(tuple(words))
        masks.append(tuple(word.strip() in miss for word, miss in zip(words, missing)))
        if len(rows) == max_rows:
            break
    if bad:
        if skip_footer > 0:
            late = len([1 for number, _ in bad if number > len(rows) + skip_header])
            bad = bad[:len(bad) - late]
            skip_footer -= late
        told = [f'    Line #{number} (got {count} columns instead of {width})' for number, count in bad]
        if told:
            text = '\n'.join(['Some errors were detected !'] + told)
            if invalid_raise:
                raise ValueError(text)
            warnings.warn(text, UserWarning, stacklevel=3)
    if skip_footer > 0:
        rows, masks = rows[:-skip_footer], masks[:-skip_footer]
    return rows, masks


def _chained(first, lines):
    yield first
    yield from lines


def _made_table(data, dtype, names, readers, own, defaultfmt):
    width = len(readers)
    if dtype is None:
        kinds = []
        for place, reader in enumerate(readers):
            kind = getattr(reader, 'made', _steps_dtype(reader.place))
            if kind.kind in 'US':
                kind = np.dtype(f'{kind.kind}{max([len(row[place]) for row in data] + [1])}')
            kinds.append(kind)
        if names is None:
            if all(kind == kinds[0] or kind.kind == kinds[0].kind == 'U' for kind in kinds) and kinds:
                widest = max(kinds, key=lambda kind: kind.itemsize)
                return np.array([list(row) for row in data], dtype=widest).reshape(len(data), width)
            names = [defaultfmt % n for n in range(width)]
        return np.array(data, dtype=list(zip(names, kinds)))
    if dtype.names is None:
        if own and any(np.asarray([row[place] for row in data]).dtype.kind not in (dtype.kind, 'i', 'u', 'b', 'f')
                       for place in own if data):
            kinds = [np.asarray([row[n] for row in data]).dtype if n in own else dtype for n in range(width)]
            return np.array(data, dtype=[(defaultfmt % n, kind) for n, kind in enumerate(kinds)])
        return np.array([list(row) for row in data], dtype=dtype).reshape(len(data), width)
    fields = len(flat_kinds(dtype))
    for row in data:
        if len(row) != fields:
            raise ValueError(f'could not assign tuple of length {len(row)} to structure with {len(dtype.names)} fields.')
    return np.array([packed(row, dtype) for row in data], dtype=dtype)


def _steps_dtype(place):
    return [np.dtype(bool), np.dtype(int), np.dtype(float), np.dtype(complex), np.dtype(str)][place]


def _mask_of(masks, made):
    if made.dtype.names is None:
        return np.array(masks, dtype=bool).reshape(made.shape)
    return np.array([tuple(row) for row in masks], dtype=[(name, bool) for name in made.dtype.names])


# ---- savetxt ----

def _writer(file, encoding):
    """Writes texts to a file that was opened for texts or for bytes."""
    def write(text):
        if kept[0] is None:
            try:
                file.write(text)
                kept[0] = True
            except TypeError:
                file.write(text.encode(encoding or 'latin1'))
                kept[0] = False
        elif kept[0]:
            file.write(text)
        else:
            file.write(text.encode(encoding or 'latin1'))
    kept = [None]
    return write


def savetxt(fname, X, fmt='%.18e', delimiter=' ', newline='\n', header='', footer='', comments='# ', encoding=None):
    """Writes a table of numbers as text."""
    fmt, delimiter = _plain(fmt), _plain(delimiter)
    if hasattr(fname, '__fspath__'):
        fname = os.fspath(fname)
    named = isinstance(fname, str)
    if not named and not hasattr(fname, 'write'):
        raise ValueError('fname must be a string or file handle')
    X = np.asarray(X)
    if X.ndim == 0 or X.ndim > 2:
        raise ValueError(f'Expected 1D or 2D array, got {X.ndim}D array instead')
    if X.ndim == 1 and X.dtype.names is not None:
        columns = len(X.dtype.names)
    else:
        X = X.reshape(-1, 1) if X.ndim == 1 else X
        columns = X.shape[1]
    parts = X.dtype.kind == 'c'
    if isinstance(fmt, (list, tuple)):
        if len(fmt) != columns:
            raise AttributeError(f'fmt has wrong shape.  {fmt}')
        line_format = delimiter.join(_plain(one) for one in fmt)
    elif isinstance(fmt, str):
        count = fmt.count('%')
        if count == 1:
            line_format = delimiter.join([f' ({fmt}+{fmt}j)' if parts else fmt] * columns)
        elif count != (2 * columns if parts else columns):
            raise ValueError(f'fmt has wrong number of % formats:  {fmt}')
        else:
            line_format = fmt
    else:
        raise ValueError(f'invalid fmt: {fmt!r}')
    out = []
    if header:
        out.append(comments + header.replace('\n', '\n' + comments) + newline)
    for row in X.tolist() if X.dtype.names is None else X:
        if parts:
            row = [part for number in row for part in (number.real, number.imag)]
        try:
            line = line_format % tuple(row) + newline
        except TypeError:
            raise TypeError(f"Mismatch between array dtype ('{X.dtype}') and format specifier ('{line_format}')") \
                from None
        out.append(line.replace('+-', '-') if parts else line)
    if footer:
        out.append(comments + footer.replace('\n', '\n' + comments) + newline)
    if not named:
        write = _writer(fname, encoding)
        for text in out:
            write(text)
        return
    with _opened(fname, 'w', encoding or 'latin1') as file:
        file.write(''.join(out))
