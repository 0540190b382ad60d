"""PIL.Image: pictures as objects, over numpy's arrays. Resizing and converting give Pillow's numbers to the bit."""
import enum as _enum
import io as _io
import os as _os

import _pil_convert as _c
import _pil_files as _files
import _pictures
import numpy as _np
from PIL import UnidentifiedImageError


class Resampling(_enum.IntEnum):
    """Ways to resize."""
    NEAREST = 0
    LANCZOS = 1
    BILINEAR = 2
    BICUBIC = 3
    BOX = 4
    HAMMING = 5


class Transpose(_enum.IntEnum):
    """Ways to turn a picture over."""
    FLIP_LEFT_RIGHT = 0
    FLIP_TOP_BOTTOM = 1
    ROTATE_90 = 2
    ROTATE_180 = 3
    ROTATE_270 = 4
    TRANSPOSE = 5
    TRANSVERSE = 6


class Dither(_enum.IntEnum):
    """Ways to make two levels of many."""
    NONE = 0
    ORDERED = 1
    RASTERIZE = 2
    FLOYDSTEINBERG = 3


for _kind in (Resampling, Transpose):
    for _member in _kind:
        globals()[_member.name] = _member


_TURNING = ('Use Image.Resampling.NEAREST (0), Image.Resampling.BILINEAR (2) or Image.Resampling.BICUBIC (3)')


def _plain(pixels, mode):
    """The numbers as Pillow's own arrays have them: whole, and (rows, columns) for one channel."""
    return pixels[..., 0] if pixels.ndim == 3 and pixels.shape[-1] == 1 else pixels


