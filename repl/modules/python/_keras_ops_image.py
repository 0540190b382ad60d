"""keras.ops.image: pictures (rows, columns, channels), one or a batch of them, as other pictures. All is made of keras.ops, so
that it works on numbers, is followed by a tape, and can be traced. Source of the formulas: keras/src/ops/image.py."""
import math as _math

import numpy as _np

import _keras_ops as _k
import _keras_ops_nn as _nn
from _keras import array as _array, dims as _dims, dtype_of as _dtype_of, is_symbolic as _is_symbolic, make as _make, tracked as _tracked

_INTERPOLATIONS = ("nearest", "bilinear")
_FILLS = ("constant", "nearest", "wrap", "mirror", "reflect")


def _known(images):
    """Images as a tensor whose shape can be asked for."""
    return images if _is_symbolic(images) else _make(images)


def _check_rank(images, said="images"):
    if len(_dims(images)) not in (3, 4):
        raise ValueError("Invalid images rank: expected rank 3 (single image) or rank 4 (batch of images). Received input with "
                         f"shape: {said}.shape={images.shape}")


def _check_float(images):
    if not _dtype_of(images).startswith(("float", "bfloat")):
        raise ValueError(f"Invalid images dtype: expected float dtype. Received: images.dtype={_dtype_of(images)}")


def _last(images, data_format):
    return _k.moveaxis(images, -3, -1) if data_format == "channels_first" else images


def _first(images, data_format):
    return _k.moveaxis(images, -1, -3) if data_format == "channels_first" else images


def _one_of(name, value, allowed):
    if value not in allowed:
        raise ValueError(f"Invalid value for argument `{name}`. Expected of one {allowed}. Received: {name}={value}")


# ---- Colours ----

def rgb_to_grayscale(images, data_format=None):
    images = _known(images)
    _check_rank(images)
    channels = _dims(images)[-3 if data_format == "channels_first" else -1]
    if channels not in (1, 3):
        raise ValueError("Invalid channel size: expected 3 (RGB) or 1 (Grayscale). Received input with shape: "
                         f"images.shape={images.shape}")
    if channels == 1:
        return images
    had, images = _dtype_of(images), _last(images, data_format)
    floats = images if had.startswith("float") else _k.cast(images, "float32")
    weights = _np.array([0.2989, 0.5870, 0.1140], dtype=_dtype_of(floats))
    grey = _k.expand_dims(_k.tensordot(floats, _make(weights), axes=(-1, -1)), -1)
    return _k.cast(_first(grey, data_format), had)


def _channels(images):
    return [images[..., i] for i in range(3)]


def _three(images, data_format):
    images = _known(images)
    _check_rank(images)
    _check_float(images)
    images = _last(images, data_format)
    if _is_symbolic(images) and _dims(images)[-1] != 3:
        raise ValueError(f"Input images must have 3 channels, but received images with {_dims(images)[-1]} channels.")
    return images


def rgb_to_hsv(images, data_format=None):
    images = _three(images, data_format)
    if not _is_symbolic(images) and not _tracked(images):
        import tensorflow.image as pictures
        return _first(pictures.rgb_to_hsv(images), data_format)
    r, g, b = _channels(images)
    high = _k.maximum(_k.maximum(r, g), b)
    spread = high - _k.minimum(_k.minimum(r, g), b)
    safe = _k.where(spread > 0, spread, _k.ones_like(spread))
    hue = _k.where(_k.equal(high, r), (g - b) / safe, _k.where(_k.equal(high, g), 2 + (b - r) / safe, 4 + (r - g) / safe)) / 6
    hue = _k.where(spread > 0, hue - _k.floor(hue), _k.zeros_like(hue))
    positive = high > 0
    share = _k.where(positive, spread / _k.where(positive, high, _k.ones_like(high)), _k.zeros_like(high))
    return _first(_k.stack([hue, share, high], axis=-1), data_format)


