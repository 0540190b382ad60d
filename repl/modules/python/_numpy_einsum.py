"""np.einsum."""
import numpy as np


# What a text of subscripts means for operands of so many dimensions: einsum stands in loops.
_known = {}


def _parsed(operands):
    """Subscripts of each operand and of the result, as lists of labels, and the arrays."""
    if operands and isinstance(operands[0], str):
        arrays = [np.asarray(o) for o in operands[1:]]
        key = (operands[0],) + tuple(a.ndim for a in arrays)
        if key not in _known:
            if len(_known) > 200:
                _known.clear()
            _known[key] = _read(operands)[:2]
        return _known[key] + (arrays,)
    return _read(operands)


def _read(operands):
    if not operands:
        raise ValueError('must specify the einstein sum subscripts string and at least one operand, or at least one '
                         'operand and its corresponding subscripts list')
    if isinstance(operands[0], str):
        text, arrays = operands[0].replace(' ', ''), [np.asarray(o) for o in operands[1:]]
    elif len(operands) < 2:
        raise ValueError('must provide at least an operand and a subscripts list to einsum')
    else:
        # einsum(a, [0, 1], b, [1, 2], [0, 2]): numbers in place of letters.
        arrays, parts, given = [], [], list(operands)
        while len(given) >= 2:
            arrays.append(np.asarray(given.pop(0)))
            parts.append(_letters(given.pop(0)))
        text = ','.join(parts) + ('->' + _letters(given[0]) if given else '')
    for letter in text.replace('...', ''):
        if letter == '.':
            raise ValueError("einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...') "
                             f'in operand {text.split("->")[0][:text.index(".")].count(",")}')
        if not letter.isalpha() and letter not in ',->':
            raise ValueError(f"invalid subscript '{letter}' in einstein sum subscripts string, subscripts must be "
                             'letters')
    if ('-' in text or '>' in text) and text.count('->') != 1:
        raise ValueError("einstein sum subscript string does not contain proper '->' output specified")
    inputs, arrow, output = text.partition('->')
    terms = inputs.split(',')
    if len(terms) > len(arrays):
        raise ValueError('more operands provided to einstein sum function than specified in the subscripts string')
    if len(terms) < len(arrays):
        raise ValueError('fewer operands provided to einstein sum function than specified in the subscripts string')
    labels, widest = [], 0
    for term, a in zip(terms, arrays):
        count = len(term.replace('...', ''))
        if '...' in term:
            if a.ndim < count:
                raise ValueError('einstein sum subscripts string contains too many subscripts for operand '
                                 f'{len(labels)}')
            widest = max(widest, a.ndim - count)
        elif count != a.ndim:
            much = 'too many' if count > a.ndim else "doesn't contain enough"
            if count > a.ndim:
                raise ValueError(f'einstein sum subscripts string contains too many subscripts for operand '
                                 f'{len(labels)}')
            raise ValueError('operand has more dimensions than subscripts given in einstein sum, but no \'...\' '
                             'ellipsis provided to broadcast the extra dimensions.')
        labels.append(term)
    expanded = []
    for term, a in zip(labels, arrays):
        extra = a.ndim - len(term.replace('...', '')) if '...' in term else 0
        front, dots, back = term.partition('...')
        expanded.append(list(front) + [f'.{n}' for n in range(widest - extra, widest)] + list(back))
    dots = [f'.{n}' for n in range(widest)]
    if arrow:
        for letter in output.replace('...', ''):
            if letter not in inputs:
                raise ValueError(f"einstein sum subscripts string included output subscript '{letter}' which never "
                                 'appeared in an input')
            if output.count(letter) > 1:
                raise ValueError(f"einstein sum subscripts string includes output subscript '{letter}' multiple times")
        front, seen, back = output.partition('...')
        if not seen and widest:
            raise ValueError('output has more dimensions than subscripts given in einstein sum, but no \'...\' '
                             'ellipsis provided to broadcast the extra dimensions.')
        result = list(front) + (dots if seen else []) + list(back)
    else:
        plain = inputs.replace('...', '').replace(',', '')
        result = dots + sorted(letter for letter in set(plain) if plain.count(letter) == 1)
    return expanded, result, arrays


def _letters(labels):
    out = ''
    for label in labels:
        if label is Ellipsis:
            out += '...'
        elif not isinstance(label, (int, np.integer)):
            raise TypeError('each subscript must be either an integer or an ellipsis')
        elif not 0 <= label < 52:
            raise ValueError('subscript is not within the valid range [0, 52)')
        else:
            out += chr(ord('A') + label) if label < 26 else chr(ord('a') + label - 26)
    return out


