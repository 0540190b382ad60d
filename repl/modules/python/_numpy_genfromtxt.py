"""genfromtxt: tables in which words may be missing, and whose kinds it finds out."""
import os
import warnings

import numpy as np
from _numpy_table_columns import Column, flat_kinds, packed, tidy_names
from _numpy_table_lines import checked_ndmin, plain, shaped, table_lines


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


def _by_column(given, names, usecols):
    """The entries of a dict for columns, which are given by name or by place: each with its place."""
    for key, value in given.items():
        if isinstance(key, str):
            if key not in (names or []):
                continue
            key = names.index(key)
        yield usecols.index(key) if usecols and key in usecols else key, value


def _missing_words(given, names, usecols, width):
    made = [[''] for _ in range(width)]
    given = plain(given) if given is not None else ()
    if isinstance(given, dict):
        for key, value in _by_column(given, names, usecols):
            words = [str(plain(one)) for one in value] if isinstance(value, (list, tuple)) else [str(plain(value))]
            for place in made if key is None else [made[key]]:
                place.extend(words)
    elif isinstance(given, (list, tuple)):
        for value, place in zip(given, made):
            if str(plain(value)) not in place:
                place.append(str(plain(value)))
    else:
        words = given.split(',') if isinstance(given, str) else [str(given)]
        for place in made:
            place.extend(words)
    return made


def _fillers(given, names, usecols, width):
    made = [None] * width
    if isinstance(given, dict):
        for key, value in _by_column(given, names, usecols):
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
    checked_ndmin(ndmin)
    if not isinstance(converters, (dict, type(None))):
        raise TypeError("The input argument 'converter' should be a valid dictionary (got '" + str(type(converters)) +
                        "' instead)")
    if hasattr(fname, '__fspath__'):
        fname = os.fspath(fname)
    mark = None if comments is None else plain(comments)
    delimiter = plain(delimiter)
    split = _splitter(delimiter, mark, autostrip)
    lines = table_lines(fname, encoding,
                        'fname must be a string, a filehandle, a sequence of strings,\nor an iterator of strings. '
                        'Got {} instead.')
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
    made = shaped(made, ndmin)
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
            raise ValueError(f'could not assign tuple of length {len(row)} to structure with {len(dtype.names)} '
                             'fields.')
    return np.array([packed(row, dtype) for row in data], dtype=dtype)


def _steps_dtype(place):
    return [np.dtype(bool), np.dtype(int), np.dtype(float), np.dtype(complex), np.dtype(str)][place]


def _mask_of(masks, made):
    if made.dtype.names is None:
        return np.array(masks, dtype=bool).reshape(made.shape)
    return np.array([tuple(row) for row in masks], dtype=[(name, bool) for name in made.dtype.names])
