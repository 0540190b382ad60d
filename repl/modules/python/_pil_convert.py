"""Pillow's arithmetic: modes into each other, opacity, turning (sources: src/libImaging/Convert.c, Blend.c, Paste.c, Geometry.c)."""
import math

import numpy as np

COLOURS = {'black': (0, 0, 0), 'white': (255, 255, 255), 'red': (255, 0, 0), 'green': (0, 128, 0), 'lime': (0, 255, 0),
           'blue': (0, 0, 255), 'yellow': (255, 255, 0), 'cyan': (0, 255, 255), 'magenta': (255, 0, 255), 'gray': (128, 128, 128),
           'grey': (128, 128, 128), 'orange': (255, 165, 0), 'purple': (128, 0, 128), 'pink': (255, 192, 203),
           'brown': (165, 42, 42)}


def bands(mode):
    known = {'1': ('1',), 'L': ('L',), 'P': ('P',), 'I': ('I',), 'F': ('F',), 'I;16': ('I',), 'LA': ('L', 'A'),
             'RGB': ('R', 'G', 'B'), 'RGBA': ('R', 'G', 'B', 'A'), 'CMYK': ('C', 'M', 'Y', 'K')}
    if mode not in known and mode not in ('HSV', 'YCbCr', 'LAB', 'RGBX', 'RGBa', 'La', 'PA'):
        raise ValueError('image has wrong mode')
    if mode not in known:
        raise NotImplementedError(f'pictures of mode {mode!r} are not there')
    return known[mode]


def dtype_of(mode):
    bands(mode)
    return {'I': 'int32', 'F': 'float32', 'I;16': 'uint16'}.get(mode, 'uint8')


def colour(value, mode):
    """A colour in a mode: a number, a tuple, a name or '#rrggbb'."""
    if value is None:
        value = 0
    if isinstance(value, str):
        if value.startswith('#') and len(value) in (4, 7):
            digits = value[1:] if len(value) == 7 else ''.join(digit * 2 for digit in value[1:])
            value = tuple(int(digits[place:place + 2], 16) for place in (0, 2, 4))
        elif value.lower() in COLOURS:
            value = COLOURS[value.lower()]
        else:
            raise ValueError(f'unknown color specifier: {value!r}')
        if mode in ('L', '1', 'I', 'F', 'LA'):
            value = (value[0] * 19595 + value[1] * 38470 + value[2] * 7471 + 0x8000) >> 16
        elif mode == 'RGBA':
            value += (255,)
    if isinstance(value, (tuple, list)):
        return tuple(value)
    count = len(bands(mode))
    if mode == '1':
        return 255 if value else 0
    if count == 1:
        return value
    return tuple((value >> (8 * place)) & 255 for place in range(count)) if count > 2 or value > 255 else (value, 255)


def grey(rgb):
    wide = rgb.astype('int32')
    return ((wide[..., 0] * 19595 + wide[..., 1] * 38470 + wide[..., 2] * 7471 + 0x8000) >> 16).astype('uint8')


def over255(product):
    shifted = product + 128
    return ((shifted >> 8) + shifted) >> 8


def _with_alpha(pixels, alpha=255):
    layer = np.full(pixels.shape[:2] + (1,), alpha, dtype='uint8') if isinstance(alpha, int) else alpha[..., None]
    return np.concatenate([pixels if pixels.ndim == 3 else pixels[..., None], layer], axis=2)


def _as_rgb(pixels, mode, palette):
    if mode == 'P':
        table = np.zeros((256, 3), dtype='uint8')
        table[:len(palette)] = palette[:, :3]
        return table[pixels]
    if mode == 'CMYK':
        wide = pixels.astype('int32')
        light = 255 - wide[..., 3:]
        return np.clip(light - over255(wide[..., :3] * light), 0, 255).astype('uint8')
    if mode in ('RGB', 'RGBA'):
        return pixels[..., :3].copy()
    return np.repeat((pixels[..., 0] if mode == 'LA' else pixels)[..., None], 3, axis=2)


