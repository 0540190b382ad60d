"""numpy's functions that read and write text and raw bytes."""
import numpy as np
import _numpy


# ---- Numbers as text ----

def binary_repr(num, width=None):
    """An integer in base 2; negative ones as two's complement of a width."""
    if not isinstance(num, (int, np.integer, str)):
        raise TypeError(f"'{type(num).__name__}' object cannot be interpreted as an integer")
    num = int(num)
    if num == 0:
        return '0' * (width or 1)
    if num > 0:
        digits = bin(num)[2:]
        if width is not None and width < len(digits):
            raise ValueError(f'Insufficient bit width={width} provided for binwidth={len(digits)}')
        return digits.zfill(width or 0)
    if width is None:
        return '-' + bin(-num)[2:]
    least = len(bin(-num)[2:])
    if 2 ** (least - 1) == -num:
        least -= 1
    least += 1
    if width < least:
        raise ValueError(f'Insufficient bit width={width} provided for binwidth={least}')
    return bin(2 ** width + num)[2:].zfill(width)


def base_repr(number, base=2, padding=0):
    """An integer in a base from 2 to 36."""
    digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    if base > len(digits):
        raise ValueError('Bases greater than 36 not handled in base_repr.')
    if base < 2:
        raise ValueError('Bases less than 2 not handled in base_repr.')
    left = abs(int(number))
    out = []
    while left:
        out.append(digits[left % base])
        left //= base
    if padding:
        out.append('0' * padding)
    if number < 0:
        out.append('-')
    return ''.join(reversed(out or '0'))


def packbits(a, /, axis=None, bitorder='big'):
    """Eight truth values a byte."""
    a = np.asarray(a)
    if a.dtype.kind not in 'biu':
        raise TypeError('Expected an input array of integer or boolean data type')
    if axis is None:
        a, axis = a.ravel(), 0
    if bitorder not in ('big', 'little'):
        raise ValueError("'order' must be either 'little' or 'big'")
    lines = np.moveaxis(a != 0, axis, -1).astype(np.uint8)
    n = lines.shape[-1]
    missing = -n % 8
    if missing:
        lines = np.concatenate([lines, np.zeros(lines.shape[:-1] + (missing,), dtype=np.uint8)], axis=-1)
    bits = lines.reshape(lines.shape[:-1] + (-1, 8))
    weights = np.array([128, 64, 32, 16, 8, 4, 2, 1], dtype=np.uint8)
    if bitorder == 'little':
        weights = weights[::-1]
    return np.moveaxis((bits * weights).sum(axis=-1).astype(np.uint8), -1, axis)


def unpackbits(a, /, axis=None, count=None, bitorder='big'):
    """The bits of bytes."""
    a = np.asarray(a)
    if a.dtype != np.uint8:
        raise TypeError('Expected an input array of unsigned byte data type')
    if bitorder not in ('big', 'little'):
        raise ValueError("'order' must begin with 'l' or 'b'")
    if axis is None:
        a, axis = a.ravel(), 0
    shifts = np.arange(8, dtype=np.uint8)
    if bitorder == 'big':
        shifts = shifts[::-1]
    lines = np.moveaxis(a, axis, -1)
    bits = ((lines[..., None] >> shifts) & np.uint8(1)).reshape(lines.shape[:-1] + (-1,))
    if count is not None:
        n = bits.shape[-1]
        if count < 0:
            bits = bits[..., :count]
        elif count > n:
            bits = np.concatenate([bits, np.zeros(bits.shape[:-1] + (count - n,), dtype=np.uint8)], axis=-1)
        else:
            bits = bits[..., :count]
    return np.moveaxis(bits, -1, axis)


# ---- Raw bytes ----

def fromstring(string, dtype=float, count=-1, *, sep='', like=None):
    """Numbers of a text."""
    if sep == '':
        raise ValueError('The binary mode of fromstring is removed, use frombuffer instead')
    words = string.split() if sep.strip() == '' else [w for w in string.split(sep.strip())]
    words = [w.strip() for w in words if w.strip() != '']
    dtype = np.dtype(dtype)
    made = []
    for word in words:
        if 0 <= count <= len(made):
            break
        made.append(int(word) if dtype.kind in 'iu' else float(word))
    return np.array(made, dtype=dtype)