def hsv_to_rgb(images, data_format=None):
    images = _three(images, data_format)
    if not _is_symbolic(images) and not _tracked(images):
        import tensorflow.image as pictures
        return _first(pictures.hsv_to_rgb(images), data_format)
    hue, share, value = _channels(images)
    hue = hue * 6
    parts = (_k.absolute(hue - 3) - 1, 2 - _k.absolute(hue - 2), 2 - _k.absolute(hue - 4))
    return _first(_k.stack([(1 - share + share * _k.clip(part, 0.0, 1.0)) * value for part in parts], axis=-1), data_format)


# ---- Sizes ----

def _weights(length, wanted, method, antialias):
    """What each place of the new axis takes of the places of the old one: (wanted, length)."""
    step = length / wanted
    if method == "nearest":
        made = _np.zeros((wanted, length), dtype="float32")
        made[_np.arange(wanted), _np.minimum(_np.floor((_np.arange(wanted) + 0.5) * step).astype("int64"), length - 1)] = 1
        return made
    import tensorflow.image as pictures
    one = _np.eye(length, dtype="float32").reshape(length, 1, length)
    return _array(pictures.resize(one, (wanted, 1), method, antialias=antialias))[:, 0]


def _resized(images, size, method, antialias):
    if not _is_symbolic(images) and not _tracked(images):
        import tensorflow.image as pictures
        return pictures.resize(images, size, method, antialias=antialias)
    for axis in (-3, -2):
        length, wanted = _dims(images)[axis], size[axis + 3]
        if length < 0:
            raise NotImplementedError("pictures of an open size (None) cannot be resized here: layers.Resizing takes a size each")
        if length == wanted:
            continue
        if method == "nearest":
            images = _k.take(images, _weights(length, wanted, method, antialias).argmax(axis=1), axis=axis)
            continue
        floats = images if _dtype_of(images).startswith("float") else _k.cast(images, "float32")
        made = _k.tensordot(floats, _make(_weights(length, wanted, method, antialias)), axes=(axis, 1))
        images = _k.moveaxis(made, -1, axis)
    return images


def _shares(height, width, size, larger):
    """Rows and columns of a picture in the aspect of `size`: the whole picture in it, or a part of the picture."""
    pick = max if larger else min
    return (max(pick(height, int(_np.float32(width * size[0]) / size[1])), 1),
            max(pick(width, int(_np.float32(height * size[1]) / size[0])), 1))


