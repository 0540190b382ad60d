"""read_csv and to_csv."""
import numpy as np
import _pandas as native
import _pandas_data as d
from _pandas_data import NaT, Objects, OBJECT, STR, infer, is_missing, is_numeric, listed, nan
from _pandas_index import Index, MultiIndex, RangeIndex, as_index


def _text_of(source, encoding):
    if hasattr(source, 'read'):
        text = source.read()
        return text.decode(encoding or 'utf-8') if isinstance(text, bytes) else text
    path = source if isinstance(source, str) else str(source)
    if path.startswith(('http://', 'https://', 's3://', 'ftp://')):
        raise OSError(f"nnsh reads no addresses: download {path} and read the file")
    if path.endswith('.gz'):
        from _sklearn import read_text
        return read_text(path)
    with open(path, encoding=encoding or 'utf-8') as file:
        text = file.read()
    return text[1:] if text.startswith('\ufeff') else text


def _distinct(names):
    """a, a.1, a.2 where a name comes again."""
    seen, out = {}, []
    for name in names:
        if name in seen:
            seen[name] += 1
            new = f'{name}.{seen[name]}'
            while new in names:
                seen[name] += 1
                new = f'{name}.{seen[name]}'
            out.append(new)
        else:
            seen[name] = 0
            out.append(name)
    return out