def convert(pixels, mode, to, palette, dithered):
    bands(to)
    if mode in ('I', 'F', 'I;16'):
        if to in ('I', 'F', 'I;16'):
            return pixels.astype(dtype_of(to))
        narrow = np.clip(pixels, 0, 255)
        return convert(narrow.astype('uint8'), 'L', to, None, dithered) if to != 'L' else narrow.astype('uint8')
    if to == 'P':
        raise NotImplementedError("convert('P') is not there: convert('L') or convert('1') has fewer colours too")
    if to == 'CMYK':
        if mode in ('L', 'LA', '1'):
            black = 255 - (pixels[..., 0] if mode == 'LA' else pixels)
            return np.stack([np.zeros_like(black)] * 3 + [black], axis=-1)
        return _with_alpha(255 - _as_rgb(pixels, mode, palette), 0)
    if to == '1':
        if mode in ('L', 'LA'):
            flat = pixels if mode == 'L' else pixels[..., 0]
        else:
            flat = (np.dot(_as_rgb(pixels, mode, palette).astype('int64'), [299, 587, 114]) // 1000).astype('uint8')
        if not dithered:
            return np.where(flat > 127, 255, 0).astype('uint8')
        return _dithered(flat)
    alpha = 255
    if mode in ('LA', 'RGBA'):
        alpha = pixels[..., -1]
    elif mode == 'P' and palette.shape[1] == 4 and to in ('RGBA', 'LA'):
        table = np.full(256, 255, dtype='uint8')
        table[:len(palette)] = palette[:, 3]
        alpha = table[pixels]
    if to == 'RGB':
        return _as_rgb(pixels, mode, palette)
    if to == 'RGBA':
        return _with_alpha(_as_rgb(pixels, mode, palette), alpha)
    if mode in ('1', 'L'):
        flat = pixels
    elif mode == 'LA':
        flat = pixels[..., 0]
    elif to == 'F':
        return np.dot(_as_rgb(pixels, mode, palette).astype('float64'), [299, 587, 114]).astype('float32') / np.float32(1000)
    else:
        flat = grey(_as_rgb(pixels, mode, palette))
    if to == 'LA':
        return _with_alpha(flat, alpha)
    return flat.astype(dtype_of(to)) if to in ('I', 'F', 'I;16') else flat.copy()


def _dithered(flat):
    """Two levels, the error given on to the neighbours (Floyd and Steinberg)."""
    rows, columns = flat.shape
    errors = [0] * (columns + 1)
    made = np.zeros_like(flat)
    for row in range(rows):
        l = l0 = l1 = d2 = 0
        line = flat[row].tolist()
        for place in range(columns):
            l = min(max(line[place] + int((l + errors[place + 1]) / 16), 0), 255)
            value = 255 if l > 128 else 0
            made[row, place] = value
            l -= value
            l2 = l
            d2 = l + l
            l += d2
            errors[place] = l + l0
            l += d2
            l0 = l + l1
            l1 = l2
            l += d2
        errors[columns] = l0
    return made


def multiplied(pixels):
    wide = pixels.astype('int32')
    return np.concatenate([over255(wide[..., :-1] * wide[..., -1:]).astype('uint8'), pixels[..., -1:]], axis=2)


def unmultiplied(pixels):
    wide = pixels.astype('int32')
    alpha = wide[..., -1:]
    safe = np.where(alpha == 0, 1, alpha)
    full = np.where((alpha == 0) | (alpha == 255), wide[..., :-1], np.clip(255 * wide[..., :-1] // safe, 0, 255))
    return np.concatenate([full.astype('uint8'), pixels[..., -1:]], axis=2)


def blended(under, over, alpha):
    alpha = alpha.astype('int32')
    alpha = alpha[..., None] if under.ndim == 3 else alpha
    return over255(over.astype('int32') * alpha + under.astype('int32') * (255 - alpha)).astype('uint8')


def between(first, second, alpha):
    made = first.astype('float32') + np.float32(alpha) * (second.astype('float32') - first.astype('float32'))
    return np.clip(made, 0, 255).astype('uint8')


def reduced(pixels, across, down):
    """Means of blocks; those at the right and lower edges may be smaller."""
    rows, columns = -(-pixels.shape[0] // down), -(-pixels.shape[1] // across)
    wide = pixels.astype('int64' if pixels.dtype == np.uint8 else 'float64')
    sums = np.add.reduceat(np.add.reduceat(wide, np.arange(rows) * down, axis=0), np.arange(columns) * across, axis=1)
    high = np.minimum(np.arange(1, rows + 1) * down, pixels.shape[0]) - np.arange(rows) * down
    broad = np.minimum(np.arange(1, columns + 1) * across, pixels.shape[1]) - np.arange(columns) * across
    area = high[:, None] * broad[None, :]
    area = area[..., None] if pixels.ndim == 3 else area
    if pixels.dtype != np.uint8:
        return (sums / area).astype(pixels.dtype)
    return ((sums + area // 2) * (2 ** 24 // area) >> 24).astype('uint8')


def thumbnail_size(size, wanted):
    x, y = (math.floor(side) for side in wanted)
    aspect = size[0] / size[1]

    def near(number, key):
        return max(min(math.floor(number), math.ceil(number), key=key), 1)
    if x / y >= aspect:
        x = near(y * aspect, key=lambda n: abs(aspect - n / y))
    else:
        y = near(x / aspect, key=lambda n: 0 if n == 0 else abs(aspect - x / n))
    return x, y


def mixed(pixels, mode, to, matrix):
    """Red, green and blue put together by a matrix, of 4 numbers for each channel of the result."""
    if to not in ('L', 'RGB'):
        raise ValueError('illegal conversion')
    if len(matrix) not in (4, 12):
        raise TypeError('matrix must be tuple of length 4 or 12')
    if mode != 'RGB':
        raise ValueError('image has wrong mode')
    rows = np.array(matrix, dtype='float32').reshape(-1, 4)
    wide = pixels.astype('float32')
    made = [np.clip(r * wide[..., 0] + g * wide[..., 1] + b * wide[..., 2] + more + np.float32(0.5), 0, 255)
            for r, g, b, more in rows]
    if to == 'L':
        return made[0].astype('uint8')
    made += [np.zeros_like(made[0])] * (3 - len(made))
    return np.stack(made, axis=-1).astype('uint8')


def _between(values, d):
    """The value between the middle two of 2 or 4, by a line or a cubic."""
    if len(values) == 2:
        return values[0] + (values[1] - values[0]) * d
    a, b, c, e = values
    return b + d * (c - a + d * (2 * (a - b) + c - e + d * (b - a - c + e)))


def _smoothly(pixels, x, y, inside, made, taps):
    """Fills the places of `made` that lie inside with what lies between 2 or 4 rows and columns of the picture."""
    rows, columns = pixels.shape[:2]
    x, y = x[inside] - 0.5, y[inside] - 0.5
    left, top = np.floor(x).astype('int64'), np.floor(y).astype('int64')
    dx, dy = x - left, y - top
    if pixels.ndim == 3:
        dx, dy = dx[:, None], dy[:, None]
    first = 0 if taps == 2 else -1
    wide, lines = pixels.astype('float64'), []
    for step in range(first, first + taps):
        line = np.clip(top + step, 0, rows - 1)
        lines.append(_between([wide[line, np.clip(left + k, 0, columns - 1)] for k in range(first, first + taps)], dx))
    value = _between(lines, dy)
    made[inside] = np.clip(value, 0, 255).astype('uint8') if pixels.dtype == np.uint8 else value


def rotated(pixels, angle, expand, center, shift, fill, resample=0):
    """Each place of the result is the nearest of the picture, in whole numbers of 1/65536 as Pillow counts, or with
    `resample` 2 or 3 what lies between its neighbours, by lines or cubics."""
    rows, columns = pixels.shape[:2]
    cx, cy = center or (columns / 2, rows / 2)
    turn = -math.radians(angle)
    a, b = round(math.cos(turn), 15), round(math.sin(turn), 15)
    c, d = -b, a

    def moved(x, y, e=0.0, f=0.0):
        return a * x + b * y + e, c * x + d * y + f
    e, f = moved(-cx - shift[0], -cy - shift[1])
    e, f = e + cx, f + cy
    new_rows, new_columns = rows, columns
    if expand:
        corners = [moved(x, y, e, f) for x, y in ((0, 0), (columns, 0), (columns, rows), (0, rows))]
        new_columns = math.ceil(max(x for x, _ in corners)) - math.floor(min(x for x, _ in corners))
        new_rows = math.ceil(max(y for _, y in corners)) - math.floor(min(y for _, y in corners))
        e, f = moved(-(new_columns - columns) / 2.0, -(new_rows - rows) / 2.0, e, f)

    def fixed(value):
        return math.floor(value * 65536.0 + 0.5)
    down, right = np.arange(new_rows)[:, None], np.arange(new_columns)[None, :]
    made = np.full((new_rows, new_columns) + pixels.shape[2:], fill, dtype=pixels.dtype)
    if resample:
        x = a * (right + 0.5) + b * (down + 0.5) + e
        y = c * (right + 0.5) + d * (down + 0.5) + f
        inside = (x >= 0) & (x < columns) & (y >= 0) & (y < rows)
        _smoothly(pixels, x, y, inside, made, 2 if resample == 2 else 4)
        return made
    x = (fixed(e + a * 0.5 + b * 0.5) + fixed(a) * right + fixed(b) * down) >> 16
    y = (fixed(f + c * 0.5 + d * 0.5) + fixed(c) * right + fixed(d) * down) >> 16
    inside = (x >= 0) & (x < columns) & (y >= 0) & (y < rows)
    made[inside] = pixels[y[inside], x[inside]]
    return made
