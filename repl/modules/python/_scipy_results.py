"""What scipy's functions return: a tuple whose parts have names."""


class _Result:
    def __init__(self, title, names, values):
        self._title, self._fields, self._values = title, names, values
        for name, value in zip(names, values):
            setattr(self, name, value)

    def __iter__(self):
        return iter(self._values[:2])

    def __len__(self):
        return 2

    def __getitem__(self, at):
        return self._values[:2][at]

    def __repr__(self):
        return self._title + '(' + ', '.join(f'{n}={v!r}' for n, v in zip(self._fields, self._values)) + ')'


def result(title, **parts):
    return _Result(title, list(parts), tuple(parts.values()))
