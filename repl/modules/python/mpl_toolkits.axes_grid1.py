"""mpl_toolkits.axes_grid1: places for colour bars."""


class _Divider:
    def __init__(self, ax):
        self._ax = ax

    def append_axes(self, position, size, pad=None, *, axes_class=None, **kwargs):
        """Axes beside others: a colour bar drawn into them stands beside the axes."""
        from matplotlib.axes import Axes
        figure = self._ax.figure
        x, y, width, height = self._ax._position()
        made = Axes(figure, None, (x + width, y, width * 0.05, height))
        made._colorbar = True
        current = figure._current
        figure._add_axes(made)
        figure._current = current
        return made


def make_axes_locatable(axes):
    return _Divider(axes)