def read_csv(filepath_or_buffer, *, sep=',', delimiter=None, header='infer', names=None, index_col=None, usecols=None,
             dtype=None, engine=None, converters=None, true_values=None, false_values=None, skipinitialspace=False,
             skiprows=None, skipfooter=0, nrows=None, na_values=None, keep_default_na=True, na_filter=True,
             skip_blank_lines=True, parse_dates=None, thousands=None, decimal='.', quotechar='"', comment=None,
             encoding=None, low_memory=True, memory_map=False, on_bad_lines='error', delim_whitespace=False,
             float_precision=None, chunksize=None, iterator=False, date_format=None, dayfirst=False):
    """A table from comma-separated text."""
    from _pandas_frame import DataFrame
    if chunksize is not None or iterator:
        given = dict(sep=sep, delimiter=delimiter, header=header, names=names, index_col=index_col, usecols=usecols,
                     dtype=dtype, converters=converters, skipinitialspace=skipinitialspace, skiprows=skiprows,
                     skipfooter=skipfooter, nrows=nrows, na_values=na_values, keep_default_na=keep_default_na,
                     na_filter=na_filter, parse_dates=parse_dates, thousands=thousands, decimal=decimal,
                     quotechar=quotechar, comment=comment, encoding=encoding, date_format=date_format,
                     dayfirst=dayfirst)
        return Chunks(read_csv(filepath_or_buffer, **given), chunksize)
    text = _text_of(filepath_or_buffer, encoding)
    sep = delimiter if delimiter is not None else sep
    if delim_whitespace or sep in (r'\s+', None):
        sep = ''
    elif len(sep) > 1:
        text = text.replace(sep, '\x1f')
        sep = '\x1f'
    if skipinitialspace and sep == ' ':
        sep = ''
    elif skipinitialspace:
        text = '\n'.join((sep or ' ').join(f.lstrip(' ') for f in line.split(sep or ' ')) for line in text.split('\n'))
    line = 1
    if skiprows is not None:
        lines = text.split('\n')
        if callable(skiprows):
            lines = [each for i, each in enumerate(lines) if not skiprows(i)]
        elif isinstance(skiprows, (int, np.integer)):
            lines = lines[int(skiprows):]
            line += int(skiprows)
        else:
            gone = set(skiprows)
            lines = [each for i, each in enumerate(lines) if i not in gone]
        text = '\n'.join(lines)
    if skipfooter:
        lines = text.rstrip('\n').split('\n')
        text = '\n'.join(lines[:len(lines) - skipfooter])
    where = 0
    how = (sep, quotechar or '', comment or '')
    if header == 'infer':
        header = 0 if names is None else None
    if isinstance(header, list):
        raise NotImplementedError("read_csv takes one line of names here: header=0")
    first = None
    if header is not None:
        for _ in range(header + 1):
            found = native.read_fields(text, where, *how)
            if found is None:
                raise EmptyDataError("No columns to parse from file")
            first, where = found
            line += 1
    peek = native.read_fields(text, where, *how)
    if first is None and peek is None:
        raise EmptyDataError("No columns to parse from file")
    width = len(peek[0]) if peek is not None else len(first)
    labels = _distinct([name if name else f'Unnamed: {i}' for i, name in enumerate(first)]) if first is not None else \
        list(range(width))
    implicit = None
    if first is not None and width == len(labels) + 1 and index_col is None:
        labels = [None] + labels
        implicit = 0
    elif first is not None and width > len(labels):
        width = len(labels)
    if names is not None:
        names = list(names)
        if first is None and width > len(names):
            labels = [None] * (width - len(names)) + names
            if width - len(names) == 1:
                implicit = 0
        else:
            labels = names
    count = max(len(labels), width)
    also = set()
    if na_values is not None and not isinstance(na_values, dict):
        given = [na_values] if isinstance(na_values, (str, int, float)) else list(na_values)
        also = set(str(v) for v in given) | set(f'{v:g}' for v in given if isinstance(v, float))
    texts = []
    if dtype is not None:
        kinds = dtype if isinstance(dtype, dict) else {name: dtype for name in labels}
        for i, name in enumerate(labels):
            kind = kinds.get(name, kinds.get(i))
            if kind is not None and d._dtype_name(kind) in ('str', 'object', 'string'):
                texts.append(i)
    if converters:
        texts += [i for i, name in enumerate(labels) if name in converters]
    try:
        columns = native.read_columns(text, where, *how, count, -1 if nrows is None else nrows, also,
                                      bool(keep_default_na and na_filter), texts, line)
    except ValueError as error:
        raise ParserError(str(error))
    data = []
    for i, column in enumerate(columns):
        if not isinstance(column, np.ndarray):
            if column and all(v is None or isinstance(v, str) for v in column):
                column = Objects([nan if v is None else v for v in column], STR)
            elif all(v is None for v in column):
                column = Objects(column, OBJECT)
            else:
                column = Objects([nan if v is None else v for v in column], OBJECT)
        data.append(column)
    if thousands or decimal != '.':
        data = [_numbers(c, thousands, decimal) for c in data]
    if isinstance(na_values, dict):
        for name, gone in na_values.items():
            place = labels.index(name)
            gone = [gone] if isinstance(gone, (str, int, float)) else list(gone)
            from _pandas_series import Series
            data[place] = Series(data[place]).replace({v: nan for v in gone})._data
    if converters:
        for name, function in converters.items():
            place = labels.index(name)
            data[place] = infer([function('' if is_missing(v) else v) for v in data[place]])
    if dtype is not None:
        for i, name in enumerate(labels):
            kind = kinds.get(name)
            if kind is not None:
                data[i] = d.astype(data[i], kind)
    if isinstance(parse_dates, (list, tuple)):
        for each in parse_dates:
            if isinstance(each, str) and each not in labels:
                raise ValueError(f"Missing column provided to 'parse_dates': '{each}'")
            place = labels.index(each) if isinstance(each, str) else each
            form = date_format.get(each) if isinstance(date_format, dict) else date_format
            data[place] = _dates(data[place], form, dayfirst)
    index = RangeIndex(len(data[0]) if data else 0)
    if implicit is not None:
        index_col = 0
    if index_col is not None and index_col is not False:
        chosen = [index_col] if isinstance(index_col, (str, int)) else list(index_col)
        places = [labels.index(c) if isinstance(c, str) else c for c in chosen]
        if len(places) == 1:
            name = labels[places[0]]
            shown = None if name is None or str(name).startswith('Unnamed: ') else name
            index = Index(_dates(data[places[0]], date_format, dayfirst) if parse_dates is True else data[places[0]],
                          name=shown)
        else:
            index = MultiIndex(list(zip(*[listed(data[p]) for p in places])), [labels[p] for p in places])
        data = [c for i, c in enumerate(data) if i not in places]
        labels = [name for i, name in enumerate(labels) if i not in places]
    frame = DataFrame._of(as_index(labels, len(labels)) if first is not None or names is not None else
                          RangeIndex(len(labels)), data, index)
    if usecols is not None:
        if callable(usecols):
            kept = [i for i, name in enumerate(labels) if usecols(name)]
        else:
            wanted = list(usecols)
            gone = [c for c in wanted if isinstance(c, str) and c not in labels]
            if gone:
                raise ValueError("Usecols do not match columns, columns expected but not found: " f"{gone!r}")
            kept = sorted(labels.index(c) if isinstance(c, str) else c for c in wanted)
        frame = frame._select(kept)
    return frame


def _numbers(column, thousands, decimal):
    """Texts with marks of thousands or another decimal sign as numbers, where all are such."""
    import re
    if is_numeric(column) or column.dtype != STR:
        return column
    mark, point = re.escape(thousands or ''), re.escape(decimal)
    shape = re.compile(rf'[+-]?[\d{mark}]*\d(?:{point}\d*)?(?:[eE][+-]?\d+)?$')
    if not all(is_missing(v) or shape.match(v.strip()) for v in column):
        return column
    from _pandas_tools import to_numeric
    from _pandas_series import Series
    plain = [v if is_missing(v) else (v.replace(thousands, '') if thousands else v).replace(decimal, '.')
             for v in column]
    return to_numeric(Series(plain))._data


