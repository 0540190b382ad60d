"""matplotlib.image: pictures."""
import numpy as np
from matplotlib import colors
from matplotlib.artist import Artist
from matplotlib.cm import ScalarMappable

interpolations_names = {'antialiased', 'auto', 'none', 'nearest', 'bilinear', 'bicubic', 'spline16', 'spline36',
                        'hanning',
                        'hamming', 'hermite', 'kaiser', 'quadric', 'catrom', 'gaussian', 'bessel', 'mitchell', 'sinc',
                        'lanczos', 'blackman'}


class AxesImage(Artist, ScalarMappable):
    """A picture in axes."""
    _tables = ('Artist', 'AxesImage')
    _zorder = 0

    def __init__(self, ax, *, cmap=None, norm=None, interpolation=None, origin=None, extent=None, **kwargs):
        from matplotlib import rcParams
        Artist.__init__(self)
        ScalarMappable.__init__(self, norm, cmap)
        self.axes = ax
        if origin is None:
            origin = rcParams['image.origin']
        if origin not in ('upper', 'lower'):
            raise ValueError(f"{origin!r} is not a valid value for origin. Supported values are 'upper', 'lower'")
        self.origin = origin
        if interpolation is not None and str(interpolation).lower() not in interpolations_names:
            raise ValueError(f"{interpolation!r} is not a valid value for interpolation.")
        self._props['interpolation'] = interpolation or rcParams['image.interpolation']
        self._extent = extent
        self._apply(kwargs)

    def __str__(self):
        return f"AxesImage(shape={self._A.shape})"

    def set_data(self, A):
        if isinstance(A, str):
            raise TypeError(f"Image data of dtype <U{len(A)} cannot be converted to float")
        if A is None:
            raise TypeError("Image data of dtype object cannot be converted to float")
        if isinstance(A, (list, tuple)) and len(A) and any(isinstance(e, str) for e in np_flat(A)):
            raise TypeError("Image data of dtype <U1 cannot be converted to float")
        A = np.asarray(A)
        if A.dtype.kind not in 'buif':
            raise TypeError(f"Image data of dtype {A.dtype} cannot be converted to float")
        if A.ndim == 3 and A.shape[-1] == 1:
            A = A[..., 0]
        if A.ndim != 2 and not (A.ndim == 3 and A.shape[-1] in (3, 4)):
            raise TypeError(f"Invalid shape {A.shape} for image data")
        self._A = A

    set_array = set_data

    def get_array(self):
        return self._A

    def get_size(self):
        return self._A.shape[:2]

    def get_shape(self):
        return self._A.shape

    def set_extent(self, extent, **kwargs):
        self._extent = extent

    def get_extent(self):
        if self._extent is not None:
            return self._extent
        rows, columns = self.get_size()
        if self.origin == 'upper':
            return [-0.5, columns - 0.5, rows - 0.5, -0.5]
        return [-0.5, columns - 0.5, -0.5, rows - 0.5]

    def _bounds(self):
        left, right, bottom, top = self.get_extent()
        return (left, right), (bottom, top), (left, right), (bottom, top)

    def _draw(self, drawing, axes, right):
        left, right_end, bottom, top = self.get_extent()
        A = self._A
        if self.origin == 'lower':
            A = A[::-1]
        low = high = float('nan')
        if A.ndim == 2:
            A, low, high = np.asarray(self.norm(A), dtype=float), 0.0, 1.0
        elif A.shape[-1] == 4:
            A = _over_white(A)
        drawing.image(A, self._numbers(), low, high, [left, right_end, bottom, top],
                      1.0 if self.get_alpha() is None else float(self.get_alpha()))


def np_flat(A):
    for each in A:
        if isinstance(each, (list, tuple)):
            yield from np_flat(each)
        else:
            yield each


def _over_white(A):
    """A picture with opacity on matplotlib's white paper."""
    scale = 1.0 if A.dtype.kind == 'f' else 255.0
    A = np.asarray(A, dtype=float) / scale
    opacity = A[..., 3:]
    return A[..., :3] * opacity + 1 - opacity


def imread(fname, format=None):
    """Reads a picture; only arrays that numpy saved can be read."""
    name = str(fname)
    with open(name, 'rb'):
        pass
    if name.endswith('.npy'):
        return np.load(name)
    raise NotImplementedError(f"cannot read {name!r}: nnsh reads no picture files; numpy.save and numpy.load keep "
                              f"arrays")