def fromfile(file, dtype=float, count=-1, sep='', offset=0, *, like=None):
    """The elements whose bytes (or texts) are in a file."""
    if hasattr(file, 'read'):
        content = file.read()
    else:
        with open(file, 'rb' if sep == '' else 'r') as opened:
            content = opened.read()
    if sep != '':
        return fromstring(content, dtype, count, sep=sep)
    dtype = np.dtype(dtype)
    content = content[offset:]
    whole = len(content) // dtype.itemsize
    if 0 <= count < whole:
        whole = count
    return np.frombuffer(content[:whole * dtype.itemsize], dtype=dtype).copy()


def fromregex(file, regexp, dtype, encoding=None):
    """The groups of every match of a regular expression in a text, as rows of a structured array."""
    import re
    if hasattr(file, 'read'):
        content = file.read()
    else:
        with open(str(file), encoding=encoding or 'latin1') as opened:
            content = opened.read()
    dtype = np.dtype(dtype)
    if dtype.names is None:
        raise TypeError('dtype must be a structured datatype.')
    if isinstance(content, bytes):
        content = content.decode('latin1')
    pattern = regexp if hasattr(regexp, 'findall') else re.compile(regexp)
    found = pattern.findall(content)
    if found and not isinstance(found[0], tuple):
        return np.array([_record_from((row,), dtype) for row in found], dtype=dtype)
    return np.array([_record_from(row, dtype) for row in found], dtype=dtype)


# ---- Structured tables ----

def _record_from(words, dtype):
    """The words of a line as the tuple that a record takes."""
    return tuple(_value_from(word, dtype[name]) for word, name in zip(words, dtype.names))


def _value_from(word, dtype):
    if dtype.kind == 'f':
        return float(word)
    if dtype.kind in 'iu':
        return int(word)
    if dtype.kind == 'c':
        return complex(word)
    if dtype.kind == 'b':
        return word.strip().lower() in ('true', '1')
    return word


def _guessed(column):
    """The dtype of a column of words: the first of bool, int, float, complex and text that takes all of them."""
    words = [word for word in column if word != '']
    if words and all(word.lower() in ('true', 'false') for word in words):
        return np.dtype(bool)
    for kind in (int, float, complex):
        try:
            for word in words:
                kind(word)
        except ValueError:
            continue
        return np.dtype(kind)
    return np.dtype(f'U{max(len(word) for word in column)}')


def _tidy(name, number, defaultfmt):
    """A column's title as the name of a field."""
    dropped = '~!@#$%^&*()-=+~\\|]}[{\';: /?.>,<'
    name = ''.join(letter for letter in name.strip() if letter not in dropped)
    return name or defaultfmt % number


def _structured(rows, dtype, names, defaultfmt, filler):
    """The words of a table as a structured array; without names and with one guessed dtype, as a plain one."""
    width = len(rows[0])
    if dtype is None:
        kinds = [_guessed([row[n] for row in rows]) for n in range(width)]
        if names is None and all(kind == kinds[0] for kind in kinds) or width == 1 and names is None:
            return None if kinds[0].kind not in 'biufc' else np.array(
                [[_value_from(word, kinds[0]) for word in row] for row in rows], dtype=kinds[0])
    else:
        dtype = np.dtype(dtype)
        kinds = [dtype[n] for n in range(width)] if dtype.names else [dtype] * width
        if names is None:
            names = list(dtype.names) if dtype.names else None
    if names is None:
        names = [defaultfmt % n for n in range(width)]
    made = np.dtype([(name, kind) for name, kind in zip(names, kinds)])

    def read(word, kind):
        try:
            return _value_from(word, kind)
        except ValueError:
            return filler if filler is not None else np.nan if kind.kind in 'fc' else -1
    return np.array([tuple(read(word, kind) for word, kind in zip(row, kinds)) for row in rows], dtype=made)


# ---- Tables ----

def _lines(fname, encoding=None):
    """The lines of a file, of a list of lines, or of anything that gives lines."""
    if isinstance(fname, (list, tuple)):
        return [_plain(line) for line in fname]
    if hasattr(fname, 'read') or hasattr(fname, '__next__'):
        return [_plain(line) for line in fname]
    name = str(fname)
    try:
        if name.endswith('.gz'):
            import gzip
            with gzip.open(name, 'rt') as opened:
                return opened.read().split('\n')
        with open(name, 'r') as opened:
            return opened.read().split('\n')
    except FileNotFoundError:
        raise FileNotFoundError(f'{name} not found.') from None


