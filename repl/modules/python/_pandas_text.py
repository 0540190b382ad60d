"""Tables as pandas prints them."""
import os
import numpy as np
from _pandas_data import STR, ObjectDtype, Objects, categories_of, infer, is_missing, is_numeric, listed, take
from _pandas_index import MultiIndex, RangeIndex, _label_text

options = {'display.max_rows': 60, 'display.min_rows': 10, 'display.max_columns': 0, 'display.width': 80,
           'display.precision': 6, 'display.float_format': None, 'display.max_colwidth': 50}


def terminal_width():
    try:
        return int(os.environ.get('COLUMNS', '80')) or 80
    except ValueError:
        return 80


def _is_number(text):
    """Digits with a point: what zeros are trimmed from."""
    text = text.strip()
    if text[:1] in ('+', '-'):
        text = text[1:]
    whole, point, rest = text.partition('.')
    return point == '.' and whole.isdigit() and (rest == '' or rest.isdigit())


def _trimmed(texts):
    """The zeros at the end that all numbers have, taken away; one stays."""
    numbers = [_is_number(t) for t in texts]
    if not any(numbers):
        return texts
    ends = [len(t) - len(t.rstrip('0')) for t, number in zip(texts, numbers) if number]
    gone = min(ends)
    out = []
    for text, number in zip(texts, numbers):
        if number:
            text = text[:len(text) - gone] if gone else text
            if text.endswith('.'):
                text += '0'
        out.append(text)
    return out


def float_texts(data, leading=True, na='NaN', float_format=None):
    """Floats with as many decimals as all need, at most the precision; with exponents where that hides something."""
    digits = options['display.precision']
    chosen = float_format or options['display.float_format']
    values = data.tolist()
    if chosen is not None:
        if isinstance(chosen, str):
            if '{' in chosen:
                return [na if v != v else chosen.format(v) for v in values]
            return [na if v != v else chosen % v for v in values]
        return [na if v != v else chosen(v) for v in values]
    space = ' ' if leading else ''
    texts = [na if v != v else format(v, f'{space}.{digits}f') for v in values]
    texts = _trimmed(texts)
    longest = max([len(t) for t in texts] + [0])
    sizes = np.abs(data[~np.isnan(data)])
    large = bool(np.any(sizes > 1e6))
    small = bool(np.any((sizes < 10.0 ** -digits) & (sizes > 0)))
    if small or (longest > digits + 6 and large):
        texts = _trimmed([na if v != v else format(v, f'{space}.{digits}e') for v in values])
    return texts


def _escaped(value):
    """A value that is no number, as text."""
    if isinstance(value, str):
        return value.replace('\t', '\\t').replace('\r', '\\r').replace('\n', '\\n')
    if isinstance(value, (list, tuple)) and not isinstance(value, Objects):
        inner = ', '.join(_escaped(v) for v in value)
        if isinstance(value, tuple):
            return '(' + inner + (',)' if len(value) == 1 else ')')
        return '[' + inner + ']'
    return str(value)


def column_texts(data, leading=True, na='NaN', float_format=None):
    """The values of a column as texts of one width (right-justified)."""
    if is_numeric(data):
        if data.dtype.kind == 'f':
            texts = float_texts(data, leading, na, float_format)
        elif data.dtype.kind == 'b':
            texts = [(' ' if leading else '') + str(v) for v in data.tolist()]
        else:
            texts = [format(v, ' d' if leading else 'd') for v in data.tolist()]
    elif data.dtype.kind in 'Mm':
        texts = data.dtype.texts(data)
    else:
        texts = []
        space = ' ' if leading else ''
        for value in data:
            if value is None:
                texts.append(space + ('None' if data.dtype != STR else na))
            elif is_missing(value):
                texts.append(space + na)
            elif isinstance(value, float) and not isinstance(value, bool):
                text = _trimmed([format(value, ' .6f')])[0]
                texts.append(text if leading else text.strip())
            else:
                texts.append(space + _escaped(value))
    return texts


def _width(texts, least=0):
    return max([len(t) for t in texts] + [least])


def _shortened(texts, most):
    if most is None:
        return texts
    return [t[:most - 3] + '...' if len(t) > most else t for t in texts]


def _level_texts(values):
    """The labels of one level: moments without the time where all are at midnight."""
    data = infer(values)
    if data.dtype.kind in 'Mm':
        return data.dtype.texts(data)
    return [_label_text(v) for v in values]


