"""matplotlib.colorbar: the bar that says which number has which colour."""
import numpy as np
from matplotlib import ticker


class Colorbar:
    """The bar beside the axes of a picture."""

    def __init__(self, ax, mappable=None, *, label='', ticks=None, format=None, orientation=None, **kwargs):
        self.ax, self.mappable = ax, mappable
        self.orientation = orientation or 'vertical'
        self._label = label
        self._ticks = self._labels = None
        self._formatter = format
        mappable.autoscale_None()
        if ticks is not None:
            self.set_ticks(ticks)

    @property
    def vmin(self):
        return self._ends()[0]

    @property
    def vmax(self):
        return self._ends()[1]

    @property
    def norm(self):
        return self.mappable.norm

    @property
    def cmap(self):
        return self.mappable.cmap

    def _ends(self):
        levels = getattr(self.mappable, 'levels', None)
        if levels is not None:
            return float(levels[0]), float(levels[-1])
        norm = self.mappable.norm
        return (0.0 if norm.vmin is None else float(norm.vmin)), (1.0 if norm.vmax is None else float(norm.vmax))

    def set_label(self, label, *, loc=None, **kwargs):
        self._label = label
        self.ax.yaxis.label.set_text(label)

    def set_ticks(self, ticks, *, labels=None, minor=False, **kwargs):
        self._ticks = ticks.tick_values(*self._ends()) if isinstance(ticks, ticker.Locator) else \
            np.asarray(ticks, dtype=float)
        self._labels = None
        if labels is not None:
            self.set_ticklabels(labels)

    def set_ticklabels(self, ticklabels, *, minor=False, **kwargs):
        if self._ticks is None:
            self._ticks = self.get_ticks()
        self._labels = [str(each) for each in ticklabels]

    def get_ticks(self, minor=False):
        if self._ticks is not None:
            return self._ticks
        levels = getattr(self.mappable, 'levels', None)
        if levels is not None and len(levels) < 12:
            return levels
        return ticker.MaxNLocator(9, steps=[1, 2, 2.5, 5, 10]).tick_values(*self._ends())

    def update_ticks(self):
        pass

    def update_normal(self, mappable=None):
        pass

    def minorticks_on(self):
        pass

    def minorticks_off(self):
        pass

    @property
    def outline(self):
        return self.ax.spines['left']

    @property
    def solids(self):
        return self.ax.spines['left']

    def set_alpha(self, alpha):
        pass

    def draw_all(self):
        pass

    def remove(self):
        self.ax.figure.delaxes(self.ax)

    def _draw(self, drawing):
        low, high = self._ends()
        places, labels = self._ticks, self._labels
        if places is not None and labels is not None and len(labels) != len(places):
            labels = None
        if places is not None and labels is None and self._formatter is not None:
            form = self._formatter
            if isinstance(form, str):
                labels = [form % each if '%' in form else form.format(x=each) for each in places]
        if getattr(self.mappable, 'levels', None) is not None:
            rgba = self.mappable._colors()
            rgb = (rgba[:, :3] * 255).round().astype(np.int64)
            numbers = rgb[:, 0] * 65536 + rgb[:, 1] * 256 + rgb[:, 2]
        else:
            numbers = self.mappable._numbers()
        log = type(self.mappable.norm).__name__ == 'LogNorm'
        if not low < high:
            high = low + 1
        drawing.bar(numbers, low, high, log and low > 0, places, labels, self._label or None)
