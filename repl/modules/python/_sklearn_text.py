"""The text of estimators: on one line where it fits into 80 columns, else broken between parameters and list items."""
from sklearn.base import BaseEstimator, _changed_params


def estimator_text(estimator):
    out = []
    _write(estimator, out, 0, 0)
    return ''.join(out)


def _flat(value):
    """The text on one line."""
    if isinstance(value, BaseEstimator):
        parts = [f'{name}={_flat(inner)}' for name, inner in _changed_params(value)]
        return type(value).__name__ + '(' + ', '.join(parts) + ')'
    if type(value) is list:
        return '[' + ', '.join(_flat(v) for v in value) + ']'
    if type(value) is tuple:
        return '(' + ', '.join(_flat(v) for v in value) + (',)' if len(value) == 1 else ')')
    if type(value) is dict:
        return '{' + ', '.join(f'{_flat(k)}: {_flat(v)}' for k, v in value.items()) + '}'
    return repr(value)


def _write(value, out, indent, allowance):
    """`indent` is the column where the value begins; `allowance` columns must stay free behind it."""
    text = _flat(value)
    if len(text) <= 80 - indent - allowance:
        out.append(text)
    elif isinstance(value, BaseEstimator):
        name = type(value).__name__
        out.append(name + '(')
        _items([(n + '=', v) for n, v in _changed_params(value)], out, indent + len(name), allowance + 1)
        out.append(')')
    elif type(value) is list:
        out.append('[')
        _items([('', v) for v in value], out, indent, allowance + 1)
        out.append(']')
    elif type(value) is tuple:
        end = ',)' if len(value) == 1 else ')'
        out.append('(')
        _items([('', v) for v in value], out, indent, allowance + len(end))
        out.append(end)
    elif type(value) is dict:
        out.append('{')
        _items([(_flat(k) + ': ', v) for k, v in value.items()], out, indent, allowance + 1)
        out.append('}')
    else:
        out.append(text)


def _items(items, out, indent, allowance):
    """As many items a line as fit; one that is too long by itself is broken further."""
    indent += 1
    newline = ',\n' + ' ' * indent
    width = whole = 80 - indent + 1
    between = ''
    for i, (head, value) in enumerate(items):
        last = i + 1 == len(items)
        if last:
            whole -= allowance
            width -= allowance
        text = head + _flat(value)
        needed = len(text) + 2
        if width < needed:
            width = whole
            if between:
                between = newline
        if width >= needed:
            width -= needed
            out.append(between + text)
            between = ', '
            continue
        out.append(between + head)
        between = newline
        _write(value, out, indent + len(head), allowance if last else 1)
