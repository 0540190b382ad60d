"""matplotlib.container: artists of one call together."""


class Container:
    """A tuple of artists with a label."""

    def __init__(self, items, label=None):
        self._items = tuple(items)
        self._label = '' if label is None else str(label)

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        return self._items[index]

    def __iter__(self):
        return iter(self._items)

    def __eq__(self, other):
        return self is other or self._items == other

    def __hash__(self):
        return id(self)

    def __repr__(self):
        return f"<{type(self).__name__} object of {len(self)} artists>"

    def get_label(self):
        return self._label

    def set_label(self, s):
        self._label = str(s)

    def get_children(self):
        return [each for each in self._items if each is not None]

    def remove(self):
        for each in self._flat():
            each.remove()

    def _flat(self):
        for each in self._items:
            if isinstance(each, (tuple, list)):
                yield from each
            elif each is not None:
                yield each


class BarContainer(Container):
    """The bars of one call."""

    def __init__(self, patches, errorbar=None, *, datavalues=None, orientation=None, **kwargs):
        Container.__init__(self, patches, **kwargs)
        self.patches = list(patches)
        self.errorbar = errorbar
        self.datavalues = datavalues
        self.orientation = orientation

    @property
    def bottoms(self):
        return [each.get_y() if self.orientation == 'vertical' else each.get_x() for each in self.patches]

    @property
    def tops(self):
        return [each.get_y() + each.get_height() if self.orientation == 'vertical' else each.get_x() + each.get_width()
                for each in self.patches]


class ErrorbarContainer(Container):
    """A line, its caps and its bars."""

    def __init__(self, lines, has_xerr=False, has_yerr=False, **kwargs):
        Container.__init__(self, lines, **kwargs)
        self.lines = lines
        self._main = lines[0] if lines[0] is not None else (lines[2] or (None,))[0]
        self.has_xerr, self.has_yerr = has_xerr, has_yerr


class StemContainer(Container):
    """Markers, stems and the base line."""

    def __init__(self, items, **kwargs):
        Container.__init__(self, items, **kwargs)
        self.markerline, self.stemlines, self.baseline = items
        self._main = self.markerline


class PieContainer:
    """Wedges and their texts; unpacks into wedges, texts and the texts of the shares."""

    def __init__(self, wedges, values, normalize):
        self.wedges = wedges
        self._texts = []
        self._values = values
        self._normalize = normalize

    @property
    def texts(self):
        return self._texts

    @property
    def values(self):
        return self._values

    @property
    def fracs(self):
        return self._values / self._values.sum() if self._normalize else self._values

    def add_texts(self, texts):
        self._texts.append(texts)

    def __iter__(self):
        return iter([self.wedges, *self._texts])

    def __getitem__(self, index):
        return [self.wedges, *self._texts][index]

    def __len__(self):
        return 1 + len(self._texts)
