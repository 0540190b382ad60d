"""Axes: their limits and ticks."""
import numpy as np
from matplotlib.artist import Artist


class _AxesBase(Artist):
    """Limits and ticks of both axes."""

    # ---- Limits ----

    def _set_limits(self, axis, first, last, names, given):
        if last is None and first is not None and not np.isscalar(first) and hasattr(first, '__len__'):
            first, last = first
        for name, alias in names.items():
            value = given.get(alias)
            if value is not None:
                if (first if name == 'first' else last) is not None:
                    long = {'xmin': 'left', 'xmax': 'right', 'ymin': 'bottom', 'ymax': 'top'}[alias]
                    raise TypeError(f"Cannot pass both {long!r} and {alias!r}")
                if name == 'first':
                    first = value
                else:
                    last = value
        view = axis._view()
        ends = []
        for value, before in ((first, view[0]), (last, view[1])):
            value = before if value is None else axis._one(value)
            value = float(value)
            if value != value or value in (float('inf'), float('-inf')):
                raise ValueError("Axis limits cannot be NaN or Inf")
            ends.append(value)
        if ends[0] == ends[1]:
            from matplotlib.ticker import _nonsingular
            ends = list(_nonsingular(ends[0], ends[1], expander=0.05))
        axis._set_view(ends[0], ends[1])
        for each in axis._group:
            each._auto = False
        return ends[0], ends[1]

    def set_xlim(self, left=None, right=None, *, emit=True, auto=False, xmin=None, xmax=None):
        return self._set_limits(self.xaxis, left, right, {'first': 'xmin', 'last': 'xmax'}, {'xmin': xmin,
                                                                                             'xmax': xmax})

    def set_ylim(self, bottom=None, top=None, *, emit=True, auto=False, ymin=None, ymax=None):
        return self._set_limits(self.yaxis, bottom, top, {'first': 'ymin', 'last': 'ymax'}, {'ymin': ymin,
                                                                                             'ymax': ymax})

    def get_xlim(self):
        return self.xaxis._view()

    def get_ylim(self):
        return self.yaxis._view()

    def set_xbound(self, lower=None, upper=None):
        self.set_xlim(*self._bound(self.xaxis, lower, upper))

    def set_ybound(self, lower=None, upper=None):
        self.set_ylim(*self._bound(self.yaxis, lower, upper))

    def _bound(self, axis, lower, upper):
        if upper is None and lower is not None and hasattr(lower, '__len__'):
            lower, upper = lower
        low, high = sorted(axis._view())
        low, high = low if lower is None else lower, high if upper is None else upper
        return (high, low) if axis._inverted else (low, high)

    def get_xbound(self):
        return tuple(sorted(self.xaxis._view()))

    def get_ybound(self):
        return tuple(sorted(self.yaxis._view()))

    def invert_xaxis(self):
        self.xaxis.set_inverted(not self.xaxis._inverted)

    def invert_yaxis(self):
        self.yaxis.set_inverted(not self.yaxis._inverted)

    def xaxis_inverted(self):
        return self.xaxis._inverted

    def yaxis_inverted(self):
        return self.yaxis._inverted

    def set_xinverted(self, inverted):
        self.xaxis.set_inverted(inverted)

    def set_yinverted(self, inverted):
        self.yaxis.set_inverted(inverted)

    def set_xscale(self, value, **kwargs):
        self.xaxis.set_scale(value, **kwargs)

    def set_yscale(self, value, **kwargs):
        self.yaxis.set_scale(value, **kwargs)

    def get_xscale(self):
        return self.xaxis._scale

    def get_yscale(self):
        return self.yaxis._scale

    def autoscale(self, enable=True, axis='both', tight=None):
        for name, each in (('x', self.xaxis), ('y', self.yaxis)):
            if axis in ('both', name):
                if enable is False:
                    each._freeze()
                else:
                    each._limits = None
                if tight:
                    self._margins[each._index()] = 0

    def autoscale_view(self, tight=None, scalex=True, scaley=True):
        pass

    def relim(self, visible_only=False):
        pass

    def set_autoscale_on(self, b):
        self.autoscale(b)

    def set_autoscalex_on(self, b):
        self.autoscale(b, 'x')

    def set_autoscaley_on(self, b):
        self.autoscale(b, 'y')

    def margins(self, *margins, x=None, y=None, tight=True):
        if margins and (x is not None or y is not None):
            raise TypeError('Cannot pass both positional and keyword arguments for x and/or y.')
        if len(margins) == 1:
            x = y = margins[0]
        elif len(margins) == 2:
            x, y = margins
        elif margins:
            raise TypeError('Must pass a single positional argument for all margins, or one for each margin (x, y).')
        for margin in (x, y):
            if margin is not None and margin <= -0.5:
                raise ValueError("margin must be greater than -0.5")
        if x is None and y is None:
            return tuple(self._margins)
        if x is not None:
            self._margins[0] = x
        if y is not None:
            self._margins[1] = y

    def set_xmargin(self, m):
        self._margins[0] = m

    def set_ymargin(self, m):
        self._margins[1] = m

    def set_aspect(self, aspect, adjustable=None, anchor=None, share=False):
        if aspect == 'equal':
            aspect = 1
        if aspect != 'auto':
            aspect = float(aspect)
        self._aspect = aspect

    def get_aspect(self):
        return self._aspect

    def set_box_aspect(self, aspect=None):
        self._props['box_aspect'] = aspect

    # ---- Ticks ----

    def set_xticks(self, ticks, labels=None, *, minor=False, **kwargs):
        return self.xaxis.set_ticks(ticks, labels, minor=minor, **kwargs)

    def set_yticks(self, ticks, labels=None, *, minor=False, **kwargs):
        return self.yaxis.set_ticks(ticks, labels, minor=minor, **kwargs)

    def get_xticks(self, *, minor=False):
        return self.xaxis.get_ticklocs(minor=minor)

    def get_yticks(self, *, minor=False):
        return self.yaxis.get_ticklocs(minor=minor)

    def set_xticklabels(self, labels, *, minor=False, fontdict=None, **kwargs):
        return self.xaxis.set_ticklabels(labels, minor=minor, fontdict=fontdict, **kwargs)

    def set_yticklabels(self, labels, *, minor=False, fontdict=None, **kwargs):
        return self.yaxis.set_ticklabels(labels, minor=minor, fontdict=fontdict, **kwargs)

    def get_xticklabels(self, minor=False, which=None):
        return self.xaxis.get_ticklabels(minor=minor)

    def get_yticklabels(self, minor=False, which=None):
        return self.yaxis.get_ticklabels(minor=minor)

    def get_xaxis(self):
        return self.xaxis

    def get_yaxis(self):
        return self.yaxis

    def get_xgridlines(self):
        return []

    def get_ygridlines(self):
        return []

    def tick_params(self, axis='both', **kwargs):
        which = kwargs.get('which', 'major')
        if which not in ('major', 'minor', 'both'):
            raise ValueError(f"{which!r} is not a valid value for which. Supported values are 'major', 'minor', 'both'")
        if axis not in ('x', 'y', 'both'):
            raise ValueError(f"{axis!r} is not a valid value for axis. Supported values are 'x', 'y', 'both'")
        if axis in ('x', 'both'):
            self.xaxis.set_tick_params(**{k: v for k, v in kwargs.items()
                                          if axis == 'x' or k not in ('left', 'right', 'labelleft', 'labelright')})
        if axis in ('y', 'both'):
            self.yaxis.set_tick_params(**{k: v for k, v in kwargs.items()
                                          if axis == 'y' or k not in ('top', 'bottom', 'labeltop', 'labelbottom')})

    def ticklabel_format(self, *, axis='both', style=None, scilimits=None, useOffset=None, useLocale=None,
                         useMathText=None):
        if style not in ('sci', 'scientific', 'plain', '', None):
            raise ValueError(f"{style!r} is not a valid value for style. Supported values are 'sci', 'scientific', "
                             "'plain', '', None")
        if axis not in ('x', 'y', 'both'):
            raise ValueError(f"{axis!r} is not a valid value for axis. Supported values are 'x', 'y', 'both'")
        from matplotlib.ticker import ScalarFormatter
        for name, each in (('x', self.xaxis), ('y', self.yaxis)):
            if axis in (name, 'both') and not isinstance(each.get_major_formatter(), ScalarFormatter):
                raise AttributeError("This method only works with the ScalarFormatter")

    def locator_params(self, axis='both', tight=None, **kwargs):
        from matplotlib.ticker import AutoLocator
        for name, each in (('x', self.xaxis), ('y', self.yaxis)):
            if axis in (name, 'both'):
                locator = each.get_major_locator()
                if each._locator is None:
                    locator = AutoLocator()
                locator.set_params(**kwargs)
                each.set_major_locator(locator)

    def minorticks_on(self):
        pass

    def minorticks_off(self):
        pass

    def grid(self, visible=None, which='major', axis='both', **kwargs):
        if which not in ('major', 'minor', 'both'):
            raise ValueError(f"{which!r} is not a valid value for which. Supported values are 'major', 'minor', 'both'")
        if axis not in ('x', 'y', 'both'):
            raise ValueError(f"{axis!r} is not a valid value for axis. Supported values are 'x', 'y', 'both'")
        if axis in ('x', 'both'):
            self.xaxis.grid(visible, which, **kwargs)
        if axis in ('y', 'both'):
            self.yaxis.grid(visible, which, **kwargs)

    def set_axisbelow(self, b):
        self._props['axisbelow'] = b
