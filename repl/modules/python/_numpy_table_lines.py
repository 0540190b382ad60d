"""Where tables in texts come from: named files, open ones, lists of lines; and the shape they are given."""
import os

import numpy as np


def plain(text):
    """A text, also where bytes were given."""
    return text.decode('latin1') if isinstance(text, bytes) else text


def opened(name, mode, encoding):
    """The file of a name, unpacked if it ends in .gz."""
    if name.endswith('.gz'):
        import gzip
        return gzip.open(name, mode + 't', encoding=encoding or 'latin1')
    return open(name, mode, encoding=encoding)


def table_lines(source, encoding, words):
    """The lines of a named file, an open one, a list, or whatever gives lines."""
    if hasattr(source, '__fspath__'):
        source = os.fspath(source)
    if isinstance(source, str):
        try:
            with opened(source, 'r', None if encoding == 'bytes' else encoding) as file:
                yield from file.read().split('\n')
        except FileNotFoundError:
            raise FileNotFoundError(f'{source} not found.') from None
        return
    try:
        lines = iter(source)
    except TypeError:
        raise (TypeError if 'iterator' in words else ValueError)(words.format(type(source))) from None
    for line in lines:
        yield plain(line)


def shaped(made, ndmin):
    """A table without its axes of length one, but of no less axes than asked for."""
    if made.ndim > ndmin:
        made = made.squeeze()
    if made.ndim < ndmin:
        made = np.atleast_1d(made) if ndmin == 1 else np.atleast_2d(made).T
    return made


def checked_ndmin(ndmin):
    """Refuses what is no number of axes."""
    if ndmin not in (0, 1, 2):
        raise ValueError(f'Illegal value of ndmin keyword: {ndmin}')