def resize(images, size, interpolation="bilinear", antialias=False, crop_to_aspect_ratio=False, pad_to_aspect_ratio=False,
           fill_mode="constant", fill_value=0.0, data_format=None):
    if len(size) != 2:
        raise ValueError(f"Expected `size` to be a tuple of 2 integers. Received: size={size}")
    if size[0] <= 0 or size[1] <= 0:
        raise ValueError(f"`size` must have positive height and width. Received: size={size}")
    images = _known(images)
    _check_rank(images)
    if pad_to_aspect_ratio and crop_to_aspect_ratio:
        raise ValueError("Only one of `pad_to_aspect_ratio` & `crop_to_aspect_ratio` can be `True`.")
    _one_of("interpolation", interpolation, ("bilinear", "nearest", "lanczos3", "lanczos5", "bicubic", "area"))
    size, had, images = (int(size[0]), int(size[1])), _dtype_of(images), _last(images, data_format)
    height, width = _dims(images)[-3:-1]
    if crop_to_aspect_ratio:
        rows, columns = _shares(height, width, size, False)
        top, left = (height - rows) // 2, (width - columns) // 2
        images = images[..., top:top + rows, left:left + columns, :]
    if pad_to_aspect_ratio:
        rows, columns = _shares(height, width, size, True)
        widths = [[0, 0]] * (len(_dims(images)) - 3) + [[(rows - height) // 2] * 2, [(columns - width) // 2] * 2, [0, 0]]
        images = _k.pad(images, widths, constant_values=fill_value)
    made = _resized(images, size, interpolation, antialias)
    if _dtype_of(made) != had:
        if had[0] != "f":
            bounds = _np.iinfo(had)
            made = _k.clip(_k.round(made), float(bounds.min), float(bounds.max))
        made = _k.cast(made, had)
    return _first(made, data_format)


def _sides(images, data_format):
    known = _dims(images)
    return known[-2:] if data_format == "channels_first" else known[-3:-1]


def _two_of(first, second, third, names):
    if [first, second, third].count(None) != 1:
        shown = ", ".join(f"{name}={value}" for name, value in zip(names, (first, second, third)))
        raise ValueError(f"Must specify exactly two of {', '.join(names)}. Received: {shown}")


def _not_negative(**values):
    for name, value in values.items():
        if value < 0:
            raise ValueError(f"{name} must be >= 0. Received: {name}={value}")


def _need_rank(images):
    if len(_dims(images)) not in (3, 4):
        raise ValueError("Invalid images rank: expected rank 3 (single image) or rank 4 (batch of images). Received: "
                         f"images.shape={tuple(images.shape)}")


def pad_images(images, top_padding=None, left_padding=None, bottom_padding=None, right_padding=None, target_height=None,
               target_width=None, data_format=None):
    images = _known(images)
    _need_rank(images)
    _two_of(top_padding, bottom_padding, target_height, ("top_padding", "bottom_padding", "target_height"))
    _two_of(left_padding, right_padding, target_width, ("left_padding", "right_padding", "target_width"))
    height, width = _sides(images, data_format)
    top = target_height - bottom_padding - height if top_padding is None else top_padding
    bottom = target_height - top - height if bottom_padding is None else bottom_padding
    left = target_width - right_padding - width if left_padding is None else left_padding
    right = target_width - left - width if right_padding is None else right_padding
    _not_negative(top_padding=top, left_padding=left, right_padding=right, bottom_padding=bottom)
    widths = [[top, bottom], [left, right]]
    widths = [[0, 0]] + widths if data_format == "channels_first" else widths + [[0, 0]]
    return _k.pad(images, [[0, 0]] * (len(_dims(images)) - 3) + widths)


def crop_images(images, top_cropping=None, left_cropping=None, bottom_cropping=None, right_cropping=None, target_height=None,
                target_width=None, data_format=None):
    images = _known(images)
    _need_rank(images)
    _two_of(top_cropping, bottom_cropping, target_height, ("top_cropping", "bottom_cropping", "target_height"))
    _two_of(left_cropping, right_cropping, target_width, ("left_cropping", "right_cropping", "target_width"))
    height, width = _sides(images, data_format)
    top = height - target_height - bottom_cropping if top_cropping is None else top_cropping
    rows = height - bottom_cropping - top if target_height is None else target_height
    left = width - target_width - right_cropping if left_cropping is None else left_cropping
    columns = width - right_cropping - left if target_width is None else target_width
    _not_negative(top_cropping=top, target_height=rows, left_cropping=left, target_width=columns)
    if data_format == "channels_first":
        return images[..., top:top + rows, left:left + columns]
    return images[..., top:top + rows, left:left + columns, :]


# ---- Patches ----

def patches_of(x, size, strides, rates, same):
    """The windows of x (batch, *places, channels): (batch, *windows, size[0] * ... * channels)."""
    rank = len(size)
    for i in range(rank):
        length, reach = _dims(x)[1 + 2 * i], (size[i] - 1) * rates[i] + 1
        if length < 0:
            raise NotImplementedError("patches of pictures of an open size (None) are not there: give Input() their size")
        if same:
            missing = max((-(-length // strides[i]) - 1) * strides[i] + reach - length, 0)
            if missing:
                widths = [[0, 0]] * len(_dims(x))
                widths[1 + 2 * i] = [missing // 2, missing - missing // 2]
                x = _k.pad(x, widths)
        count = max((_dims(x)[1 + 2 * i] - reach) // strides[i] + 1, 0)
        places = _np.arange(count)[:, None] * strides[i] + _np.arange(size[i]) * rates[i]
        x = _k.take(x, places, axis=1 + 2 * i)
    order = [0] + [1 + 2 * i for i in range(rank)] + [2 + 2 * i for i in range(rank)] + [1 + 2 * rank]
    x = _k.transpose(x, order)
    return _k.reshape(x, [-1] + list(_dims(x)[1:1 + rank]) + [_math.prod(_dims(x)[1 + rank:])])


def extract_patches(images, size, strides=None, dilation_rate=1, padding="valid", data_format=None):
    if not isinstance(size, int):
        if not isinstance(size, (tuple, list)):
            raise TypeError(f"Invalid `size` argument. Expected an int or a tuple. Received: size={size} of type "
                            f"{type(size).__name__}")
        if len(size) not in (2, 3):
            raise ValueError(f"Invalid `size` argument. Expected a tuple of length 2 or 3. Received: size={size} with length "
                             f"{len(size)}")
    rank = 2 if isinstance(size, int) else len(size)
    images = _known(images)
    size, strides, rates = (_nn._pair(each, rank) for each in (size, strides or size, dilation_rate))
    single = len(_dims(images)) == rank + 1
    images = _k.expand_dims(images, 0) if single else images
    if data_format == "channels_first":
        images = _k.moveaxis(images, 1, -1)
    made = patches_of(images, size, strides, rates, padding == "same")
    if data_format == "channels_first":
        made = _k.moveaxis(made, -1, 1)
    return _k.squeeze(made, 0) if single else made


def extract_patches_3d(volumes, size, strides=None, dilation_rate=1, padding="valid", data_format=None):
    return extract_patches(volumes, (size,) * 3 if isinstance(size, int) else size, strides, dilation_rate, padding, data_format)


# ---- Places between pixels ----

def _safe(places, length, fill_mode):
    """Places inside of an axis, and where a place was inside before (None: wherever it may be)."""
    if fill_mode in ("constant", "nearest"):
        inside = _k.logical_and(places >= 0, places < length) if fill_mode == "constant" else None
        return _k.clip(places, 0, length - 1), inside
    if fill_mode == "wrap":
        return _k.mod(places, length), None
    turned = _k.mod(_k.absolute(places), 2 * length)
    over = turned >= length
    return _k.where(over, 2 * length - turned - (1 if fill_mode == "reflect" else 0), turned), None


def map_coordinates(inputs, coordinates, order, fill_mode="constant", fill_value=0):
    inputs = _known(inputs)
    coordinates = _k.convert_to_tensor(coordinates) if not _is_symbolic(coordinates) else coordinates
    sizes = _dims(inputs)
    if _dims(coordinates)[0] != len(sizes):
        raise ValueError("First dim of `coordinates` must be the same as the rank of `inputs`. Received inputs with shape: "
                         f"{inputs.shape} and coordinate leading dim of {_dims(coordinates)[0]}")
    if len(_dims(coordinates)) < 2:
        raise ValueError(f"Invalid coordinates rank: expected at least rank 2. Received input with shape: {coordinates.shape}")
    if fill_mode not in _FILLS:
        raise ValueError(f"Invalid value for argument `fill_mode`. Expected one of {set(_FILLS)}. Received: fill_mode={fill_mode}")
    if order not in (0, 1):
        raise NotImplementedError("map_coordinates currently requires order<=1")
    nodes = []  # of each axis: (place, whether it is inside, weight) of one neighbour or of two
    for axis, length in enumerate(sizes):
        at = coordinates[axis]
        whole = not _dtype_of(at).startswith("float")
        low = at if whole else _k.round(at) if order == 0 else _k.floor(at)
        place = _k.cast(low, "int32")
        if order == 0:
            nodes.append([(*_safe(place, length, fill_mode), None)])
        else:
            upper = _k.cast(_k.subtract(at, low), "float32")
            nodes.append([(*_safe(place, length, fill_mode), 1 - upper), (*_safe(place + 1, length, fill_mode), upper)])
    flat, total = _k.reshape(inputs, (-1,)), None
    flat = flat if _dtype_of(flat).startswith("float") else _k.cast(flat, "float32")
    for corner in _corners(nodes):
        place, inside, weight = 0, None, None
        for length, (index, valid, part) in zip(sizes, corner):
            place = index + place * length if not isinstance(place, int) else index
            inside = valid if inside is None else _k.logical_and(inside, valid)
            weight = part if weight is None else _k.multiply(weight, part)
        found = _k.take(flat, place, axis=0)
        if inside is not None:
            found = _k.where(inside, found, float(fill_value))
        found = found if weight is None else _k.multiply(found, weight)
        total = found if total is None else _k.add(total, found)
    if _dtype_of(inputs).startswith("float"):
        return total
    return _k.cast(_k.round(total), _dtype_of(inputs))


def _corners(nodes):
    if not nodes:
        return [()]
    return [(node, *rest) for node in nodes[0] for rest in _corners(nodes[1:])]


def _turned_places(at, length, fill_mode):
    """Places outside of an axis as places inside of it, as TensorFlow's ImageProjectiveTransformV3 finds them."""
    if fill_mode == "constant":
        return at
    if fill_mode == "nearest" or length <= 1:
        return _np.clip(at, 0, length - 1)
    if fill_mode == "wrap":
        below = at + length * (_np.trunc(-at / (length - 1)) + 1)
        above = at - length * _np.trunc(at / (length - 1))
        return _np.clip(_np.where(at < 0, below, _np.where(at > length - 1, above, at)), 0, length - 1)
    twice = 2 * length
    below = _np.where(at < twice, twice * _np.trunc(-at / twice) + at, at)
    below = _np.where(below < -length, below + twice, -below - 1)
    above = at - twice * _np.trunc(at / twice)
    above = _np.where(above >= length, twice - above - 1, above)
    return _np.clip(_np.where(at < 0, below, _np.where(at > length - 1, above, at)), 0, length - 1)


def _projected(images, transforms, interpolation, fill_mode, fill_value):
    """Images (batch, rows, columns, channels) where transforms (one, or one an image) lead each place of the result."""
    batch, height, width, channels = _dims(images)
    if len(transforms) > 1 and batch != len(transforms):
        raise ValueError(f"{len(transforms)} transforms cannot be applied to a batch of {'unknown size' if batch < 0 else batch}")
    t = transforms.astype("float32")[:, :, None, None]
    y, x = (each.astype("float32")[None] for each in _np.mgrid[:height, :width])
    depth = t[:, 6] * x + t[:, 7] * y + 1
    safe = _np.where(depth == 0, 1, depth)
    across = _turned_places((t[:, 0] * x + t[:, 1] * y + t[:, 2]) / safe, width, fill_mode).astype("float32")
    down = _turned_places((t[:, 3] * x + t[:, 4] * y + t[:, 5]) / safe, height, fill_mode).astype("float32")
    had = _dtype_of(images)
    floats = images if had.startswith("float") else _k.cast(images, "float32")
    several = len(transforms) > 1
    rows = _k.reshape(floats, (-1, channels) if several else (-1, height * width, channels))
    offset = (_np.arange(len(transforms)) * height * width)[:, None, None]

    def read(row, column):
        inside = (row >= 0) & (row < height) & (column >= 0) & (column < width) & (depth != 0)
        place = _np.clip(row, 0, height - 1).astype("int64") * width + _np.clip(column, 0, width - 1).astype("int64")
        found = _k.take(rows, place + offset if several else place[0], axis=0 if several else 1)
        return _k.where(_make(inside[..., None]), found, float(fill_value))
    if interpolation == "nearest":
        made = read(_np.trunc(down + _np.where(down < 0, -0.5, 0.5)), _np.trunc(across + _np.where(across < 0, -0.5, 0.5)))
        return _k.cast(made, had)
    top, left = _np.floor(down), _np.floor(across)
    right, low = (across - left)[..., None], (down - top)[..., None]
    upper = _k.add(_k.multiply(read(top, left), 1 - right), _k.multiply(read(top, left + 1), right))
    lower = _k.add(_k.multiply(read(top + 1, left), 1 - right), _k.multiply(read(top + 1, left + 1), right))
    return _k.cast(_k.add(_k.multiply(upper, 1 - low), _k.multiply(lower, low)), had)


def _numbers(x, what):
    if _is_symbolic(x):
        raise NotImplementedError(f"`{what}` of a picture's transformation must be numbers: inside of a model they are not known yet")
    return _np.asarray(_array(x) if hasattr(x, "numpy") else x, dtype="float32")


def _apply(images, transforms, interpolation, fill_mode, fill_value, data_format):
    single = len(_dims(images)) == 3
    images = _last(_k.expand_dims(images, 0) if single else images, data_format)
    made = _first(_projected(images, transforms, interpolation, fill_mode, fill_value), data_format)
    return _k.squeeze(made, 0) if single else made


def affine_transform(images, transform, interpolation="bilinear", fill_mode="constant", fill_value=0, data_format=None):
    _one_of("interpolation", interpolation, _INTERPOLATIONS)
    _one_of("fill_mode", fill_mode, ("constant", "nearest", "wrap", "reflect"))
    images, transform = _known(images), _numbers(transform, "transform")
    _check_rank(images)
    if transform.ndim not in (1, 2):
        raise ValueError("Invalid transform rank: expected rank 1 (single transform) or rank 2 (batch of transforms). Received "
                         f"input with shape: transform.shape={transform.shape}")
    return _apply(images, transform.reshape(-1, 8), interpolation, fill_mode, fill_value, data_format)


def perspective_transform(images, start_points, end_points, interpolation="bilinear", fill_value=0, data_format=None):
    images, start, end = _known(images), _numbers(start_points, "start_points"), _numbers(end_points, "end_points")
    _one_of("interpolation", interpolation, _INTERPOLATIONS)
    _check_rank(images)
    for name, points in (("start_points", start), ("end_points", end)):
        if points.ndim not in (2, 3) or points.shape[-2:] != (4, 2):
            raise ValueError(f"Invalid {name} shape: expected (4,2) for a single image or (N,4,2) for a batch. Received shape: "
                             f"{points.shape}")
    if start.shape != end.shape:
        raise ValueError("start_points and end_points must have the same shape. Received start_points.shape="
                         f"{start.shape}, end_points.shape={end.shape}")
    transforms = []
    for first, second in zip(start.reshape(-1, 4, 2), end.reshape(-1, 4, 2)):
        equations = []
        for (u, v), (x, y) in zip(first.tolist(), second.tolist()):
            equations.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
            equations.append([0, 0, 0, x, y, 1, -v * x, -v * y])
        transforms.append(_np.linalg.solve(_np.array(equations, dtype="float64"), first.reshape(8).astype("float64")))
    return _apply(images, _np.array(transforms), interpolation, "constant", fill_value, data_format)


# ---- Filters ----

def _bell(size, sigma):
    x = _np.arange(size, dtype="float32") - _np.float32((size - 1) / 2)
    made = _np.exp(_np.float32(-0.5) * (x / _np.float32(sigma)) ** 2)
    return made / made.sum()


def gaussian_blur(images, kernel_size=(3, 3), sigma=(1.0, 1.0), data_format=None):
    images = _known(images)
    _check_rank(images)
    single = len(_dims(images)) == 3
    images = _last(_k.expand_dims(images, 0) if single else images, data_format)
    kernel = _np.outer(_bell(int(kernel_size[1]), sigma[1]), _bell(int(kernel_size[0]), sigma[0]))
    kernel = _np.repeat(kernel.reshape(int(kernel_size[0]), int(kernel_size[1]), 1, 1), _dims(images)[-1], axis=2)
    made = _first(_nn.depthwise_conv(images, _make(kernel.astype("float32")), 1, "same"), data_format)
    return _k.squeeze(made, 0) if single else made


def elastic_transform(images, alpha=20.0, sigma=5.0, interpolation="bilinear", fill_mode="reflect", fill_value=0.0, seed=None,
                      data_format=None):
    _one_of("interpolation", interpolation, _INTERPOLATIONS)
    _one_of("fill_mode", fill_mode, ("constant", "nearest", "wrap", "mirror", "reflect"))
    images = _known(images)
    _check_rank(images)
    single = len(_dims(images)) == 3
    images = _last(_k.expand_dims(images, 0) if single else images, data_format)
    batch, height, width, channels = _dims(images)
    if batch < 0:
        raise NotImplementedError("elastic_transform() draws for each picture: inside of a model their number is not known yet")
    import keras
    reach = 6 * int(sigma) | 1
    drawn = keras.random.normal((2 * batch, height, width, 1), seed=seed) * float(sigma)
    drawn = _array(gaussian_blur(drawn, (reach, reach), (sigma, sigma)))[..., 0]
    y, x = (each.astype("float32")[None] for each in _np.mgrid[:height, :width])
    across, down = x + _np.float32(alpha) * drawn[:batch], y + _np.float32(alpha) * drawn[batch:]
    pictures = []
    for b in range(batch):
        places = _np.stack([down[b], across[b]])
        pictures.append(_k.stack([map_coordinates(images[b, :, :, c], places, _INTERPOLATIONS.index(interpolation), fill_mode,
                                                  fill_value) for c in range(channels)], axis=-1))
    made = _first(_k.stack(pictures, axis=0), data_format)
    return _k.squeeze(made, 0) if single else made


def sobel_edges(images, data_format=None):
    """How fast pictures (batch, rows, columns, channels) change down and across: a last axis of two."""
    images = _known(images)
    if len(_dims(images)) != 4:
        raise ValueError(f"Invalid images rank: expected rank 4 (batch of images). Received: images.shape={list(images.shape)}")
    images = _last(images, data_format)
    padded = _k.pad(images, [[0, 0], [1, 1], [1, 1], [0, 0]], mode="reflect")
    down = _np.array([[-1, -2, -1], [0, 0, 0], [1, 2, 1]], dtype="float32")
    channels = _dims(images)[-1]
    both = [_nn.depthwise_conv(padded, _make(_np.repeat(each.reshape(3, 3, 1, 1), channels, axis=2))) for each in (down, down.T)]
    return _k.stack([_first(each, data_format) for each in both], axis=-1)


def ssim(image1, image2, max_val=1.0, filter_size=11, filter_sigma=1.5, k1=0.01, k2=0.03, data_format=None):
    """How alike two pictures are in their structure, one number a picture (Z. Wang et al., 2004)."""
    first, second = _known(image1), _known(image2)
    for name, each in (("image1", first), ("image2", second)):
        if len(_dims(each)) not in (3, 4):
            raise ValueError(f"Invalid {name} rank: expected rank 3 (single image) or rank 4 (batch of images). Received input "
                             f"with shape: {name}.shape={each.shape}")
    single, had = len(_dims(first)) == 3, _dtype_of(first)
    first, second = (_last(_k.cast(each, "float32"), data_format) for each in (first, second))
    if single:
        first, second = _k.expand_dims(first, 0), _k.expand_dims(second, 0)
    bell = _bell(filter_size, filter_sigma)
    channels = _dims(first)[-1]
    kernel = _make(_np.repeat(_np.outer(bell, bell).reshape(filter_size, filter_size, 1, 1), channels, axis=2).astype("float32"))

    def mean(x):
        return _nn.depthwise_conv(x, kernel)
    a, b = mean(first), mean(second)
    c1, c2 = (k1 * max_val) ** 2, (k2 * max_val) ** 2
    product, squares = _k.multiply(a, b), _k.add(_k.square(a), _k.square(b))
    shared = _k.subtract(mean(_k.multiply(first, second)), product)
    spread = _k.subtract(mean(_k.add(_k.square(first), _k.square(second))), squares)
    made = (2.0 * product + c1) * (2.0 * shared + c2) / ((squares + c1) * (spread + c2))
    made = _k.mean(_k.mean(made, axis=[1, 2]), axis=-1)
    return _k.cast(_k.squeeze(made, 0) if single else made, had if had.startswith("float") else "float32")