class Image:
    """A picture."""
    format = None

    def __init__(self, pixels=None, mode='L', palette=None, info=None):
        self._pixels = pixels
        self._palette = palette
        self.mode = mode
        self.info = dict(info or {})

    # ---- What it is

    @property
    def size(self):
        return self._pixels.shape[1], self._pixels.shape[0]

    @property
    def width(self):
        return self._pixels.shape[1]

    @property
    def height(self):
        return self._pixels.shape[0]

    @property
    def __array_interface__(self):
        return {'shape': self._pixels.shape, 'typestr': self._pixels.dtype.str.replace('=', '<'), 'version': 3,
                'data': self._pixels.tobytes()}

    def __array__(self, dtype=None, copy=None):
        made = self._pixels > 0 if self.mode == '1' else self._pixels
        return made.astype(dtype) if dtype is not None else made.copy()

    def __eq__(self, other):
        return (type(self) is type(other) and self.mode == other.mode and self.size == other.size
                and bool(_np.array_equal(self._pixels, other._pixels)))

    def __repr__(self):
        kind = type(self)
        return f'<{kind.__module__}.{kind.__name__} image mode={self.mode} size={self.width}x{self.height} at 0x{id(self):X}>'

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def close(self):
        pass

    def load(self):
        pass

    def verify(self):
        pass

    def seek(self, frame):
        if frame != 0:
            raise EOFError('no more images in file')

    def tell(self):
        return 0

    def _like(self, pixels, mode=None):
        return Image(pixels, mode or self.mode, self._palette if mode in (None, 'P') else None, self.info)

    def copy(self):
        return self._like(self._pixels.copy())

    def getbands(self):
        return _c.bands(self.mode)

    def getpixel(self, xy):
        x, y = (int(value) for value in xy)
        if not (-self.width <= x < self.width and -self.height <= y < self.height):
            raise IndexError('image index out of range')
        found = self._pixels[y, x]
        if self._pixels.ndim == 3:
            return tuple(int(value) for value in found)
        return float(found) if self.mode == 'F' else int(found)

    def putpixel(self, xy, value):
        if not (-self.width <= xy[0] < self.width and -self.height <= xy[1] < self.height):
            raise IndexError('image index out of range')
        self._pixels[int(xy[1]), int(xy[0])] = value

    def getdata(self, band=None):
        if band is not None:
            return self._pixels[..., band].ravel().tolist()
        flat = self._pixels.reshape(-1, self._pixels.shape[2]) if self._pixels.ndim == 3 else self._pixels.ravel()
        return [tuple(row) for row in flat.tolist()] if self._pixels.ndim == 3 else flat.tolist()

    get_flattened_data = getdata

    def tobytes(self, encoder_name='raw', *args):
        if self.mode == '1':
            return _np.packbits(self._pixels > 0, axis=1).tobytes()
        return self._pixels.tobytes()

    def histogram(self, mask=None, extrema=None):
        layers = [self._pixels] if self._pixels.ndim == 2 else [self._pixels[..., band] for band in range(self._pixels.shape[2])]
        return [int(count) for layer in layers for count in _np.bincount(layer.ravel(), minlength=256)]

    def getextrema(self):
        if self._pixels.ndim == 3:
            return tuple((int(self._pixels[..., band].min()), int(self._pixels[..., band].max()))
                         for band in range(self._pixels.shape[2]))
        low, high = self._pixels.min(), self._pixels.max()
        return (float(low), float(high)) if self.mode == 'F' else (int(low), int(high))

    def getbbox(self, *, alpha_only=True):
        layer = self._pixels[..., -1] if alpha_only and self.mode in ('LA', 'RGBA') else self._pixels
        lit = layer != 0 if layer.ndim == 2 else (layer != 0).any(axis=2)
        rows, columns = _np.nonzero(lit.any(axis=1))[0], _np.nonzero(lit.any(axis=0))[0]
        return None if not len(rows) else (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)

    def getpalette(self, rawmode='RGB'):
        return None if self._palette is None else self._palette[:, :3].ravel().tolist()

    # ---- What can be made of it

    def convert(self, mode=None, matrix=None, dither=None, palette=0, colors=256):
        if matrix is not None and mode is not None:
            return Image(_c.mixed(self._pixels, self.mode, mode, matrix), mode, None, self.info)
        if mode is None:
            mode = 'RGB' if self.mode == 'P' else self.mode
        if mode == self.mode:
            return self.copy()
        dithered = dither is None or dither == Dither.FLOYDSTEINBERG
        return Image(_c.convert(self._pixels, self.mode, mode, self._palette, dithered), mode, None, self.info)

    def resize(self, size, resample=None, box=None, reducing_gap=None):
        columns, rows = (int(side) for side in size)
        name = _filter(Resampling.BICUBIC if resample is None else resample)
        if reducing_gap is not None and reducing_gap < 1.0:
            raise ValueError('reducing_gap must be 1.0 or greater')
        whole = (0, 0) + self.size
        box = whole if box is None else tuple(box)
        if self.size == (columns, rows) and box == whole:
            return self.copy()
        if rows <= 0 or columns <= 0:
            raise ValueError('height and width must be > 0')
        self._check_box(box, 0)
        if self.mode in ('1', 'P') or self.mode == 'I;16' and resample is None:
            name = 'nearest'
        return self._like(_resized(self._pixels, self.mode, rows, columns, name, box))

    def _check_box(self, box, least):
        if box[0] < 0 or box[1] < 0:
            raise ValueError("box offset can't be negative")
        if box[2] > self.width or box[3] > self.height:
            raise ValueError("box can't exceed original image size")
        if box[2] - box[0] < least or box[3] - box[1] < least:
            raise ValueError("box can't be empty")

    def reduce(self, factor, box=None):
        across, down = (factor, factor) if isinstance(factor, int) else factor
        if across < 1 or down < 1:
            raise ValueError('scale must be > 0')
        if box is not None:
            self._check_box(box, 1)
            return self.crop(box).reduce(factor)
        return self._like(_c.reduced(self._pixels, across, down))

    def thumbnail(self, size, resample=Resampling.BICUBIC, reducing_gap=2.0):
        columns, rows = _c.thumbnail_size(self.size, size)
        if (columns, rows) == self.size or columns >= self.width and rows >= self.height:
            return
        small, box = self, None
        if reducing_gap is not None and self.mode not in ('1', 'P') and resample != Resampling.NEAREST:
            across = int(self.width / columns / reducing_gap) or 1
            down = int(self.height / rows / reducing_gap) or 1
            if across > 1 or down > 1:
                small = self.reduce((across, down))
                box = (0, 0, self.width / across, self.height / down)
        self._pixels = small.resize((columns, rows), resample, box=box)._pixels

    def crop(self, box=None):
        if box is None:
            return self.copy()
        left, top, right, bottom = (int(round(value)) for value in box)
        if right < left:
            raise ValueError("Coordinate 'right' is less than 'left'")
        if bottom < top:
            raise ValueError("Coordinate 'lower' is less than 'upper'")
        made = _np.zeros((bottom - top, right - left) + self._pixels.shape[2:], dtype=self._pixels.dtype)
        x0, y0, x1, y1 = max(left, 0), max(top, 0), min(right, self.width), min(bottom, self.height)
        if x1 > x0 and y1 > y0:
            made[y0 - top:y1 - top, x0 - left:x1 - left] = self._pixels[y0:y1, x0:x1]
        return self._like(made)

    def transpose(self, method):
        pixels = self._pixels
        turned = {0: lambda: pixels[:, ::-1], 1: lambda: pixels[::-1], 2: lambda: _np.rot90(pixels),
                  3: lambda: pixels[::-1, ::-1], 4: lambda: _np.rot90(pixels, 3), 5: lambda: _np.swapaxes(pixels, 0, 1),
                  6: lambda: _np.swapaxes(pixels[::-1, ::-1], 0, 1)}
        if int(method) not in turned:
            raise ValueError('No such transpose operation')
        return self._like(turned[int(method)]().copy())

    def rotate(self, angle, resample=Resampling.NEAREST, expand=0, center=None, translate=None, fillcolor=None):
        angle = angle % 360.0
        if not (center or translate):
            if angle == 0:
                return self.copy()
            if angle == 180:
                return self.transpose(Transpose.ROTATE_180)
            if angle in (90, 270) and (expand or self.width == self.height):
                return self.transpose(Transpose.ROTATE_90 if angle == 90 else Transpose.ROTATE_270)
        if resample not in (Resampling.NEAREST, Resampling.BILINEAR, Resampling.BICUBIC):
            if resample not in tuple(Resampling):
                raise ValueError(f'Unknown resampling filter ({resample}). {_TURNING}')
            raise ValueError(f'Image.Resampling.{Resampling(resample).name} ({int(resample)}) cannot be used. '
                             f'{_TURNING}')
        if self.mode in ('1', 'P'):
            resample = Resampling.NEAREST
        if resample != Resampling.NEAREST and self.mode not in ('L', 'RGB', 'CMYK', 'F'):
            raise NotImplementedError(f'rotate() of pictures of mode {self.mode!r} is there with '
                                      f'resample=Image.Resampling.NEAREST')
        fill = _c.colour(fillcolor, self.mode)
        return self._like(_c.rotated(self._pixels, angle, expand, center, translate or (0, 0), fill, int(resample)))

    def point(self, lut, mode=None):
        if callable(lut):
            if self.mode in ('I', 'F', 'I;16'):
                return self._like(_np.asarray(lut(self._pixels)).astype(self._pixels.dtype))
            lut = [lut(value) for value in range(256)] * len(self.getbands())
        table = _np.array([round(value) & 255 for value in lut], dtype='uint8')
        if self._pixels.ndim == 2:
            made = table[:256][self._pixels]
        else:
            made = _np.stack([table[256 * band:256 * band + 256][self._pixels[..., band]] for band in range(len(table) // 256)], -1)
        return self._like(_np.where(made, 255, 0).astype('uint8') if mode == '1' else made, mode)

    def split(self):
        if self._pixels.ndim == 2:
            return (self.copy(),)
        return tuple(Image(self._pixels[..., band].copy(), 'L') for band in range(self._pixels.shape[2]))

    def getchannel(self, channel):
        bands = self.getbands()
        if isinstance(channel, str):
            if channel not in bands:
                raise ValueError(f'The image has no channel "{channel}"')
            channel = bands.index(channel)
        if not 0 <= channel < len(bands):
            raise ValueError('band index out of range')
        return self.split()[channel]

    def putalpha(self, alpha):
        base = self._pixels if self.mode in ('L', 'RGB') else self.convert('RGB')._pixels
        base = base[..., None] if base.ndim == 2 else base
        layer = _np.full(base.shape[:2], alpha, 'uint8') if isinstance(alpha, int) else alpha._pixels
        self._pixels = _np.concatenate([base[..., :3], layer[..., None]], axis=2)
        self.mode = 'LA' if base.shape[2] == 1 else 'RGBA'

    def paste(self, im, box=None, mask=None):
        left, top = (0, 0) if box is None else (int(box[0]), int(box[1]))
        if isinstance(im, Image):
            source = im if im.mode == self.mode else im.convert(self.mode)
            rows, columns = source._pixels.shape[:2]
            pixels = source._pixels
            if box is not None and len(box) == 4 and (box[2] - box[0], box[3] - box[1]) != im.size:
                raise ValueError('images do not match')
        elif box is None and mask is None:
            raise ValueError('cannot determine region size; use 4-item box')
        else:
            right, bottom = self.size if box is None else (int(box[2]), int(box[3]))
            rows, columns = bottom - top, right - left
            pixels = _np.full((rows, columns) + self._pixels.shape[2:], _c.colour(im, self.mode), dtype=self._pixels.dtype)
        y0, x0, y1, x1 = max(top, 0), max(left, 0), min(top + rows, self.height), min(left + columns, self.width)
        if y1 <= y0 or x1 <= x0:
            return
        part = pixels[y0 - top:y1 - top, x0 - left:x1 - left]
        if mask is not None and mask.mode not in ('1', 'L', 'LA', 'RGBA'):
            raise ValueError('bad transparency mask')
        if mask is not None:
            alpha = mask._pixels[..., -1] if mask.mode in ('LA', 'RGBA') else mask._pixels
            part = _c.blended(self._pixels[y0:y1, x0:x1], part, alpha[y0 - top:y1 - top, x0 - left:x1 - left])
        self._pixels[y0:y1, x0:x1] = part

    def quantize(self, *args, **kwargs):
        raise NotImplementedError('quantize() is not there')

    def filter(self, filter):
        raise NotImplementedError('filter() is not there: scipy.ndimage has filters for arrays')

    def show(self, title=None):
        import matplotlib.pyplot as plt
        plt.imshow(_np.asarray(self.convert('RGB') if self.mode in ('P', 'CMYK') else self),
                   cmap='gray' if self._pixels.ndim == 2 else None)
        plt.axis('off')
        plt.show()

    # ---- Files

    def save(self, fp, format=None, **params):
        name = '' if hasattr(fp, 'write') else _os.fspath(fp)
        if format is None:
            format = _files.format_of(_os.path.splitext(name)[1].lower())
        data = _files.encoded(self, format.upper(), params)
        if name:
            with _io.open(name, 'wb') as file:
                file.write(data)
        else:
            fp.write(data)


def _filter(resample):
    try:
        return Resampling(resample).name.lower()
    except ValueError:
        names = ', '.join(f'Image.Resampling.{name} ({value})' for value, name in enumerate((
            'NEAREST', 'LANCZOS', 'BILINEAR', 'BICUBIC', 'BOX', 'HAMMING', 'MKS2013')))
        raise ValueError(f'Unknown resampling filter ({resample}). Use {names} or Image.Resampling.MKS2021 (7)') from None


def _resized(pixels, mode, rows, columns, name, box):
    flat = pixels.ndim == 2
    work = pixels[..., None] if flat else pixels
    if name == 'nearest':
        made = _pictures.resize(work, rows, columns, name, 'pillow', False, box)
    elif mode in ('LA', 'RGBA'):
        made = _c.unmultiplied(_pictures.resize(_c.multiplied(work), rows, columns, name, 'pillow', False, box))
    else:
        made = _pictures.resize(work, rows, columns, name, 'pillow', False, box)
        if mode in ('I', 'I;16'):
            made = _np.where(made < 0, _np.ceil(made - 0.5), _np.floor(made + 0.5)).astype(pixels.dtype)
    return made[..., 0] if flat else made


# ---- Where pictures come from

def open(fp, mode='r', formats=None):
    if mode != 'r':
        raise ValueError(f'bad mode {mode!r}')
    if hasattr(fp, 'read'):
        data, name = fp.read(), ''
    else:
        name = _os.fspath(fp)
        with _io.open(name, 'rb') as file:
            data = file.read()
    kind = _pictures.kind(data)
    if kind == 'GIF':
        raise NotImplementedError('GIF pictures are not read: use PNG, JPEG or BMP')
    if not kind:
        raise UnidentifiedImageError(f'cannot identify image file {fp!r}')
    try:
        pixels, mode, palette = _pictures.open_stored(data)
    except ValueError as error:
        if 'too short' in str(error):
            raise OSError('image file is truncated') from None
        raise UnidentifiedImageError(f'cannot identify image file {fp!r}') from None
    made = _OPENED[kind](_plain(pixels, mode).copy(), mode, palette)
    made.filename = name
    made.format = kind
    return made


class PngImageFile(Image):
    """A picture out of a PNG file."""


class JpegImageFile(Image):
    """A picture out of a JPEG file."""


class BmpImageFile(Image):
    """A picture out of a BMP file."""


PngImageFile.__module__, JpegImageFile.__module__, BmpImageFile.__module__ = (
    'PIL.PngImagePlugin', 'PIL.JpegImagePlugin', 'PIL.BmpImagePlugin')
_OPENED = {'PNG': PngImageFile, 'JPEG': JpegImageFile, 'BMP': BmpImageFile}


def new(mode, size, color=0):
    if not isinstance(size, (list, tuple)):
        raise ValueError('Size must be a list or tuple')
    if len(size) != 2:
        raise ValueError('Size must be a sequence of length 2')
    columns, rows = size
    try:
        _c.bands(mode)
    except ValueError:
        raise ValueError('unrecognized image mode') from None
    if columns < 0 or rows < 0:
        raise ValueError('Width and height must be >= 0')
    bands = len(_c.bands(mode))
    kind = _c.dtype_of(mode)
    value = _c.colour(color, mode)
    return Image(_np.full((rows, columns) + ((bands,) if bands > 1 else ()), value, dtype=kind), mode)


_FROM = {((), 'bool'): '1', ((), 'uint8'): 'L', ((), 'int8'): 'I', ((), 'int16'): 'I', ((), 'int32'): 'I',
         ((), 'uint16'): 'I;16', ((), 'uint32'): 'I', ((), 'float32'): 'F', ((), 'float64'): 'F',
         ((2,), 'uint8'): 'LA', ((3,), 'uint8'): 'RGB', ((4,), 'uint8'): 'RGBA'}
_LIKE = {'L': ('P',), 'LA': ('La', 'PA'), 'RGB': ('YCbCr', 'LAB', 'HSV'), 'RGBA': ('RGBa', 'RGBX', 'CMYK')}


def fromarray(obj, mode=None):
    if obj is None or isinstance(obj, (int, float, str, bytes, list, tuple, dict)):
        raise AttributeError(f"'{type(obj).__name__}' object has no attribute '__array_interface__'")
    if isinstance(obj, Image):
        raise TypeError("a bytes-like object is required, not 'Image'")
    array = _np.asarray(obj)
    last = tuple(array.shape[2:])
    kind = _FROM.get((last, str(array.dtype)))
    if kind is None:
        code = array.dtype.str.replace('=', '<')
        raise TypeError(f'Cannot handle this data type: {(1, 1) + last}, {code}')
    if mode is None:
        mode = kind
    elif mode != kind and mode not in _LIKE.get(kind, ()):
        raise ValueError('Invalid mode for data type')
    if array.ndim == 0:
        raise IndexError('tuple index out of range')
    if array.ndim == 1:
        array = array[:, None]
    if array.dtype == _np.int8:
        array = array.astype('uint8')
    if mode == '1':
        return Image(_np.where(array, 255, 0).astype('uint8'), mode)
    return Image(array.astype(_c.dtype_of(mode)), mode)


def frombytes(mode, size, data, decoder_name='raw', *args):
    bands = len(_c.bands(mode))
    array = _np.frombuffer(data, dtype=_c.dtype_of(mode))
    if array.size != size[0] * size[1] * bands:
        raise ValueError('not enough image data' if array.size < size[0] * size[1] * bands else 'cannot decode image data')
    return Image(array.reshape((size[1], size[0]) + ((bands,) if bands > 1 else ())).copy(), mode)


def merge(mode, bands):
    if len(bands) != len(_c.bands(mode)):
        raise ValueError('wrong number of bands')
    for band in bands:
        if band.mode != 'L':
            raise ValueError('mode mismatch')
        if band.size != bands[0].size:
            raise ValueError('size mismatch')
    return Image(_np.stack([band._pixels for band in bands], axis=-1), mode)


def blend(im1, im2, alpha):
    if im1.mode != im2.mode or im1.size != im2.size:
        raise ValueError('images do not match')
    return Image(_c.between(im1._pixels, im2._pixels, alpha), im1.mode)
