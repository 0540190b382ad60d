"""matplotlib.legend: which curve is which."""
import numpy as np
from matplotlib._keywords import LEGEND
from matplotlib.artist import Artist
from matplotlib.text import Text

_PLACES = ('best', 'upper right', 'upper left', 'lower left', 'lower right', 'right', 'center left', 'center right',
           'lower center', 'upper center', 'center')


class Legend(Artist):
    """Labels beside samples of what they name. In cells it stands above its axes."""
    _tables = ('Artist',)

    def __init__(self, parent, handles, labels, **kwargs):
        Artist.__init__(self)
        for key in kwargs:
            if key not in LEGEND:
                raise TypeError(f"Legend.__init__() got an unexpected keyword argument {key!r}")
        loc = kwargs.get('loc')
        if isinstance(loc, str) and loc not in _PLACES and not loc.startswith('outside '):
            raise ValueError(f"{loc!r} is not a valid value for loc.")
        if isinstance(loc, (tuple, list)):
            wrong = len(loc) != 2 or not all(isinstance(each, (int, float, np.number)) for each in loc)
            loc = tuple(loc)
        else:
            wrong = loc is not None and not isinstance(loc, str) and not (isinstance(loc, int) and 0 <= loc <= 10)
        if wrong:
            raise ValueError(f"loc must be string, coordinate tuple, or an integer 0-10, not {loc!r}")
        pairs = [(h, str(label)) for h, label in zip(handles, labels) if not str(label).startswith('_')]
        if kwargs.get('reverse'):
            pairs.reverse()
        self.legend_handles = [pair[0] for pair in pairs]
        self.texts = [Text(0, 0, pair[1]) for pair in pairs]
        title = kwargs.get('title')
        self._title = Text(0, 0, '' if title is None else title)
        self._loc = loc
        self.axes = parent

    def __str__(self):
        return 'Legend'

    def get_texts(self):
        return list(self.texts)

    def get_title(self):
        return self._title

    def set_title(self, title, prop=None):
        self._title.set_text(title)

    def get_lines(self):
        return [h for h in self.legend_handles if type(h).__name__ == 'Line2D']

    def get_patches(self):
        return [h for h in self.legend_handles if type(h).__name__ in ('Rectangle', 'Patch')]

    def get_frame(self):
        return self

    def set_loc(self, loc):
        self._loc = loc

    def set_bbox_to_anchor(self, bbox, transform=None):
        pass

    def set_draggable(self, state):
        pass

    def set_facecolor(self, color):
        pass

    def set_edgecolor(self, color):
        pass

    def set_linewidth(self, w):
        pass

    def set_frame_on(self, b):
        pass

    def remove(self):
        self.axes.legend_ = None