def _plain(line):
    return line.decode('latin1') if isinstance(line, bytes) else line


def _uncommented(line, comments):
    for mark in comments:
        at = line.find(mark)
        if at >= 0:
            line = line[:at]
    return line


def _marks(comments):
    if comments is None:
        return []
    if isinstance(comments, (str, bytes)):
        comments = [comments]
    return [_plain(c) for c in comments]


def _as_number(word, dtype, row, column):
    word = word.strip()
    try:
        if dtype.kind == 'f':
            return float(word)
        if dtype.kind == 'b':
            return bool(int(word))
        return int(word)
    except ValueError:
        raise ValueError(f"could not convert string '{word}' to {dtype} at row {row}, column {column + 1}.") from None


def _checked_source(fname, words):
    if isinstance(fname, (int, float, type(None))):
        raise (TypeError if 'iterator' in words else ValueError)(words.format(type(fname)))


def loadtxt(fname, dtype=float, comments='#', delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False,
            ndmin=0, encoding=None, max_rows=None, *, quotechar=None, like=None):
    """Reads a table of numbers."""
    if ndmin not in (0, 1, 2):
        raise ValueError(f'Illegal value of ndmin keyword: {ndmin}')
    _checked_source(fname, 'fname must be a string, filehandle, list of strings,\nor generator. Got {} instead.')
    if skiprows < 0 or (max_rows is not None and max_rows < 0):
        raise ValueError('argument must be nonnegative')
    if quotechar is not None and len(quotechar) != 1:
        raise TypeError('Text reading control character must be a single unicode character or None; but got: '
                        f'{quotechar!r}')
    for column in converters if isinstance(converters, dict) else ():
        if not isinstance(column, (int, np.integer)):
            raise TypeError(f'keys of the converters dictionary must be integers; got {column!r}')
    fields = np.dtype(dtype) if dtype is not None and not isinstance(dtype, type) else None
    if fields is not None and fields.names is not None:
        rows = []
        for line in _lines(fname, encoding)[skiprows:]:
            line = _uncommented(line, _marks(comments)).rstrip('\r\n')
            if line.strip() == '' or (max_rows is not None and len(rows) >= max_rows):
                continue
            words = line.split() if delimiter is None else _cells(line, _plain(delimiter), quotechar)
            words = words if usecols is None else [words[n] for n in usecols]
            if len(words) != len(fields.names):
                raise ValueError(f'the dtype passed requires {len(fields.names)} columns but {len(words)} were found '
                                 f'at row {len(rows) + 1}; use `usecols` to select a subset and avoid this error')
            rows.append(_record_from(words, fields))
        made = np.array(rows, dtype=fields)
        if unpack:
            return [made[name] for name in fields.names]
        return made.reshape(()) if len(rows) == 1 and ndmin == 0 else made
    text = dtype in (str, object) or (isinstance(dtype, str) and dtype[:1] in 'USO')
    kind = None if text else np.dtype(float if dtype is None else dtype)
    if not text and isinstance(fname, str) and not fname.endswith('.gz') and comments == '#' and converters is None \
            and usecols is None and max_rows is None and ndmin == 0 and quotechar is None and delimiter != '':
        # The native reader for plain tables. What it refuses is read again below, for the text of the error.
        try:
            made = _numpy.loadtxt(fname, kind, _plain(delimiter), skiprows)
            if made.size:
                return made.T if unpack else made
        except (ValueError, OSError):
            pass
    marks = _marks(comments)
    if usecols is not None and isinstance(usecols, (int, np.integer)):
        usecols = [usecols]
    rows = []
    width = None
    for line in _lines(fname, encoding)[skiprows:]:
        if max_rows is not None and len(rows) >= max_rows:
            break
        line = _uncommented(line, marks).rstrip('\r\n')
        if line.strip() == '':
            continue
        words = line.split() if delimiter is None else _cells(line, _plain(delimiter), quotechar)
        number = len(rows)
        if usecols is None:
            if width is None:
                width = len(words)
            elif len(words) != width:
                raise ValueError(f'the number of columns changed from {width} to {len(words)} at row {number + 1}; use '
                                 '`usecols` to select a subset and avoid this error')
            columns = range(len(words))
        else:
            columns = usecols
        row = []
        for column in columns:
            if not -len(words) <= column < len(words):
                raise ValueError(f'invalid column index {column} at row {number + 1} with {len(words)} columns')
            convert = converters
            if isinstance(converters, dict):
                convert = converters.get(column, converters.get(column - len(words)))
            if convert is not None:
                row.append(convert(words[column]))
            elif text:
                row.append(words[column])
            else:
                row.append(_as_number(words[column], kind, number, column))
        rows.append(row)
    if not rows:
        import warnings
        warnings.warn(f'loadtxt: input contained no data: "{fname}"', UserWarning, stacklevel=2)
        made = np.empty((0,) if ndmin < 2 else (0, 1), dtype=float if kind is None else kind)
        return made
    made = np.array(rows) if text else np.array(rows, dtype=kind)
    if ndmin < 2 and made.ndim == 2:
        if made.shape[0] == 1 and made.shape[1] == 1:
            made = made.reshape((1,) if ndmin == 1 else ())
        elif made.shape[0] == 1 or made.shape[1] == 1:
            made = made.reshape(-1)
    return made.T if unpack else made