def _single(a, labels):
    """Repeated labels become diagonals."""
    labels = list(labels)
    for label in dict.fromkeys(labels) if len(set(labels)) < len(labels) else ():
        while labels.count(label) > 1:
            i = labels.index(label)
            j = labels.index(label, i + 1)
            a = np.diagonal(np.moveaxis(a, (i, j), (0, 1)), 0, 0, 1)
            rest = [l for n, l in enumerate(labels) if n not in (i, j)]
            labels = rest + [label]
    return a, labels


def _summed(a, labels, keep):
    gone = tuple(n for n, label in enumerate(labels) if label not in keep)
    if gone:
        a = a.sum(axis=gone, dtype=a.dtype)
        labels = [label for label in labels if label in keep]
    return a, labels


def _pair(a, x, b, y, keep):
    """The product of two operands, summed over what nobody asks for any more."""
    a, x = _summed(a, x, set(keep) | set(y))
    b, y = _summed(b, y, set(keep) | set(x))
    sizes = {}
    for labels, shape in ((x, a.shape), (y, b.shape)):
        for label, n in zip(labels, shape):
            if sizes.get(label, 1) == 1:
                sizes[label] = n
    shared = [l for l in x if l in y and l not in keep]
    whole = all(a.shape[x.index(l)] == sizes[l] and b.shape[y.index(l)] == sizes[l] for l in x if l in y)
    if shared and whole:
        both = [l for l in x if l in y and l in keep]
        left = [l for l in x if l not in y]
        right = [l for l in y if l not in x]

        def length(labels):
            n = 1
            for label in labels:
                n *= sizes[label]
            return n
        p = a.transpose([x.index(l) for l in both + left + shared])
        q = b.transpose([y.index(l) for l in both + shared + right])
        lead = tuple(sizes[l] for l in both)
        made = np.matmul(p.reshape(lead + (length(left), length(shared))),
                         q.reshape(lead + (length(shared), length(right))))
        return made.reshape(lead + tuple(sizes[l] for l in left + right)), both + left + right
    labels = x + [l for l in y if l not in x]
    p = a.reshape(a.shape + (1,) * (len(labels) - len(x)))
    order = [y.index(l) for l in labels if l in y]
    q = b.transpose(order)
    shape, place = [], iter(q.shape)
    for label in labels:
        shape.append(next(place) if label in y else 1)
    return _summed(p * q.reshape(shape), labels, keep)


def einsum(*operands, out=None, optimize=False, dtype=None, order='K', casting='safe'):
    """Sums of products, written with a letter for each index."""
    terms, result, arrays = _parsed(operands)
    if dtype is not None:
        arrays = [a.astype(dtype) for a in arrays]
    sizes = {}
    for number, (labels, a) in enumerate(zip(terms, arrays)):
        for place, label in enumerate(labels if len(set(labels)) < len(labels) else ()):
            first = labels.index(label)
            if a.shape[first] != a.shape[place] and len(label) == 1:
                raise ValueError(f"dimensions in operand {number} for collapsing index '{label}' don't match "
                                 f'({a.shape[first]} != {a.shape[place]})')
        for place, (label, n) in enumerate(zip(labels, a.shape)):
            known = sizes.get(label, 1)
            if known != 1 and n != 1 and n != known:
                shapes = ' '.join(_remapped(t, array.shape, terms, result) for t, array in zip(terms, arrays))
                raise ValueError('operands could not be broadcast together with remapped shapes '
                                 f'[original->remapped]: {shapes} ')
            sizes[label] = n if known == 1 else known
    common = np.result_type(*arrays)
    parts = []
    for labels, a in zip(terms, arrays):
        parts.append(_single(a if a.dtype == common else a.astype(common), labels))
    a, labels = parts[0]
    for number in range(1, len(parts)):
        keep = set(result)
        for _, later in parts[number + 1:]:
            keep |= set(later)
        a, labels = _pair(a, labels, parts[number][0], parts[number][1], keep)
    a, labels = _summed(a, labels, set(result))
    if len(arrays) == 1 and not isinstance(a, np.ndarray):
        made = a
    else:
        made = np.asarray(a).transpose([labels.index(l) for l in result])
    want = tuple(sizes[l] for l in result)
    if np.shape(made) != want:
        made = np.broadcast_to(made, want)
    if out is not None:
        out[...] = made
        return out
    return made[()] if isinstance(made, np.ndarray) and made.ndim == 0 else made


def _remapped(labels, shape, terms, result):
    everything = list(result)
    for term in terms:
        everything += [l for l in term if l not in everything]
    new = [shape[labels.index(l)] if l in labels else 'newaxis' for l in everything]
    while new and new[0] == 'newaxis':
        del new[0]
    shown = ','.join(str(n) for n in shape)
    return f'({shown})->({",".join(str(n) for n in new)})'


def einsum_path(*operands, optimize='greedy', einsum_call=False):
    """In which order einsum would multiply (here: from the left)."""
    raise NotImplementedError('einsum_path is not there; einsum multiplies from the left')