def index_columns(index):
    """The texts of the labels, a list a level; levels that repeat are blank."""
    if not isinstance(index, MultiIndex):
        return [index.texts()]
    levels, before = [], None
    rows = list(zip(*[_level_texts([t[k] for t in index._data]) for k in range(index.nlevels)]))
    for k in range(index.nlevels):
        out = []
        for i, row in enumerate(rows):
            same = i > 0 and rows[i - 1][:k + 1] == row[:k + 1] and k + 1 < index.nlevels
            out.append('' if same else row[k])
        levels.append(out)
    return levels


def _joined_levels(levels):
    if len(levels) == 1:
        return levels[0]
    widths = [_width(level) for level in levels]
    out = []
    for parts in zip(*levels):
        out.append(' '.join(p.ljust(w) for p, w in zip(parts, widths)))
    return out


def _adjoined(space, columns):
    """Columns of lines side by side, each as wide as its longest line."""
    if not columns:
        return ''
    widths = [_width(c) + space for c in columns[:-1]] + [_width(columns[-1])]
    height = max(len(c) for c in columns)
    lines = []
    for i in range(height):
        lines.append(''.join((c[i] if i < len(c) else '').ljust(w) for c, w in zip(columns, widths)))
    return '\n'.join(lines)


def _index_head(index):
    return any(name is not None for name in index.names)


