"""matplotlib.ticker: where ticks stand and how they are written."""
import math
import numpy as np


def _nonsingular(low, high, expander=0.001, tiny=1e-15):
    """Ends that are not equal."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return -expander, expander
    swapped = high < low
    if swapped:
        low, high = high, low
    largest = max(abs(low), abs(high))
    if largest < 2.2250738585072014e-308 * 1e6 / tiny:
        low, high = -expander, expander
    elif high - low <= largest * tiny:
        if high == 0 and low == 0:
            low, high = -expander, expander
        else:
            low -= expander * abs(low)
            high += expander * abs(high)
    return (high, low) if swapped else (low, high)


class Locator:
    """Where ticks stand between two ends."""
    axis = None

    def set_axis(self, axis):
        self.axis = axis

    def __call__(self):
        low, high = self.axis._view()
        return self.tick_values(low, high)

    def tick_values(self, vmin, vmax):
        raise NotImplementedError('Derived must override')

    def set_params(self, **kwargs):
        for key, value in kwargs.items():
            setattr(self, '_' + key, value)


class NullLocator(Locator):
    def tick_values(self, vmin, vmax):
        return []


class FixedLocator(Locator):
    def __init__(self, locs, nbins=None):
        self.locs = np.asarray(locs)
        self.nbins = nbins

    def tick_values(self, vmin, vmax):
        return self.locs


class CategoryLocator(Locator):
    """A tick for each name."""

    def __init__(self, locs):
        self.locs = locs

    def tick_values(self, vmin, vmax):
        return self.locs


class IndexLocator(Locator):
    def __init__(self, base, offset):
        self._base, self.offset = base, offset

    def tick_values(self, vmin, vmax):
        return np.arange(vmin + self.offset, vmax + 1, self._base)


class LinearLocator(Locator):
    def __init__(self, numticks=None, presets=None):
        self.numticks = 11 if numticks is None else numticks

    def tick_values(self, vmin, vmax):
        return np.linspace(vmin, vmax, self.numticks)


class MultipleLocator(Locator):
    """Multiples of a base."""

    def __init__(self, base=1.0, offset=0.0):
        self._base, self._offset = float(base), offset

    def tick_values(self, vmin, vmax):
        low, high = sorted((vmin, vmax))
        step = self._base
        first = math.floor((low - self._offset) / step + 1 - 1e-10) * step
        if abs((low - self._offset) / step - round((low - self._offset) / step)) < 1e-10:
            first = round((low - self._offset) / step) * step
        n = int((high - self._offset - first + 0.001 * step) // step)
        return first - step + np.arange(n + 3) * step + self._offset


class MaxNLocator(Locator):
    """At most nbins steps of a nice size."""

    def __init__(self, nbins=10, *, steps=None, integer=False, symmetric=False, prune=None, min_n_ticks=2):
        self._nbins, self._integer, self._prune, self._min_n_ticks = nbins, integer, prune, max(1, min_n_ticks)
        self._steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10] if steps is None else list(steps)
        if self._steps[0] != 1:
            self._steps = [1] + self._steps
        if self._steps[-1] != 10:
            self._steps = self._steps + [10]

    def _raw_ticks(self, low, high):
        bins = self._nbins
        if bins == 'auto':
            bins = 9 if self.axis is None else min(max(self.axis.get_tick_space(), max(1, self._min_n_ticks - 1)), 9)
        span, middle = abs(high - low), (high + low) / 2
        offset = 0 if abs(middle) / span < 100 else math.copysign(10 ** (math.log10(abs(middle)) // 1), middle)
        scale = 10 ** (math.log10(span / bins) // 1)
        low, high = low - offset, high - offset
        extended = [0.1 * s for s in self._steps[:-1]] + self._steps + [10 * self._steps[1]]
        steps = [s * scale for s in extended]
        if self._integer:
            steps = [s for s in steps if s < 1 or abs(s - round(s)) < 0.001]
        raw = (high - low) / bins
        start = [i for i, s in enumerate(steps) if s >= raw]
        at = start[0] if start else len(steps) - 1
        ticks = []
        for step in reversed(steps[:at + 1]):
            if self._integer and math.floor(high) - math.ceil(low) >= self._min_n_ticks - 1:
                step = max(1, step)
            base = low // step * step
            first, last = _edge(low - base, step, offset, False), _edge(high - base, step, offset, True)
            ticks = np.arange(first, last + 1).astype(float) * step + base
            if ((ticks <= high) & (ticks >= low)).sum() >= self._min_n_ticks:
                break
        return ticks + offset

    def tick_values(self, vmin, vmax):
        low, high = _nonsingular(vmin, vmax, expander=1e-13, tiny=1e-14)
        if high < low:
            low, high = high, low
        ticks = self._raw_ticks(low, high)
        if self._prune == 'lower':
            ticks = ticks[1:]
        elif self._prune == 'upper':
            ticks = ticks[:-1]
        elif self._prune == 'both':
            ticks = ticks[1:-1]
        return ticks


def _edge(x, step, offset, upper):
    """The multiple of step at or beyond x, with a little slack."""
    d, m = x // step, x % step
    near = 1e-10 * step
    if offset:
        digits = math.log10(abs(offset) / step)
        near = min(0.4999, max(1e-10, 10 ** (digits - 12))) * step
    if upper:
        return d if abs(m) < near else d + 1
    return d + 1 if abs(m - step) < near else d


class AutoLocator(MaxNLocator):
    """MaxNLocator with as many ticks as there is room for."""

    def __init__(self):
        MaxNLocator.__init__(self, nbins='auto', steps=[1, 2, 2.5, 5, 10])


class AutoMinorLocator(Locator):
    def __init__(self, n=None):
        self.ndivs = n

    def tick_values(self, vmin, vmax):
        raise NotImplementedError('Cannot get tick locations for a AutoMinorLocator')


class LogLocator(Locator):
    """Powers of a base."""

    def __init__(self, base=10.0, subs=(1.0,), *, numticks=None):
        self._base = float(base)

    def tick_values(self, vmin, vmax):
        if vmin <= 0:
            raise ValueError("Data cannot be log-scaled because all values are <= 0.")
        low, high = math.log(vmin) / math.log(self._base), math.log(vmax) / math.log(self._base)
        low, high = (high, low) if high < low else (low, high)
        first, last = math.ceil(low - 1e-10), math.floor(high + 1e-10)
        stride = max(1, (last - first) // 9 + (1 if (last - first) % 9 else 0)) if last - first > 9 else 1
        return self._base ** np.arange(first - stride, last + 2 * stride, stride).astype(float)


class SymmetricalLogLocator(LogLocator):
    pass


class Formatter:
    """How a tick is written."""
    axis = None
    locs = ()

    def set_axis(self, axis):
        self.axis = axis

    def set_locs(self, locs):
        self.locs = locs

    def __call__(self, x, pos=None):
        raise NotImplementedError('Derived must override')

    def format_ticks(self, values):
        self.set_locs(values)
        return [self(value, i) for i, value in enumerate(values)]

    def get_offset(self):
        return ''


class NullFormatter(Formatter):
    def __call__(self, x, pos=None):
        return ''


class FixedFormatter(Formatter):
    def __init__(self, seq):
        self.seq = list(seq)

    def __call__(self, x, pos=None):
        return self.seq[pos] if pos is not None and pos < len(self.seq) else ''


class FuncFormatter(Formatter):
    def __init__(self, func):
        self.func = func

    def __call__(self, x, pos=None):
        return str(self.func(x, pos))


class FormatStrFormatter(Formatter):
    def __init__(self, fmt):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        return self.fmt % x


class StrMethodFormatter(Formatter):
    def __init__(self, fmt):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        plus = self.fmt.format(x=abs(x), pos=pos)
        text = self.fmt.format(x=x, pos=pos)
        return text if x >= 0 or text == plus else text.replace('-', '\u2212', 1)


class PercentFormatter(Formatter):
    def __init__(self, xmax=100, decimals=None, symbol='%', is_latex=False):
        self.xmax, self.decimals, self.symbol = xmax, decimals, symbol or ''

    def __call__(self, x, pos=None):
        decimals = self.decimals
        if decimals is None:
            low, high = self.axis._view() if self.axis is not None else (0, self.xmax)
            scaled = 100 * abs(high - low) / self.xmax
            decimals = min(max(math.ceil(2.0 - math.log10(2.0 * scaled)), 0), 5) if scaled > 0 else 0
        return f'{100 * x / self.xmax:0.{int(decimals)}f}{self.symbol}'


class ScalarFormatter(Formatter):
    """Plain numbers, with as many decimals as the ticks of the axis need."""

    def __init__(self, useOffset=None, useMathText=None, useLocale=None, *, usetex=None):
        self._scientific = True

    def set_scientific(self, b):
        self._scientific = b

    def _scale(self):
        """The power of ten that very large or small numbers are written without."""
        largest = max([abs(float(each)) for each in self.locs], default=0.0)
        if self.axis is not None:
            low, high = sorted(self.axis._view())
            largest = max([abs(float(each)) for each in self.locs if low <= each <= high], default=largest)
        if largest == 0 or not self._scientific:
            return 1.0
        power = math.floor(math.log10(largest))
        return 10.0 ** power if power <= -5 or power >= 6 else 1.0

    def set_useOffset(self, b):
        pass

    def set_powerlimits(self, lims):
        pass

    def __call__(self, x, pos=None):
        scale = self._scale()
        x = float(x) / scale
        locs = [float(each) / scale for each in self.locs] or [x]
        span = max(locs) - min(locs)
        if span == 0:
            span = max(abs(each) for each in locs) or 1
        order = int(math.floor(math.log10(span)))
        sigfigs, threshold = max(0, 3 - order), 1e-3 * 10 ** order
        while sigfigs >= 0:
            if max(abs(each - round(each, sigfigs)) for each in locs) < threshold:
                sigfigs -= 1
            else:
                break
        text = f'{float(x):1.{sigfigs + 1}f}'
        if float(text) == 0:
            text = text.lstrip('-')
        return text.replace('-', '−')


class LogFormatter(Formatter):
    def __init__(self, base=10.0, **kwargs):
        self._base = base

    def __call__(self, x, pos=None):
        power = round(math.log10(x)) if x > 0 else 0
        return '$\\mathdefault{10^{%d}}$' % power


LogFormatterSciNotation = LogFormatterMathtext = LogFormatter
EngFormatter = ScalarFormatter