def _cells(line, delimiter, quote):
    if quote is None or quote not in line:
        return line.split(delimiter)
    cells, cell, inside = [], '', False
    for letter in line:
        if letter == quote:
            inside = not inside
        elif letter == delimiter and not inside:
            cells.append(cell)
            cell = ''
        else:
            cell += letter
    return cells + [cell]


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
    if ndmin not in (0, 1, 2):
        raise ValueError(f'Illegal value of ndmin keyword: {ndmin}')
    _checked_source(fname, 'fname must be a string, a filehandle, a sequence of strings,\nor an iterator of strings. '
                           'Got {} instead.')
    by_fields = dtype is None or (names is not None and names is not False) or isinstance(dtype, (list, dict)) or (
        isinstance(dtype, np.dtype) and dtype.names is not None) or (isinstance(dtype, str) and ',' in dtype)
    wanted = dtype
    if by_fields:
        dtype = str
    text = dtype in (str, object) or (isinstance(dtype, str) and dtype[:1] in 'USO')
    kind = None if text else np.dtype(dtype)
    if not text and kind.kind == 'f' and isinstance(fname, str) and not fname.endswith('.gz') and comments == '#' and \
            converters is None and missing_values is None and filling_values is None and usecols is None and \
            max_rows is None and ndmin == 0 and not skip_footer and isinstance(delimiter, (str, type(None))):
        try:
            made = _numpy.genfromtxt(fname, kind, delimiter, skip_header)
            if made.size:
                return made.T if unpack else made
        except (ValueError, OSError):
            pass
    lines = _lines(fname, encoding)[skip_header:]
    marks = _marks(comments)
    missing = _marks(missing_values) if not isinstance(missing_values, (list, tuple, dict)) else [
        _plain(m) for m in (missing_values.values() if isinstance(missing_values, dict) else missing_values)]
    filler = filling_values if filling_values is not None else (
        float('nan') if kind is None or kind.kind == 'f' else False if kind.kind == 'b' else -1)
    rows = []
    for line in lines:
        line = _uncommented(line, marks).rstrip('\r\n')
        if line.strip() == '':
            continue
        if max_rows is not None and len(rows) >= max_rows:
            break
        if isinstance(delimiter, (int, np.integer)):
            words = [line[i:i + delimiter] for i in range(0, len(line), delimiter)]
        else:
            words = line.split() if delimiter is None else line.split(_plain(delimiter))
        rows.append([w.strip() for w in words])
    if names is True and rows:
        titles = rows.pop(0)
        names = [_tidy(title, n, defaultfmt) for n, title in enumerate(titles)]
    elif by_fields and names is not None and names is not False:
        names = [name.strip() for name in names.split(',')] if isinstance(names, str) else list(names)
    if skip_footer:
        rows = rows[:-skip_footer]
    if not rows:
        import warnings
        warnings.warn(f'genfromtxt: Empty input file: "{fname}"', stacklevel=2)
        return np.array([], dtype=float)
    width = len(rows[0])
    if usecols is not None:
        usecols = [usecols] if isinstance(usecols, (int, np.integer)) else list(usecols)
    bad = [(number, len(row)) for number, row in enumerate(rows)
           if (len(row) != width if usecols is None else max(c if c >= 0 else -c - 1 for c in usecols) >= len(row))]
    if bad:
        text_lines = [f'    Line #{number + 1 + skip_header} (got {n} columns instead of {width})' for number, n in bad]
        if invalid_raise:
            raise ValueError('Some errors were detected !\n' + '\n'.join(text_lines))
        rows = [row for row in rows if len(row) == width]
    if by_fields:
        names = None if names is False else names
        if usecols is not None:
            chosen = [names.index(c) if isinstance(c, str) else c for c in usecols]
            rows = [[row[c] for c in chosen] for row in rows]
            names = [names[c] for c in chosen] if names is not None and len(names) > len(chosen) else names
        made = _structured(rows, wanted, names, defaultfmt, filling_values)
        if made is not None:
            made = np.squeeze(made)
            return [made[name] for name in made.dtype.names] if unpack and made.dtype.names else made
    made = []
    for row in rows:
        cells = row if usecols is None or by_fields else [row[c] for c in usecols]
        out = []
        for column, word in enumerate(cells):
            convert = converters.get(column if usecols is None else usecols[column]) if converters else None
            fill = filler
            if isinstance(filler, dict):
                fill = filler.get(column, float('nan') if kind is None or kind.kind == 'f' else -1)
            elif isinstance(filler, (list, tuple)):
                fill = filler[column]
            if convert is not None:
                out.append(convert(word))
            elif text:
                out.append(word)
            elif word == '' or word in missing:
                out.append(fill)
            else:
                try:
                    out.append(float(word) if kind.kind == 'f' else int(word))
                except ValueError:
                    out.append(fill)
        made.append(out)
    made = np.array(made) if text else np.array(made, dtype=kind)
    made = np.squeeze(made)
    while made.ndim < ndmin:
        made = made[None] if ndmin == 1 else np.atleast_2d(made)
    return made.T if unpack else made


