"""Pictures as files, for PIL.Image: what save() takes of each format, and BMP."""
import struct

import _pictures
import numpy as np

_WRITTEN_BY_PILLOW = ('BLP', 'BUFR', 'DDS', 'DIB', 'EPS', 'GIF', 'GRIB', 'HDF5', 'ICNS', 'ICO', 'IM', 'JPEG2000', 'MPO', 'MSP',
                      'PALM', 'PCX', 'PDF', 'PPM', 'QOI', 'SGI', 'SPIDER', 'TGA', 'TIFF', 'WEBP', 'WMF', 'XBM', 'AVIF')
_ENDINGS = {'.png': 'PNG', '.jpg': 'JPEG', '.jpeg': 'JPEG', '.jpe': 'JPEG', '.bmp': 'BMP', '.gif': 'GIF', '.tif': 'TIFF',
            '.tiff': 'TIFF', '.webp': 'WEBP', '.pdf': 'PDF', '.ico': 'ICO', '.ppm': 'PPM', '.pgm': 'PPM', '.tga': 'TGA',
            '.eps': 'EPS', '.avif': 'AVIF', '.jp2': 'JPEG2000', '.dib': 'DIB', '.pcx': 'PCX'}


def format_of(ending):
    """The format that the end of a file's name means."""
    if ending not in _ENDINGS:
        raise ValueError(f'unknown file extension: {ending}')
    return _ENDINGS[ending]


def encoded(image, kind, params):
    """A picture as the bytes of a file."""
    if kind == 'PNG':
        return _png(image, params)
    if kind in ('JPEG', 'JPG'):
        return _jpeg(image, params)
    if kind == 'BMP':
        return _bmp(image)
    if kind in _WRITTEN_BY_PILLOW:
        raise NotImplementedError(f'pictures are written as PNG, JPEG or BMP, not as {kind}')
    raise KeyError(kind)


def _png(image, params):
    if image.mode not in ('1', 'L', 'LA', 'P', 'RGB', 'RGBA', 'I', 'I;16'):
        raise OSError(f'cannot write mode {image.mode} as PNG')
    pixels = image._pixels.astype('uint16') if image.mode == 'I' else image._pixels
    return _pictures.encode_png(pixels, image._palette, int(params.get('compress_level', -1)), image.mode == '1')


def _jpeg(image, params):
    if image.mode not in ('1', 'L', 'RGB'):
        raise OSError(f'cannot write mode {image.mode} as JPEG')
    quality, sampling = params.get('quality', 75), params.get('subsampling', -1)
    if 'keep' in (quality, sampling) and image.format != 'JPEG':
        raise ValueError("Cannot use 'keep' when original image is not a JPEG")
    if isinstance(quality, str) and (quality == 'keep' or quality[:4] in ('web_', 'low', 'medi', 'high', 'maxi')):
        raise NotImplementedError(f'save(quality={quality!r}) is not there: give a number')
    if not isinstance(quality, int):
        raise ValueError('Invalid quality setting')
    if sampling in (1, '4:2:2', '4:1:1', 'keep'):
        raise NotImplementedError("save(subsampling=) is there with '4:4:4' and '4:2:0'")
    if isinstance(sampling, (str, float)) and sampling not in ('4:4:4', '4:2:0'):
        raise TypeError(f"'{type(sampling).__name__}' object cannot be interpreted as an integer")
    return _pictures.encode_jpeg(image._pixels, quality if quality > 0 else 75, sampling not in (0, '4:4:4'))


def _bmp(image):
    if image.mode not in ('1', 'L', 'P', 'RGB', 'RGBA'):
        raise OSError(f'cannot write mode {image.mode} as BMP')
    pixels = image._pixels
    rows, columns = pixels.shape[:2]
    colours = b''
    if image.mode in ('1', 'L'):
        levels = (0, 255) if image.mode == '1' else range(256)
        colours = b''.join(bytes([v, v, v, 0]) for v in levels)
    elif image.mode == 'P':
        colours = b''.join(bytes([b, g, r, 0]) for r, g, b in image._palette[:, :3].tolist())
    if image.mode == '1':
        lines = np.packbits(pixels != 0, axis=1)
    elif pixels.ndim == 3:
        lines = np.concatenate([pixels[..., 2::-1], pixels[..., 3:]], axis=2).reshape(rows, -1)
    else:
        lines = pixels
    padding = bytes(-lines.shape[1] % 4)
    body = b''.join(line.tobytes() + padding for line in lines[::-1])
    bits = {'1': 1, 'L': 8, 'P': 8, 'RGB': 24, 'RGBA': 32}[image.mode]
    count, start = len(colours) // 4, 54 + len(colours)
    dots_a_metre = 3780  # of 96 an inch, as Pillow writes it
    return (b'BM' + struct.pack('<III', start + len(body), 0, start) + struct.pack(
        '<IiiHHIIIIII', 40, columns, rows, 1, bits, 0, len(body), dots_a_metre, dots_a_metre, count, count) + colours + body)
