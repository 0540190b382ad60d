"""numpy's functions that read and write text and raw bytes."""
import numpy as np
import _numpy


# ---- Numbers as text ----

def binary_repr(num, width=None):
    """An integer in base 2; negative ones as two's complement of a width."""
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
    """Rows of structured arrays, which are not there."""
    raise NotImplementedError('structured arrays are not there: fromregex gives one')


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


def loadtxt(fname, dtype=float, comments='#', delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False,
            ndmin=0, encoding=None, max_rows=None, *, quotechar=None, like=None):
    """Reads a table of numbers."""
    if ndmin not in (0, 1, 2):
        raise ValueError(f'Illegal value of ndmin keyword: {ndmin}')
    if isinstance(dtype, (list, dict)):
        raise NotImplementedError('structured arrays are not there: give one dtype for all columns')
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
    if names is not None and names is not False:
        raise NotImplementedError('structured arrays are not there: read without names=, with skip_header=1 for a line '
                                  'of names')
    if dtype is None:
        dtype = float
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
    made = []
    for row in rows:
        cells = row if usecols is None else [row[c] for c in usecols]
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
