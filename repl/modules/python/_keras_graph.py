"""A model's layers as boxes of characters, with lines from each to those that take its output.

Layers are drawn in ranks (K. Sugiyama, S. Tagawa, M. Toda: Methods for visual understanding of hierarchical system
structures, 1981): a layer stands below all that it takes; a line that passes a rank takes a place in it; places are ordered
by the mean of their neighbours'. Between two ranks every layer has a row of its own for its lines to turn.
"""
import shutil

import _keras_files

_UP, _DOWN, _LEFT, _RIGHT = 1, 2, 4, 8
_CORNERS = {3: '│', 12: '─', 10: '┌', 6: '┐', 9: '└', 5: '┘', 11: '├', 7: '┤', 14: '┬', 13: '┴', 15: '┼', 1: '│', 2: '│',
            4: '─', 8: '─'}
_GAP = 3


# ---- what is drawn ----

def inbound(model):
    """(layer, the layers that it takes its inputs from), in the order of the model's layers."""
    if type(model).__name__ != 'Functional':
        before = []
        for layer in model.layers:
            yield layer, before
            before = [layer]
        return
    same = {_keras_files.identity(layer): layer for layer in model.layers}
    calls = _keras_files.graph(model)[0]
    for layer in model.layers:
        found = []
        for made, _, _, inputs in calls:
            if _keras_files.identity(made) == _keras_files.identity(layer):
                for origin in inputs:
                    given = same.get(_keras_files.identity(origin[0]), origin[0])
                    if given is not layer and not any(given is each for each in found):
                        found.append(given)
        yield layer, found


def _shape(layer, attribute):
    try:
        value = getattr(layer, attribute)
    except AttributeError:
        return '?'
    if isinstance(value, (list, tuple)):
        return ', '.join(str(tuple(each.shape)) for each in value)
    return str(tuple(value.shape))


def _lines(layer, options, level=0):
    shapes, dtype, names, nested, activations, trainable = options
    kind = type(layer).__name__
    made = [f'{layer.name} ({kind})' if names else kind]
    if activations and hasattr(layer, 'activation') and hasattr(layer.activation, '__name__'):
        made.append(f'Activation: {layer.activation.__name__}')
    if shapes:
        made.append(f"Input shape: {_shape(layer, 'input')}")
        made.append(f"Output shape: {_shape(layer, 'output')}")
    if dtype:
        made.append(f'Output dtype: {layer.dtype}')
    if trainable and layer.weights:
        made.append(f'Trainable: {layer.trainable}')
    if nested and hasattr(layer, 'layers'):
        for inner in layer.layers:
            made += ['  ' * (level + 1) + ('└ ' if place == 0 else '  ') + line
                     for place, line in enumerate(_lines(inner, options, level + 1))]
    return made


class _Place:
    """A box, or (lines None) where a line passes a rank."""

    def __init__(self, lines, rank):
        self.lines = lines
        self.rank = rank
        self.width = max(len(line) for line in lines) + 4 if lines else 1
        self.left = 0
        self.above, self.below = [], []

    def centre(self):
        return self.left + self.width // 2


def _places(parts, options):
    """Boxes in ranks, and between them the places of long lines."""
    boxes, ranks = {}, []
    for layer, before in parts:
        given = [boxes[id(each)] for each in before if id(each) in boxes]
        boxes[id(layer)] = box = _Place(_lines(layer, options), max([each.rank for each in given], default=-1) + 1)
        box.given = given
    for box in boxes.values():  # inputs stand just above what takes them
        takers = [each.rank for each in boxes.values() if any(given is box for given in each.given)]
        if not box.given and takers:
            box.rank = min(takers) - 1
    for box in boxes.values():
        while len(ranks) <= box.rank:
            ranks.append([])
        ranks[box.rank].append(box)
    for box in list(boxes.values()):
        for each in box.given:
            last = each
            for rank in range(each.rank + 1, box.rank):
                passing = next((other for other in last.below if other.lines is None), None)
                if passing is None:
                    passing = _Place(None, rank)
                    ranks[rank].append(passing)
                    _connect(last, passing)
                last = passing
            _connect(last, box)
    return ranks


def _connect(upper, lower):
    upper.below.append(lower)
    lower.above.append(upper)


# ---- where it stands ----

def _order(ranks):
    def sort(rank, neighbours, other):
        at = {id(each): place for place, each in enumerate(other)}
        def wish(pair):
            near = [at[id(each)] for each in getattr(pair[1], neighbours)]
            return sum(near) / len(near) if near else pair[0]
        rank[:] = [each for _, each in sorted(enumerate(rank), key=wish)]
    for _ in range(4):
        for upper, lower in zip(ranks, ranks[1:]):
            sort(lower, 'above', upper)
        for upper, lower in list(zip(ranks, ranks[1:]))[::-1]:
            sort(upper, 'below', lower)


def _spread(rank, wishes):
    """Lefts that are near the wishes and leave a gap between neighbours."""
    at = None
    for each, wish in zip(rank, wishes):
        each.left = wish if at is None else max(wish, at)
        at = each.left + each.width + _GAP
    late = sum(each.left - wish for each, wish in zip(rank, wishes)) // max(1, len(rank))
    for each in rank:
        each.left -= late


