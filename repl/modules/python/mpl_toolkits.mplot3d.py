"""mpl_toolkits.mplot3d: cells show flat axes only; projection='3d' says so."""


class Axes3D:
    """Says that there are no axes in space."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError("projection='3d': cells show flat, rectangular axes only")
