"""matplotlib.backends.backend_agg: a canvas for a figure that is made without pyplot."""


class FigureCanvasAgg:
    """A figure's page."""

    def __init__(self, figure=None):
        from matplotlib.figure import Figure
        self.figure = Figure() if figure is None else figure
        self.figure.canvas = self

    def draw(self, *args, **kwargs):
        """Nothing is to be prepared."""

    draw_idle = draw

    def get_width_height(self, *, physical=False):
        """The size in dots."""
        width, height = self.figure.get_size_inches() * self.figure.dpi
        return int(width), int(height)

    def print_png(self, filename_or_obj, **kwargs):
        """Writes the figure as savefig does."""
        self.figure.savefig(filename_or_obj, **kwargs)

    print_figure = print_png

    def _refused(self, *args, **kwargs):
        """Refused: figures have no dots."""
        raise NotImplementedError("nnsh draws with characters: figures have no pixels; savefig writes them as text")

    buffer_rgba = tostring_argb = tostring_rgb = print_to_buffer = get_renderer = _refused


FigureCanvas = FigureCanvasAgg
