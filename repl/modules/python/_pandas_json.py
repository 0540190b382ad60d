"""Tables as JSON, as pandas writes it."""
import math
from _pandas_data import NaT, is_missing, listed

_SIGNS = {'"': '\\"', '\\': '\\\\', '/': '\\/', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f'}


def _text(value, ascii_only):
    out = []
    for sign in value:
        code = ord(sign)
        if sign in _SIGNS:
            out.append(_SIGNS[sign])
        elif code < 32 or ascii_only and code > 126:
            if code > 0xffff:
                code -= 0x10000
                out.append(f'\\u{0xd800 + (code >> 10):04x}\\u{0xdc00 + (code & 0x3ff):04x}')
            else:
                out.append(f'\\u{code:04x}')
        else:
            out.append(sign)
    return '"' + ''.join(out) + '"'


class JsonText:
    """How values are written: digits of floats, dates as texts or as milliseconds."""

    def __init__(self, digits, dates, ascii_only, indent):
        self.digits, self.dates, self.ascii_only, self.indent = digits, dates, ascii_only, indent

    def write(self, value, depth=0):
        """The text of a value."""
        if isinstance(value, dict):
            items = [f'{_text(self.label(k), self.ascii_only)}:{self.write(v, depth + 1)}' for k, v in value.items()]
            return self._joined('{', items, '}', depth)
        if isinstance(value, (list, tuple)):
            return self._joined('[', [self.write(v, depth + 1) for v in value], ']', depth)
        if is_missing(value) or value is NaT or isinstance(value, float) and not math.isfinite(value):
            return 'null'
        if isinstance(value, bool) or type(value).__name__ in ('bool', 'bool_'):
            return 'true' if value else 'false'
        if isinstance(value, str):
            return _text(value, self.ascii_only)
        if hasattr(value, '_micros') or hasattr(value, 'isoformat'):
            return self._moment(value)
        if isinstance(value, int):
            return str(value)
        if isinstance(value, float) or hasattr(value, 'dtype'):
            number = float(value)
            if hasattr(value, 'dtype') and value.dtype.kind in 'iu':
                return str(int(value))
            text = repr(round(number, self.digits))
            return text
        return _text(str(value), self.ascii_only)

    def _moment(self, value):
        if self.dates == 'iso':
            return _text(self.label(value), self.ascii_only)
        micros = value._micros if hasattr(value, '_micros') else int(value.timestamp() * 1000000)
        return str(micros // 1000)

    def label(self, value):
        """A key."""
        if hasattr(value, 'isoformat') and hasattr(value, '_micros'):
            if self.dates == 'iso':
                return f'{value:%Y-%m-%dT%H:%M:%S}.{value.microsecond // 1000:03d}'
            return str(value._micros // 1000)
        return str(value)

    def _joined(self, first, items, last, depth):
        if not self.indent or not items:
            return first + ','.join(items) + last
        blank = '\n' + ' ' * self.indent * (depth + 1)
        return first + blank + (',' + blank).join(items) + '\n' + ' ' * self.indent * depth + last


def frame_json(frame, orient, dates, digits, ascii_only, lines, indent):
    """The text of a table."""
    if lines and orient != 'records':
        raise ValueError("'lines' keyword only valid when 'orient' is records")
    writer = JsonText(digits, dates, ascii_only, indent)
    names, labels = frame._columns.tolist(), frame._index.tolist()
    columns = [listed(c) for c in frame._data]
    if orient == 'columns':
        whole = {n: dict(zip([writer.label(k) for k in labels], c)) for n, c in zip(names, columns)}
    elif orient == 'index':
        whole = {writer.label(k): dict(zip(names, row)) for k, row in zip(labels, zip(*columns))}
    elif orient == 'records':
        whole = [dict(zip(names, row)) for row in zip(*columns)]
    elif orient == 'split':
        whole = {'columns': names, 'index': labels, 'data': [list(row) for row in zip(*columns)]}
    elif orient == 'values':
        whole = [list(row) for row in zip(*columns)]
    else:
        raise ValueError(f"Invalid value '{orient}' for option 'orient'")
    if lines:
        return ''.join(writer.write(row) + '\n' for row in whole)
    text = writer.write(whole)
    return text


def series_json(series, orient, dates, digits, ascii_only, indent):
    """The text of a column."""
    writer = JsonText(digits, dates, ascii_only, indent)
    if orient in ('records', 'values'):
        return writer.write(series.tolist())
    if orient == 'split':
        return writer.write({'name': series.name, 'index': series._index.tolist(), 'data': series.tolist()})
    return writer.write(dict(zip([writer.label(k) for k in series._index.tolist()], series.tolist())))


def _flat(record, sep, most, before='', depth=0):
    out, inner = {}, {}
    for name, value in record.items():
        whole = f'{before}{sep}{name}' if before else str(name)
        if isinstance(value, dict) and (most is None or depth < most):
            inner.update(_flat(value, sep, most, whole, depth + 1))
        else:
            out[whole] = value
    return {**out, **inner}


def _found(record, path):
    for name in path if isinstance(path, list) else [path]:
        record = record[name]
    return record


def json_normalize(data, record_path=None, meta=None, meta_prefix=None, record_prefix=None, errors='raise', sep='.',
                   max_level=None):
    """Dicts in dicts as a table: 'a.b' names what stands in them."""
    from _pandas_frame import DataFrame
    rows = [data] if isinstance(data, dict) else list(data)
    if record_path is None:
        return DataFrame([_flat(row, sep, max_level) for row in rows])
    out, kept = [], {}
    for row in rows:
        kept = {}
        for path in [] if meta is None else meta if isinstance(meta, list) else [meta]:
            name = sep.join(path) if isinstance(path, list) else path
            try:
                kept[(meta_prefix or '') + name] = _found(row, path)
            except KeyError:
                if errors == 'raise':
                    raise KeyError(f"Key '{name}' not found. To replace missing values of '{name}' with np.nan, pass in "
                                   "errors='ignore'")
                kept[(meta_prefix or '') + name] = float('nan')
        for record in _found(row, record_path):
            flat = _flat(record, sep, max_level) if isinstance(record, dict) else {0: record}
            out.append({**{f'{record_prefix or ""}{k}' if record_prefix else k: v for k, v in flat.items()}, **kept})
    table = DataFrame(out)
    for name in kept:
        table[name] = table[name].astype(object)
    return table
