"""The figures of pyplot that are open, and what acts on the current one."""
import numpy as np
import matplotlib
from matplotlib.figure import Figure

_figures = {}
_order = []


def _activate(number):
    if number in _order:
        _order.remove(number)
    _order.append(number)


def figure(num=None, figsize=None, dpi=None, *, facecolor=None, edgecolor=None, frameon=True, FigureClass=Figure,
           clear=False, **kwargs):
    """A new figure, or the one of a number."""
    label = None
    if isinstance(num, Figure):
        _activate(num.number)
        return num
    if isinstance(num, str):
        label = num
        found = [n for n in _figures if _figures[n].get_label() == label]
        num = found[0] if found else None
    if num is not None:
        num = int(num)
    if num is None:
        num = max(_figures, default=0) + 1
    if num not in _figures:
        made = FigureClass(figsize=figsize, dpi=dpi, facecolor=facecolor, edgecolor=edgecolor, frameon=frameon,
                           **kwargs)
        made.number = num
        if label is not None:
            made.set_label(label)
        _figures[num] = made
    elif clear:
        _figures[num].clear()
    _activate(num)
    return _figures[num]


def gcf():
    """The current figure."""
    return _figures[_order[-1]] if _order else figure()


def gca():
    """The current axes."""
    return gcf().gca()


def gci():
    """The current picture."""
    return gcf()._gci()


def sci(im):
    gca()._current_image = im


def sca(ax):
    """Makes axes the current ones."""
    fig = ax.get_figure()
    if fig.number is not None:
        _activate(fig.number)
    fig.sca(ax)


def get_fignums():
    """Numbers of the open figures."""
    return sorted(_figures)


def get_figlabels():
    return [_figures[n].get_label() for n in sorted(_figures)]


def fignum_exists(num):
    return num in _figures or num in get_figlabels()


def close(fig=None):
    """Forgets the current figure, a given one, or 'all'."""
    if fig is None:
        if _order:
            _forget(_order[-1])
    elif fig == 'all':
        _figures.clear()
        del _order[:]
    elif isinstance(fig, Figure):
        _forget(fig.number)
    elif isinstance(fig, (int, np.integer)):
        _forget(fig)
    elif isinstance(fig, str):
        for number in [n for n in _figures if _figures[n].get_label() == fig]:
            _forget(number)
    else:
        raise TypeError("'fig' must be an instance of matplotlib.figure.Figure, int, str or None, not a "
                        f"{type(fig).__name__}")


def _forget(number):
    _figures.pop(number, None)
    if number in _order:
        _order.remove(number)


def clf():
    """Clears the current figure."""
    gcf().clear()


def cla():
    """Clears the current axes."""
    gca().cla()


def show(*args, **kwargs):
    """Prints the open figures and forgets them."""
    for number in sorted(_figures):
        _figures[number]._show()
    close('all')


def draw():
    """Ignored: show() prints figures."""
    pass


def draw_if_interactive(*args, **kwargs):
    pass


def pause(interval):
    """What has been drawn so far is not repeated: show() prints it."""


class _Nothing:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


class _Interactive:
    """What ion() and ioff() give: the state before comes back at the end of a with statement."""

    def __init__(self, state):
        self._before = matplotlib.rcParams['interactive']
        matplotlib.rcParams['interactive'] = state

    def __enter__(self):
        return self

    def __exit__(self, *error):
        matplotlib.rcParams['interactive'] = self._before
        return False


def ion():
    """Remembered for isinteractive(); show() prints figures all the same."""
    return _Interactive(True)


def ioff():
    """Remembered for isinteractive(); show() prints figures all the same."""
    return _Interactive(False)


def isinteractive():
    """Whether ion() was called."""
    return matplotlib.rcParams['interactive']


def switch_backend(newbackend):
    matplotlib.use(newbackend)


def get_backend():
    return matplotlib.get_backend()


def waitforbuttonpress(timeout=-1):
    return None


def savefig(fname, *args, **kwargs):
    """Writes the current figure as text."""
    return gcf().savefig(fname, *args, **kwargs)



def suptitle(t, **kwargs):
    """A title above all axes."""
    return gcf().suptitle(t, **kwargs)


def figtext(x, y, s, fontdict=None, **kwargs):
    """A text at shares of the figure."""
    return gcf().text(x, y, s, fontdict=fontdict, **kwargs)


def figlegend(*args, **kwargs):
    """A legend of the whole figure."""
    return gcf().legend(*args, **kwargs)


def tight_layout(*, pad=1.08, h_pad=None, w_pad=None, rect=None):
    """Ignored: cells are laid out by the size of the terminal."""
    gcf().tight_layout(pad=pad, h_pad=h_pad, w_pad=w_pad, rect=rect)


def subplots_adjust(left=None, bottom=None, right=None, top=None, wspace=None, hspace=None):
    """Ignored: cells are laid out by the size of the terminal."""
    gcf().subplots_adjust(left, bottom, right, top, wspace, hspace)