class FrameText:
    """How a table is written: which rows and columns, and the texts of each."""

    def __init__(self, frame, max_rows=None, min_rows=None, max_cols=None, index=True, header=True, na='NaN',
                 float_format=None, formatters=None, max_colwidth=None):
        self.frame, self.index, self.header, self.na = frame, index, header, na
        self.float_format, self.formatters, self.max_colwidth = float_format, formatters or {}, max_colwidth
        rows, columns = frame.shape
        self.half = None
        if max_rows is not None and max_rows and rows > max_rows:
            shown = min(min_rows, max_rows) if min_rows else max_rows
            self.half = max(shown // 2, 1) if shown > 1 else 1
            if shown == 1:
                self.places = [0]
            else:
                self.places = list(range(self.half)) + list(range(rows - self.half, rows))
        else:
            self.places = None
        self.columns_half = None
        names = list(range(columns))
        if max_cols and columns > max_cols:
            self.columns_half = max(max_cols // 2, 1)
            names = names[:self.columns_half] + names[columns - self.columns_half:]
        self.shown = names

    def pieces(self):
        """Columns of texts, the index first; all have the same number of lines."""
        frame = self.frame
        index = frame._index if self.places is None else frame._index[np.array(self.places, dtype=np.int64)]
        row_names = self.index and _index_head(index)
        out = []
        if self.index:
            levels = index_columns(index)
            if row_names:
                names = index.names
                levels = [['' if n is None else str(n)] + level for n, level in zip(names, levels)]
            levels = [[t.ljust(_width(level)) for t in level] for level in levels]
            body = _joined_levels(levels)
            title = frame._columns.name
            head = ['' if title is None else str(title)] if self.header else (body[:1] and [])
            if not self.header and row_names:
                body = body[1:]
            if isinstance(frame._columns, MultiIndex):
                head = ['' if n is None else str(n) for n in frame._columns.names]
            out.append(head + body)
        tall = isinstance(frame._columns, MultiIndex)
        labels = index_columns(frame._columns[np.array(self.shown, dtype=np.int64)]) if tall else None
        names = frame._columns.texts()
        for position, k in enumerate(self.shown):
            data = frame._data[k]
            if self.places is not None:
                data = take(data, self.places)
            numeric = is_numeric(data)
            formatter = self.formatters.get(frame._columns[k]) if isinstance(self.formatters, dict) else None
            if formatter is not None:
                texts = [formatter(v) for v in listed(data)]
            else:
                texts = column_texts(data, self.index, self.na, self.float_format)
            texts = _shortened(texts, self.max_colwidth)
            heads = []
            if self.header:
                if tall:
                    heads = [level[position] for level in labels]
                else:
                    name = names[k] if not isinstance(self.header, (list, tuple)) else self.header[k]
                    heads = [(' ' if numeric and formatter is None else '') + name]
                if row_names:
                    heads.append('')
            width = _width(texts + heads)
            if tall:
                heads = heads[:1] and [h.rjust(width) for h in heads]
            out.append([t.rjust(width) for t in heads + texts])
        if self.columns_half is not None:
            out.insert(self.columns_half + (1 if self.index else 0), [' ...'] * len(out[0]))
        if self.places is not None:
            self._dots(out)
        return out

    def _dots(self, pieces):
        heads = len(pieces[0]) - len(self.places)
        for i, piece in enumerate(pieces):
            width = len(piece[self.half])
            dots_column = self.columns_half is not None and i == self.columns_half + (1 if self.index else 0)
            dots = '...' if width > 3 or dots_column else '..'
            if i == 0 and self.index:
                text = dots.ljust(width)
            else:
                text = dots.rjust(4 if dots_column else width)
            piece.insert(self.half + heads, text)

    def text(self, fit=True, dimensions='truncate'):
        frame = self.frame
        rows, columns = frame.shape
        if rows == 0 or columns == 0:
            return ('Empty DataFrame\nColumns: ' + _pprint_labels(frame._columns) + '\nIndex: '
                    + _pprint_labels(frame._index))
        pieces = self.pieces()
        truncated = self.places is not None or self.columns_half is not None
        if fit:
            limit = options['display.max_columns']
            if limit is None or limit > 0:
                body = _in_blocks(pieces, options['display.width'], self.index)
            else:
                pieces, dropped = _fitted(pieces, self.index)
                truncated = truncated or dropped
                body = _adjoined(1, pieces)
        else:
            body = _adjoined(1, pieces)
        if dimensions is True or dimensions == 'truncate' and truncated:
            body += f'\n\n[{rows} rows x {columns} columns]'
        return body


def _pprint_labels(index):
    labels = index.tolist()
    parts = [_escaped(v) for v in labels[:100]]
    return '[' + ', '.join(parts) + (', ...' if len(labels) > 100 else '') + ']'


def _fitted(pieces, index):
    """Columns taken out of the middle until the rest fits the terminal's width."""
    widths = [_width(p) for p in pieces]
    count = len(widths)
    over = sum(widths) + count - 1 - terminal_width() + 1
    if over <= 0:
        return pieces, False
    over += 5
    while over > 0 and count > 1:
        over -= widths.pop(round(count / 2)) + 1
        count -= 1
    own = 1 if index else 0
    kept = max(count - own, 2)
    if kept >= len(pieces) - own:
        return pieces, False
    half = kept // 2
    out = pieces[:half + own] + pieces[len(pieces) - half:]
    out.insert(half + own, [' ...'] * len(out[0]))
    return out, True


def _in_blocks(pieces, width, index):
    """Blocks of columns one below the other, as wide as fits; a backslash says that the table goes on."""
    pieces = list(pieces)
    labels = pieces.pop(0) if index else None
    room = width - (_width(labels) + 1 if index else 0)
    widths = [_width(p) for p in pieces]
    ends, used = [], 0
    for i, w in enumerate(widths):
        used += w + 1
        last = i == len(widths) - 1
        wrap = (used + 1 > room if last else used + 2 > room) and i > 0
        if wrap:
            ends.append(i)
            used = w + 1
    ends.append(len(widths))
    blocks, start = [], 0
    for i, end in enumerate(ends):
        block = pieces[start:end]
        if index:
            block.insert(0, labels)
        if len(ends) > 1:
            height = len(block[-1])
            block.append([' \\'] + ['  '] * (height - 1) if i < len(ends) - 1 else [' '] * height)
        blocks.append(_adjoined(1, block))
        start = end
    return '\n\n'.join(blocks)


def series_text(series, max_rows=None, min_rows=None, index=True, dtype=True, name=True, length='truncate',
                na='NaN', float_format=None, header=True):
    """A column with its labels, and what it is."""
    data, labels, count = series._data, series._index, len(series)
    places = None
    if max_rows and count > max_rows:
        shown = min(min_rows, max_rows) if min_rows else max_rows
        half = max(shown // 2, 1)
        places = list(range(half)) + list(range(count - half, count))
        data, labels = take(data, places), labels[np.array(places, dtype=np.int64)]
    parts = []
    if getattr(series._index, 'freq', None) is not None:
        parts.append('Freq: ' + series._index.freq.name)
    if name and series.name is not None:
        parts.append('Name: ' + _label_text(series.name))
    if length is True or length == 'truncate' and places is not None:
        parts.append(f'Length: {count}')
    if dtype:
        parts.append(f'dtype: {series.dtype}')
    footer = ', '.join(parts)
    if dtype and hasattr(series.dtype, 'footer'):
        footer += '\n' + series.dtype.footer()
    if count == 0:
        return f'Series([], {footer})'
    texts = column_texts(data, index, na, float_format)
    width = _width(texts)
    texts = [t.rjust(width) for t in texts]
    levels = index_columns(labels)
    named = _index_head(labels)
    if named:
        levels = [['' if n is None else str(n)] + level for n, level in zip(labels.names, levels)]
    if len(levels) > 1:
        keys = _adjoined(2, levels).split('\n')
    else:
        own = levels[0][1:] if named else levels[0]
        keys = levels[0][:1 if named else 0] + [t.ljust(_width(own)) for t in own]
    head = keys[0] if named else ''
    keys = keys[1:] if named else keys
    if places is not None:
        wide = len(texts[half - 1])
        texts.insert(half, ('...' if wide > 3 else '..').center(wide))
        keys.insert(half, '')
    body = _adjoined(3, [keys, texts]) if index else '\n'.join(texts)
    if header and named and index:
        body = head + '\n' + body
    return body + ('\n' + footer if footer else '')


def _bytes_of(data):
    if is_numeric(data):
        return data.nbytes
    labels = categories_of(data)
    if labels is None:
        return 8 * len(data)
    width = 1 if len(labels) < 128 else 2 if len(labels) < 32768 else 4
    return width * len(data) + 8 * len(labels)


def info_text(frame, memory=True, show_counts=None):
    """What DataFrame.info() prints."""
    from _pandas_data import missing
    rows, columns = frame.shape
    lines = ["<class 'pandas.DataFrame'>"]
    index = frame._index
    if isinstance(index, RangeIndex):
        text = f'RangeIndex: {rows} entries'
    else:
        name = getattr(index.dtype, 'index_name', type(index).__name__)
        text = f'{name}: {rows} entries'
    if rows:
        ends = index[np.array([0, rows - 1])].texts()
        text += f', {ends[0]} to {ends[1]}'
    lines.append(text)
    if getattr(index, 'freq', None) is not None:
        lines.append(f'Freq: {index.freq.name}')
    if columns == 0:
        lines.append('Empty DataFrame')
        return '\n'.join(lines) + '\n'
    lines.append(f'Data columns (total {columns} columns):')
    names = frame._columns.texts()
    counts = [f'{rows - int(missing(d).sum())} non-null' for d in frame._data]
    types = [str(d.dtype) for d in frame._data]
    if columns > 100:
        lines[-1] = f'Columns: {columns} entries, {names[0]} to {names[-1]}'
    else:
        cells = [[str(i) for i in range(columns)], names, counts, types]
        heads = [' # ', 'Column', 'Non-Null Count', 'Dtype']
        widths = [max(len(heads[0]), max(len(t) + 1 for t in cells[0])), max(len('Column'), _width(names)),
                  max(len('Non-Null Count'), _width(counts)), max(len('Dtype'), _width(types))]
        lines.append('  '.join(h.ljust(w) for h, w in zip(heads, widths)))
        lines.append('  '.join(('-' * len(h.strip())).ljust(w) if i else ('---').ljust(w)
                               for i, (h, w) in enumerate(zip(heads, widths))))
        for i in range(columns):
            row = [(' ' + cells[0][i]).ljust(widths[0])] + [cells[k][i].ljust(widths[k]) for k in range(1, 4)]
            lines.append('  '.join(row))
    kinds = {}
    for t in types:
        kinds[t] = kinds.get(t, 0) + 1
    lines.append('dtypes: ' + ', '.join(f'{k}({kinds[k]})' for k in sorted(kinds)))
    if memory:
        total = sum(_bytes_of(d) for d in frame._data)
        total += 132 if isinstance(index, RangeIndex) else (index._data.nbytes if is_numeric(index._data) else 8 * rows)
        plus = '+' if any(isinstance(d.dtype, ObjectDtype) for d in frame._data + [index._data]) else ''
        size, unit = float(total), 'bytes'
        for unit in ('bytes', 'KB', 'MB', 'GB'):
            if size < 1024.0:
                break
            size /= 1024.0
        lines.append(f'memory usage: {size:.1f}{plus} {unit}')
    return '\n'.join(lines) + '\n'
