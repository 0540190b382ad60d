"""How the labels of pandas are shown: Index([...], dtype='str'), broken where the line is full."""
from _pandas_data import categories_of, is_missing, is_numeric, listed

_WIDTH = 80
_MOST = 100


def _values(texts, name, justify):
    """[a, b, c], and what stands behind it."""
    if not texts:
        return '[], '
    if len(texts) == 1:
        return f'[{texts[0]}], '
    long = len(texts) > _MOST
    head, tail = (texts[:10], texts[-10:]) if long else ([], texts)
    if justify and (long or len(', '.join(tail)) >= _WIDTH):
        width = max(len(t) for t in head + tail)
        head, tail = [t.rjust(width) for t in head], [t.rjust(width) for t in tail]
    start = '\n' + ' ' * (len(name) + 2)
    done, line = '', start

    def put(done, line, word, room):
        if len(line.rstrip()) + len(word.rstrip()) >= room:
            return done + line.rstrip(), start + word
        return done, line + word

    for text in head:
        done, line = put(done, line, text + ', ', _WIDTH)
    if long:
        done, line = done + line.rstrip() + start + '...', start
    for text in tail[:-1]:
        done, line = put(done, line, text + ', ', _WIDTH)
    done, line = put(done, line, tail[-1], _WIDTH - 2)
    whole = done + line + '],'
    whole += '\n' + ' ' * (len(name) + 1) if len(whole) > _WIDTH else ' '
    return '[' + whole[len(start):]


def index_text(name, texts, justify, attributes):
    """NAME([texts], key=value, ...)."""
    values = _values(texts, name, justify)
    indent = len(name) + 1
    used = len(values.rsplit('\n', 1)[-1]) if '\n' in values else indent + len(values)
    out = ''
    for i, (key, value) in enumerate(attributes):
        part = f'{key}={value}'
        between = ', ' if i else ''
        comma = 1 if i + 1 < len(attributes) else 0
        if used + len(between) + len(part) + comma > _WIDTH:
            out += between.rstrip() + '\n' + ' ' * indent + part
            used = indent + len(part)
        else:
            out += between + part
            used += len(between) + len(part)
    if out.startswith('\n'):
        values = values.rstrip()
    return f'{name}({values}{out})'


def _text(value):
    if is_missing(value):
        return 'nan' if value is not None else 'None'
    return repr(value) if not hasattr(value, 'closed') else str(value)


def label_lines(index):
    """What repr() of an Index gives."""
    data, values = index._data, index.tolist()
    attributes = [('dtype', f"'{index.dtype}'")]
    if index.name is not None:
        attributes.append(('name', repr(index.name)))
    if len(values) > _MOST:
        attributes.append(('length', len(values)))
    labels = categories_of(data)
    if labels is not None:
        shown = [_text(v) for v in labels]
        if len(shown) > 8:
            shown = shown[:4] + ['...'] + shown[-4:]
        attributes = [('categories', '[' + ', '.join(shown) + ']'), ('ordered', data.dtype.ordered)] + attributes
        return index_text('CategoricalIndex', [_text(v) for v in values],
                          not any(isinstance(v, str) for v in labels), attributes)
    if values and hasattr(values[0], 'closed'):
        attributes[0] = ('dtype', f"'{values[0].kind()}'")
        return index_text('IntervalIndex', [_text(v) for v in values], True, attributes)
    if hasattr(index.dtype, 'index_texts'):
        attributes += index.dtype.attributes(index)
        return index_text(index.dtype.index_name, index.dtype.index_texts(data), False, attributes)
    texts = [_text(v) for v in values]
    justify = is_numeric(data) or not all(isinstance(v, str) or is_missing(v) for v in listed(data))
    return index_text('Index', texts, justify, attributes)
