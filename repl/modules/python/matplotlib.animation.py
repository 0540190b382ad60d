"""matplotlib.animation: cells do not move."""


class Animation:
    """Says that figures in cells stand still."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError("animations: figures in cells stand still; draw one figure a step with plt.show()")


class FuncAnimation(Animation):
    pass


class ArtistAnimation(Animation):
    pass


class PillowWriter(Animation):
    pass


class FFMpegWriter(Animation):
    pass