def _stand(ranks):
    for rank in ranks:
        _spread(rank, [0] * len(rank))
    for turn in range(6):
        down = turn % 2 == 0
        for rank in (ranks if down else ranks[::-1]):
            wishes = []
            for each in rank:
                near = [other.centre() for other in (each.above if down else each.below)]
                wishes.append(sum(near) // len(near) - each.width // 2 if near else each.left)
            _spread(rank, wishes)
    left = min(each.left for rank in ranks for each in rank)
    for rank in ranks:
        for each in rank:
            each.left -= left


# ---- drawing ----

def _ports(lower, taken):
    """For each line into a place the column where it enters: not one in which another layer's line comes down."""
    above = sorted(lower.above, key=lambda each: each.centre())
    if lower.lines is None:
        return [(above[0], lower.centre())]
    made, used = [], set()
    for place, upper in enumerate(above):
        wish = lower.left + lower.width * (place + 1) // (len(above) + 1)
        if len(above) == 1 or lower.left + 1 < upper.centre() < lower.left + lower.width - 2:
            wish = upper.centre() if lower.left + 1 < upper.centre() < lower.left + lower.width - 2 else wish
        for far in range(lower.width):
            found = next((column for column in (wish - far, wish + far) if lower.left < column < lower.left + lower.width - 1
                          and column not in used and taken.get(column, upper) is upper), None)
            if found is not None:
                break
        else:
            found = wish
        used.add(found)
        made.append((upper, found))
    return made


def _rows(sources):
    """The row of each source that turns: one whose own column another enters comes first."""
    left = [(upper, columns) for upper, columns in sources if columns != [upper.centre()]]
    made = []
    while left:
        for pair in left:
            blocked = any(other is not pair and other[0].centre() in pair[1] for other in left)
            if not blocked:
                break
        else:
            pair = left[0]
        left.remove(pair)
        made.append(pair)
    return made


def _turns(cells, row, upper_rank, lower_rank):
    """Draws the lines between two ranks from a row on; gives the row after them."""
    taken = {each.centre(): each for each in upper_rank if each.below}
    columns = {}
    for lower in lower_rank:
        for upper, column in _ports(lower, taken) if lower.above else []:
            columns.setdefault(id(upper), (upper, []))[1].append((column, lower))
    turning = _rows([(upper, [column for column, _ in ends]) for upper, ends in columns.values()])
    height = len(turning) + 2
    rows = {id(upper): row + 1 + place for place, (upper, _) in enumerate(turning)}

    def draw(at, column, bits):
        cells[at, column] = cells.get((at, column), 0) | bits
    for upper, ends in columns.values():
        own = upper.centre()
        bend = rows.get(id(upper))
        for column, lower in ends:
            if bend is None:
                for at in range(row, row + height):
                    draw(at, own, _UP | _DOWN)
            else:
                for at in range(row, bend):
                    draw(at, own, _UP | _DOWN)
                draw(bend, own, _UP)
                step = 1 if column > own else -1
                for at in range(own, column, step):
                    draw(bend, at, _RIGHT if step > 0 else _LEFT)
                    draw(bend, at + step, _LEFT if step > 0 else _RIGHT)
                draw(bend, column, _DOWN)
                for at in range(bend + 1, row + height):
                    draw(at, column, _UP | _DOWN)
            if lower.lines is not None:
                cells[row + height - 1, column] = '▼'
    return row + height


def _box(lines, inner):
    return ['┌' + '─' * inner + '┐'] + [f'│ {line.ljust(inner - 2)} │' for line in lines] + ['└' + '─' * inner + '┘']


def _drawn(ranks):
    cells, row = {}, 0
    for place, rank in enumerate(ranks):
        height = max(len(each.lines) + 2 if each.lines else 1 for each in rank)
        for each in rank:
            if each.lines is None:
                for at in range(height):
                    cells[row + at, each.centre()] = _UP | _DOWN
                continue
            inner = each.width - 2
            box = _box(each.lines, inner)
            for at, line in enumerate(box):
                for column, letter in enumerate(line):
                    cells[row + at, each.left + column] = letter
            for at in range(len(box), height):
                if each.below:
                    cells[row + at, each.centre()] = _UP | _DOWN
        row += height
        if place + 1 < len(ranks):
            row = _turns(cells, row, rank, ranks[place + 1])
    lines = [[] for _ in range(row)]
    for at, column in sorted(cells):
        what, line = cells[at, column], lines[at]
        line.extend(' ' * (column - len(line)))
        line.append(_CORNERS[what] if isinstance(what, int) else what)
    return [''.join(line).rstrip() for line in lines]


def _listed(parts, options):
    """One box below the other, each with the names of what it takes: for graphs that are wider than the screen."""
    boxes, last = [], None
    for layer, before in parts:
        lines = _lines(layer, options)
        if before and not (len(before) == 1 and before[0] is last):
            lines.append('from ' + ', '.join(each.name for each in before))
        boxes.append((lines, len(before) == 1 and before[0] is last))
        last = layer
    width = max([len(line) for lines, _ in boxes for line in lines], default=0)
    made = []
    for place, (lines, chain) in enumerate(boxes):
        if place:
            made.append(' ' * (width // 2 + 2) + '│' if chain else '')
        made += _box(lines, width + 2)
    return made


def picture(model, chosen, *options):
    """The drawing as a text; `chosen`: the first of the layers and the one after the last, or None."""
    parts = list(inbound(model))
    if chosen:
        parts = parts[chosen[0]:chosen[1]]
    if not parts:
        return ''
    ranks = _places(parts, options)
    _order(ranks)
    _stand(ranks)
    width = max(each.left + each.width for rank in ranks for each in rank)
    named = options[:2] + (True,) + options[3:]  # a list is told by names
    lines = _drawn(ranks) if width <= shutil.get_terminal_size().columns else _listed(parts, named)
    return '\n'.join(lines) + '\n'
