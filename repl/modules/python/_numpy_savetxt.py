"""savetxt: an array as rows of text."""
import os

import numpy as np
from _numpy_table_lines import opened, plain


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
    fmt, delimiter = plain(fmt), plain(delimiter)
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
        line_format = delimiter.join(plain(one) for one in fmt)
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
    with opened(fname, 'w', encoding or 'latin1') as file:
        file.write(''.join(out))
