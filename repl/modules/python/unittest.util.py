"""How tests show values: their texts, what two of them share, how lines differ."""
from difflib import ndiff


def _difference(first, second):
    return '\n'.join(ndiff(first.splitlines(), second.splitlines()))


def _short(value, limit=80):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text


def _common(first, second):
    """The reprs of two values; where they are long, what they have in common is cut."""
    texts = [_short(first), _short(second)]
    if max(map(len, texts)) <= 80:
        return texts
    count = 0
    for a, b in zip(*texts):
        if a != b:
            break
        count += 1
    if count > 45:
        cut = count - 20
        texts = [f'{t[:5]}[{cut - 5} chars]{t[cut:]}' for t in texts]
    return [t if len(t) <= 80 else t[:60] + f'[{len(t) - 65} chars]' + t[-5:] for t in texts]