def savetxt(fname, X, fmt='%.18e', delimiter=' ', newline='\n', header='', footer='', comments='# ', encoding=None):
    """Writes a table of numbers as text."""
    if isinstance(fname, (int, float, type(None))):
        raise ValueError('fname must be a string or file handle')
    X = np.asarray(X)
    if X.ndim == 0 or X.ndim > 2:
        raise ValueError(f'Expected 1D or 2D array, got {X.ndim}D array instead')
    rows = X.reshape(-1, 1) if X.ndim == 1 else X
    columns = rows.shape[1]
    if isinstance(fmt, (list, tuple)):
        if len(fmt) != columns:
            raise AttributeError(f'fmt has wrong shape.  {fmt}')
        line_format = delimiter.join(fmt)
    else:
        count = fmt.count('%')
        if count == 1:
            line_format = delimiter.join([fmt] * columns)
        elif count == columns:
            line_format = fmt
        else:
            raise ValueError(f'fmt has wrong number of % formats:  {fmt}')
    out = []
    if header:
        out.append(comments + header.replace('\n', '\n' + comments) + newline)
    for row in rows.tolist():
        try:
            out.append(line_format % tuple(row) + newline)
        except TypeError:
            raise TypeError(f"Mismatch between array dtype ('{X.dtype}') and format specifier ('{line_format}')") \
                from None
    if footer:
        out.append(comments + footer.replace('\n', '\n' + comments) + newline)
    text = ''.join(out)
    if hasattr(fname, 'write'):
        fname.write(text)
        return
    name = str(fname)
    if name.endswith('.gz'):
        import gzip
        with gzip.open(name, 'wt') as opened:
            opened.write(text)
        return
    with open(name, 'w') as opened:
        opened.write(text)


def show_config(mode='stdout'):
    """What the library was built with."""
    print('nnsh: arrays of its own, OpenBLAS and LAPACK for linear algebra')


def show_runtime():
    """What the library runs on."""
    show_config()
