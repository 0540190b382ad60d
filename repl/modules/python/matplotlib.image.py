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
    """The pixels of a picture: of a PNG as floats from 0 to 1, of others as the file has them."""
    from PIL import Image
    if not hasattr(fname, 'read') and str(fname).endswith('.npy'):
        return np.load(str(fname))
    picture = Image.open(fname)
    if picture.format == 'PNG':
        if picture.mode in ('P', 'LA'):
            picture = picture.convert('RGBA')
        numbers = np.asarray(picture)
        if picture.mode == '1':
            return numbers.astype('float32')
        return np.divide(numbers, 65535 if picture.mode == 'I;16' else 255, dtype='float32')
    return np.asarray(picture if picture.mode in ('L', 'RGB', 'RGBA', 'I;16') else picture.convert('RGBA'))


def imsave(fname, arr, vmin=None, vmax=None, cmap=None, format=None, origin=None, dpi=100, *, metadata=None, pil_kwargs=None):
    """Writes an array as a picture: numbers through a colour map, colours as they are."""
    import os
    from matplotlib import rcParams
    from PIL import Image
    if format is None:
        format = 'png' if hasattr(fname, 'write') else os.path.splitext(os.fspath(fname))[1][1:].lower() or 'png'
    if format in ('pdf', 'svg', 'svgz', 'eps', 'ps', 'pgf'):
        raise NotImplementedError(f'imsave: pictures are written as png, jpg and bmp, not as {format}')
    origin = rcParams['image.origin'] if origin is None else origin
    if origin not in ('upper', 'lower'):
        raise ValueError(f"{origin!r} is not a valid value for origin. Supported values are 'upper', 'lower'")
    if isinstance(arr, (list, tuple)):
        arr = np.asarray(arr)
    if origin == 'lower':
        arr = arr[::-1]
    if arr.ndim == 3 and arr.shape[-1] == 4 and arr.dtype == np.uint8:
        rgba = arr
    elif arr.ndim == 3:
        if arr.shape[-1] not in (3, 4):
            raise ValueError('Third dimension must be 3 or 4')
        rgba = arr if arr.dtype == np.uint8 else (arr * 255).astype('uint8')
        if arr.dtype.kind == 'f' and (arr.max() > 1 or arr.min() < 0):
            raise ValueError('Floating point image RGB values must be in the [0,1] range')
        if rgba.shape[-1] == 3:
            rgba = np.concatenate([rgba, np.full(rgba.shape[:2] + (1,), 255, dtype='uint8')], axis=2)
    else:
        mapper = ScalarMappable(None, cmap)
        mapper.set_clim(vmin, vmax)
        rgba = mapper.to_rgba(arr, bytes=True)
    picture = Image.fromarray(rgba)
    if format in ('jpg', 'jpeg'):
        paper = Image.new('RGB', picture.size, 'white')
        paper.paste(picture, (0, 0), picture)
        picture = paper
    picture.save(fname, format={'jpg': 'JPEG', 'tif': 'TIFF'}.get(format, format), **(pil_kwargs or {}))
