"""Settings at first, and values of properties in turn (cycler)."""
from matplotlib._settings import DEFAULTS


class Cycler:
    """Values of properties in turn."""

    def __init__(self, table):
        self._table = table
        self.keys = set(table)

    def by_key(self):
        return {key: list(values) for key, values in self._table.items()}

    def __len__(self):
        return min((len(v) for v in self._table.values()), default=0)

    def __iter__(self):
        for i in range(len(self)):
            yield {key: values[i] for key, values in self._table.items()}

    def __add__(self, other):
        table = dict(self._table)
        table.update(other._table)
        return Cycler(table)

    def __mul__(self, other):
        table = {}
        for key, values in self._table.items():
            table[key] = [v for v in values for _ in range(len(other))]
        for key, values in other._table.items():
            table[key] = list(values) * len(self)
        return Cycler(table)

    def __repr__(self):
        return " + ".join(f"cycler({k!r}, {v!r})" for k, v in self._table.items())


def cycler(*args, **kwargs):
    """cycler(color=[...]) or cycler('color', [...])."""
    table = {args[0]: list(args[1])} if len(args) == 2 else {}
    if len(args) == 1:
        return args[0]
    for key, values in kwargs.items():
        table['color' if key == 'c' else key] = list(values)
    return Cycler(table)


DEFAULTS['axes.prop_cycle'] = Cycler(DEFAULTS['axes.prop_cycle'])