def _dates(column, form, dayfirst):
    """The column as moments; as it is, where it holds something that is no date."""
    from _pandas_dates import to_datetime
    from _pandas_series import Series
    texts = Series(column) if not is_numeric(column) else Series([str(v) for v in column.tolist()])
    try:
        return to_datetime(texts, format=form, dayfirst=dayfirst)._data
    except ValueError:
        return column


class Chunks:
    """What read_csv(chunksize=) gives: the table in pieces."""

    def __init__(self, frame, size):
        self._frame, self._size, self._at = frame, size, 0

    def get_chunk(self, size=None):
        """The next rows."""
        if self._at >= len(self._frame):
            raise StopIteration
        size = size or self._size or len(self._frame)
        out = self._frame.iloc[self._at:self._at + size]
        self._at += size
        return out

    def __iter__(self):
        return self

    def __next__(self):
        return self.get_chunk()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return None

    def close(self):
        """Nothing is open."""


class EmptyDataError(ValueError):
    """A file without columns."""
    __module__ = 'pandas.errors'


class ParserError(ValueError):
    """A file that is no table."""
    __module__ = 'pandas.errors'


def read_table(filepath_or_buffer, *, sep='\t', **kwargs):
    return read_csv(filepath_or_buffer, sep=sep, **kwargs)


def _cell(value, sep, na_rep, float_format):
    if is_missing(value):
        return na_rep
    if isinstance(value, float):
        if float_format is not None:
            return float_format.format(value) if '{' in float_format else float_format % value
        return repr(value)
    text = str(value)
    if sep in text or '"' in text or '\n' in text or '\r' in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def _csv_values(column):
    if column.dtype.kind in 'Mm':
        return [nan if v is NaT else t for v, t in zip(column, column.dtype.texts(column))]
    if is_numeric(column) and column.dtype == np.float32:
        return [float(str(v)) for v in column]
    return listed(column)


def csv_text(frame, sep, na_rep, float_format, header, index, index_label, end):
    """The table as comma-separated text."""
    columns = [_csv_values(c) for c in frame._data]
    names = frame._columns.tolist()
    heads = [_cell(name, sep, na_rep, None) if not isinstance(name, tuple) else _cell(str(name), sep, na_rep, None)
             for name in names]
    if isinstance(header, (list, tuple)):
        heads = [_cell(name, sep, na_rep, None) for name in header]
    if index:
        labels = frame._index
        if isinstance(labels, MultiIndex):
            levels = [labels.get_level_values(k).tolist() for k in range(labels.nlevels)]
        else:
            levels = [_csv_values(labels._data)]
        columns = levels + columns
        if index_label is not None:
            own = [index_label] if isinstance(index_label, str) else list(index_label)
        else:
            own = ['' if n is None else str(n) for n in labels.names]
        heads = own + heads
    lines = [sep.join(heads)] if header is not False and header is not None else []
    for row in zip(*columns):
        cells = [_cell(v, sep, na_rep, float_format) for v in row]
        lines.append('""' if len(cells) == 1 and cells[0] == '' else sep.join(cells))
    return end.join(lines) + end if lines else ''


def _no(name, instead):
    def missing(*args, **kwargs):
        raise NotImplementedError(f"nnsh's pandas has no {name}: {instead}")
    return missing


read_excel = _no('read_excel', 'save the sheet as .csv and use read_csv')
read_sql = _no('read_sql', 'export the table as .csv and use read_csv')
read_html = _no('read_html', 'save the table as .csv and use read_csv')
read_parquet = _no('read_parquet', 'use read_csv')
read_hdf = _no('read_hdf', 'use read_csv')


def read_json(path_or_buf, orient=None, **kwargs):
    """A table from JSON: records, or columns by name."""
    import json
    from _pandas_frame import DataFrame
    found = json.loads(_text_of(path_or_buf, None))
    if isinstance(found, dict):
        columns = {}
        for name, value in found.items():
            columns[name] = list(value.values()) if isinstance(value, dict) else value
        labels = None
        first = list(found.values())[0] if found else None
        if isinstance(first, dict):
            keys = list(first)
            labels = [int(k) for k in keys] if all(k.lstrip('-').isdigit() for k in keys) else keys
        return DataFrame(columns, index=labels)
    return DataFrame(found)
