"""tf.image: pictures as tensors (rows, columns, channels), one or a batch of them."""
import math as _math

import _pictures
import _tensorflow_errors as _errors
import numpy as _np
from _keras import array as _array, is_symbolic as _is_symbolic, make as _make
from tensorflow.io import (decode_bmp, decode_gif, decode_image, decode_jpeg, decode_png, encode_jpeg, encode_png, is_jpeg)


class ResizeMethod:
    """Names of ways to resize."""
    AREA = "area"
    BICUBIC = "bicubic"
    BILINEAR = "bilinear"
    GAUSSIAN = "gaussian"
    LANCZOS3 = "lanczos3"
    LANCZOS5 = "lanczos5"
    MITCHELLCUBIC = "mitchellcubic"
    NEAREST_NEIGHBOR = "nearest"


_ranges = {"uint8": 255, "uint16": 65535, "int8": 127, "int16": 32767, "int32": 2147483647, "int64": 9223372036854775807,
           "uint32": 4294967295}


def _pixels(image, least=3):
    if _is_symbolic(image):
        raise NotImplementedError("tf.image works on tensors with values: in a model keras.layers.Resizing, Rescaling, "
                                  "RandomFlip and their like do this")
    pixels = _array(image)
    if pixels.ndim < least:
        raise ValueError(f"'image' (shape {pixels.shape}) must be at least three-dimensional.")
    return pixels


def _three_channels(pixels, op, kind=_errors.InvalidArgumentError, text="input must have 3 channels but instead has "
                                                                        "{} channels."):
    """What ops on red, green and blue say of other channels."""
    if pixels.ndim < 3 and kind is _errors.InvalidArgumentError:
        _least_rank(pixels, op)
    if pixels.shape[-1] != 3:
        raise _errors.said_by(kind, op, text.format(pixels.shape[-1]))


def _least_rank(pixels, op):
    if pixels.ndim < 3:
        raise _errors.said_by(_errors.InvalidArgumentError, op,
                              f"input must be at least 3-D, got "
                              f"shape[{','.join([str(size) for size in pixels.shape])}]")


def _pair(size):
    values = [int(value) for value in (_array(size) if not isinstance(size, (list, tuple)) else size)]
    if len(values) != 2:
        raise ValueError("'size' must be a 1-D Tensor of 2 elements: new_height, new_width")
    return values


def resize(images, size, method="bilinear", preserve_aspect_ratio=False, antialias=False, name=None):
    pixels = _pixels(images, 0)
    if pixels.ndim not in (3, 4):
        raise ValueError("'images' must have either 3 or 4 dimensions.")
    rows, columns = _pair(size)
    if preserve_aspect_ratio:
        scale = min(_np.float32(rows) / pixels.shape[-3], _np.float32(columns) / pixels.shape[-2])
        rows, columns = (int(_np.round(_np.float32(scale * side))) for side in pixels.shape[-3:-1])
    if method not in ("bilinear", "nearest", "bicubic", "area", "lanczos3", "lanczos5", "gaussian", "mitchellcubic"):
        raise ValueError("Resize method is not implemented: " + str(method))
    if (rows, columns) == tuple(pixels.shape[-3:-1]) and method not in ("gaussian", "mitchellcubic"):
        return _make(pixels if method == "nearest" else pixels.astype("float32"))
    return _make(_pictures.resize(pixels, rows, columns, method, "tensorflow", bool(antialias)))


def pad_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
    pixels = _pixels(image, 0)
    if pixels.ndim not in (3, 4):
        raise ValueError(f"'image' (shape {pixels.shape}) must have either 3 or 4 dimensions.")
    below = int(target_height) - int(offset_height) - pixels.shape[-3]
    right = int(target_width) - int(offset_width) - pixels.shape[-2]
    for bad, text in ((offset_height < 0, "offset_height must be >= 0"), (offset_width < 0, "offset_width must be >= 0"),
                      (right < 0, "width must be <= target - offset"), (below < 0, "height must be <= target - offset")):
        if bad:
            raise ValueError(text)
    widths = [(int(offset_height), below), (int(offset_width), right), (0, 0)]
    return _make(_np.pad(pixels, [(0, 0)] * (pixels.ndim - 3) + widths))


def crop_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
    pixels = _pixels(image)
    top, left, height, width = (int(value) for value in (offset_height, offset_width, target_height, target_width))
    for bad, text in ((top < 0, "offset_height must be >= 0."), (left < 0, "offset_width must be >= 0."),
                      (width <= 0, "target_width must be > 0."), (height <= 0, "target_height must be > 0."),
                      (pixels.shape[-2] < left + width, "width must be >= target + offset."),
                      (pixels.shape[-3] < top + height, "height must be >= target + offset.")):
        if bad:
            raise ValueError(text)
    return _make(pixels[..., top:top + height, left:left + width, :].copy())


def resize_with_crop_or_pad(image, target_height, target_width):
    pixels = _pixels(image)
    rows, columns = int(target_height), int(target_width)
    less_rows, less_columns = rows - pixels.shape[-3], columns - pixels.shape[-2]
    cut = crop_to_bounding_box(pixels, max(-less_rows // 2, 0), max(-less_columns // 2, 0), min(rows, pixels.shape[-3]),
                               min(columns, pixels.shape[-2]))
    return pad_to_bounding_box(cut, max(less_rows // 2, 0), max(less_columns // 2, 0), rows, columns)


resize_image_with_crop_or_pad = resize_with_crop_or_pad


def resize_with_pad(image, target_height, target_width, method="bilinear", antialias=False):
    pixels = _pixels(image)
    rows, columns = int(target_height), int(target_width)
    ratio = max(pixels.shape[-2] / columns, pixels.shape[-3] / rows)
    high, wide = pixels.shape[-3] / ratio, pixels.shape[-2] / ratio
    small = resize(pixels, (_math.floor(high), _math.floor(wide)), method, antialias=antialias)
    return pad_to_bounding_box(small, max(0, _math.floor((rows - high) / 2)), max(0, _math.floor((columns - wide) / 2)), rows,
                               columns)


def central_crop(image, central_fraction):
    if not 0.0 < central_fraction <= 1.0:
        raise ValueError("central_fraction must be within (0, 1]")
    pixels = _pixels(image)
    if central_fraction == 1.0:
        return _make(pixels)
    starts = [int((side - side * central_fraction) / 2) for side in pixels.shape[-3:-1]]
    height, width = (side - 2 * start for side, start in zip(pixels.shape[-3:-1], starts))
    return _make(pixels[..., starts[0]:starts[0] + height, starts[1]:starts[1] + width, :].copy())


def crop_and_resize(image, boxes, box_indices, crop_size, method="bilinear", extrapolation_value=0, name=None):
    raise NotImplementedError("tf.image.crop_and_resize() is not there: crop_to_bounding_box() and resize() are")


# ---- Turned ----

def flip_left_right(image):
    return _make(_pixels(image)[..., :, ::-1, :].copy())


def flip_up_down(image):
    return _make(_pixels(image)[..., ::-1, :, :].copy())


def transpose(image, name="transpose"):
    return _make(_np.swapaxes(_pixels(image), -3, -2).copy())


def rot90(image, k=1, name=None):
    pixels = _pixels(image)
    return _make(_np.rot90(pixels, int(k), axes=(pixels.ndim - 3, pixels.ndim - 2)).copy())


# ---- Numbers ----

def convert_image_dtype(image, dtype, saturate=False, name="convert_image"):
    pixels = _array(image)
    had, wanted = str(pixels.dtype), getattr(dtype, "name", dtype)
    wanted = wanted if isinstance(wanted, str) else _np.dtype(wanted).name
    if had == wanted:
        return _make(pixels)
    if had.startswith("float") and wanted.startswith("float"):
        return _make(pixels.astype(wanted))
    if had.startswith("float"):
        scaled = pixels * _np.array(_ranges[wanted] + 0.5, dtype=had)
        return _make(_np.clip(scaled, 0, _ranges[wanted]).astype(wanted) if saturate else scaled.astype(wanted))
    if wanted.startswith("float"):
        return _make(pixels.astype(wanted) * _np.array(1.0 / _ranges[had], dtype=wanted))
    if _ranges[had] > _ranges[wanted]:
        return _make((pixels // ((_ranges[had] + 1) // (_ranges[wanted] + 1))).astype(wanted))
    return _make(pixels.astype(wanted) * _np.array((_ranges[wanted] + 1) // (_ranges[had] + 1), dtype=wanted))


def _as_floats(pixels):
    return pixels if str(pixels.dtype).startswith("float") else _array(convert_image_dtype(pixels, "float32"))


def _back(pixels, dtype, saturate=True):
    return convert_image_dtype(pixels, str(dtype), saturate=saturate)


def rgb_to_grayscale(images, name=None):
    pixels = _pixels(images, 1)
    if pixels.shape[-1] != 3:
        raise _errors.said_by(_errors.InvalidArgumentError, "MatMul", f"Matrix size-incompatible: In[0]: "
                              f"[{pixels.size // pixels.shape[-1]},{pixels.shape[-1]}], In[1]: [3,1]")
    grey = _np.tensordot(_as_floats(pixels), _np.array([0.2989, 0.587, 0.114], dtype="float32"), axes=[[-1], [0]])
    return _back(grey[..., None].astype("float32"), pixels.dtype, False)


def grayscale_to_rgb(images, name=None):
    pixels = _pixels(images, 1)
    if pixels.shape[-1] != 1:
        raise ValueError("Last dimension of a grayscale image should be size 1.")
    return _make(_np.repeat(pixels, 3, axis=-1))


def per_image_standardization(image):
    pixels = _pixels(image).astype("float32")
    axes = tuple(range(pixels.ndim - 3, pixels.ndim))
    count = pixels.shape[-1] * pixels.shape[-2] * pixels.shape[-3]
    mean = pixels.mean(axis=axes, keepdims=True)
    spread = _np.maximum(pixels.std(axis=axes, keepdims=True), _np.float32(1 / _math.sqrt(count)))
    return _make((pixels - mean) / spread)


def adjust_brightness(image, delta):
    pixels = _array(image)
    return _back(_as_floats(pixels) + _np.float32(delta), pixels.dtype)


def adjust_contrast(images, contrast_factor):
    pixels = _pixels(images, 0)
    _least_rank(pixels, "AdjustContrastv2")
    floats = _as_floats(pixels)
    mean = floats.mean(axis=(-3, -2), keepdims=True)
    return _back(((floats - mean) * _np.float32(contrast_factor) + mean).astype(floats.dtype), pixels.dtype)


def adjust_gamma(image, gamma=1, gain=1):
    if gamma < 0:
        raise ValueError("Gamma should be a non-negative real number.")
    pixels = _array(image)
    return _back((_np.float32(gain) * _as_floats(pixels) ** _np.float32(gamma)).astype("float32"), pixels.dtype)


def rgb_to_hsv(images, name=None):
    rgb = _array(images)
    _three_channels(rgb, "RGBToHSV", _errors.FailedPreconditionError, "input must have 3 channels but input only has "
                                                                      "{} channels.")
    high, low = rgb.max(axis=-1), rgb.min(axis=-1)
    spread = high - low
    safe = _np.where(spread > 0, spread, 1)
    r, g, b = rgb[..., 0], rgb[..., 1], rgb[..., 2]
    hue = _np.where(high == r, (g - b) / safe, _np.where(high == g, 2 + (b - r) / safe, 4 + (r - g) / safe)) / 6
    hue = _np.where(spread > 0, hue % 1.0, 0)
    return _make(_np.stack([hue, _np.where(high > 0, spread / _np.where(high > 0, high, 1), 0), high], axis=-1).astype(rgb.dtype))


def hsv_to_rgb(images, name=None):
    hsv = _array(images)
    _three_channels(hsv, "HSVToRGB", _errors.FailedPreconditionError, "input must have 3 channels but input only has "
                                                                      "{} channels.")
    h, s, v = hsv[..., 0] * 6, hsv[..., 1], hsv[..., 2]
    parts = [1 - s + s * _np.clip(part, 0, 1) for part in (_np.abs(h - 3) - 1, 2 - _np.abs(h - 2), 2 - _np.abs(h - 4))]
    return _make((_np.stack(parts, axis=-1) * v[..., None]).astype(hsv.dtype))


def _through_hsv(image, change):
    pixels = _pixels(image)
    hsv = _array(rgb_to_hsv(_as_floats(pixels))).copy()
    change(hsv)
    return _back(_array(hsv_to_rgb(hsv)), pixels.dtype)


def adjust_saturation(image, saturation_factor, name=None):
    _three_channels(_pixels(image, 0), "AdjustSaturation")

    def change(hsv):
        hsv[..., 1] = _np.clip(hsv[..., 1] * _np.float32(saturation_factor), 0, 1)
    return _through_hsv(image, change)


def adjust_hue(image, delta, name=None):
    _three_channels(_pixels(image, 0), "AdjustHue")

    def change(hsv):
        hsv[..., 0] = (hsv[..., 0] + _np.float32(delta)) % 1.0
    return _through_hsv(image, change)


# ---- At random ----

def _draw(low, high, seed):
    from _tensorflow_random import uniform
    return float(uniform((), low, high, "float32", seed))


def _seeded(function):
    """The form that takes a seed of two numbers, as tf.image.stateless_random_* do."""
    def stateless(image, *args, seed, **kwargs):
        first, second = (int(value) for value in _array(seed))
        return function(image, *args, seed=first * 1000003 + second, **kwargs)
    return stateless


def random_flip_left_right(image, seed=None):
    return _flipped(image, flip_left_right, seed)


def random_flip_up_down(image, seed=None):
    return _flipped(image, flip_up_down, seed)


def _flipped(image, flip, seed):
    pixels = _pixels(image)
    if pixels.ndim == 4:
        from _tensorflow_random import uniform
        turned = _array(uniform((len(pixels),), 0, 1, "float32", seed)) < 0.5
        return _make(_np.where(turned[:, None, None, None], _array(flip(pixels)), pixels))
    return flip(pixels) if _draw(0, 1, seed) < 0.5 else _make(pixels)


def random_brightness(image, max_delta, seed=None):
    if max_delta < 0:
        raise ValueError("max_delta must be non-negative.")
    return adjust_brightness(image, _draw(-max_delta, max_delta, seed))


def _bounded(lower, upper):
    if upper <= lower:
        raise ValueError("upper must be > lower.")
    if lower < 0:
        raise ValueError("lower must be non-negative.")


def random_contrast(image, lower, upper, seed=None):
    _bounded(lower, upper)
    return adjust_contrast(image, _draw(lower, upper, seed))


def random_saturation(image, lower, upper, seed=None):
    _bounded(lower, upper)
    return adjust_saturation(image, _draw(lower, upper, seed))


def random_hue(image, max_delta, seed=None):
    if max_delta > 0.5:
        raise ValueError("max_delta must be <= 0.5.")
    if max_delta < 0:
        raise ValueError("max_delta must be non-negative.")
    return adjust_hue(image, _draw(-max_delta, max_delta, seed))


def random_crop(value, size, seed=None, name=None):
    pixels = _array(value)
    sizes = [int(each) for each in (size if isinstance(size, (list, tuple)) else _array(size))]
    if len(sizes) != pixels.ndim:
        raise _errors.said_by(_errors.InvalidArgumentError, "GreaterEqual", f"Incompatible shapes: [{pixels.ndim}] "
                                                                            f"vs. [{len(sizes)}]")
    if any(want > have for want, have in zip(sizes, pixels.shape)):
        raise _errors.InvalidArgumentError(
            None, None, "Expected 'tf.Tensor(False, shape=(), dtype=bool)' to be true. Summarized data: b'Need "
                        "value.shape >= size, got "
            f"'\n{', '.join([str(size) for size in pixels.shape])}\n{', '.join([str(size) for size in sizes])}")
    places = []
    for place, (want, have) in enumerate(zip(sizes, pixels.shape)):
        start = min(int(_draw(0, have - want + 1, None if seed is None else seed + place)), have - want)
        places.append(slice(start, start + want))
    return _make(pixels[tuple(places)].copy())


def random_jpeg_quality(image, min_jpeg_quality, max_jpeg_quality, seed=None):
    return adjust_jpeg_quality(image, int(_draw(min_jpeg_quality, max_jpeg_quality, seed)))


def adjust_jpeg_quality(image, jpeg_quality, name=None):
    pixels = _array(image)
    bytes_ = pixels if pixels.dtype == _np.uint8 else _array(convert_image_dtype(pixels, "uint8", saturate=True))
    data = _pictures.encode_jpeg(bytes_, int(jpeg_quality), True)
    return _back(_pictures.decode(data, bytes_.shape[-1]), pixels.dtype)


stateless_random_flip_left_right = _seeded(random_flip_left_right)
stateless_random_flip_up_down = _seeded(random_flip_up_down)
stateless_random_brightness = _seeded(random_brightness)
stateless_random_contrast = _seeded(random_contrast)
stateless_random_saturation = _seeded(random_saturation)
stateless_random_hue = _seeded(random_hue)
stateless_random_crop = _seeded(random_crop)
stateless_random_jpeg_quality = _seeded(random_jpeg_quality)


# ---- Measures ----

def psnr(a, b, max_val, name=None):
    top = max_val / _ranges.get(str(_array(a).dtype), 1)
    a, b = (_as_floats(_array(each)) for each in (a, b))
    error = ((a - b) ** 2).mean(axis=(-3, -2, -1))
    return _make((20 * _np.log(top) / _np.log(10.0) - 10 / _np.log(10) * _np.log(error)).astype("float32"))


def total_variation(images, name=None):
    pixels = _pixels(images)
    down = _np.abs(pixels[..., 1:, :, :] - pixels[..., :-1, :, :])
    right = _np.abs(pixels[..., :, 1:, :] - pixels[..., :, :-1, :])
    return _make(down.sum(axis=(-3, -2, -1)) + right.sum(axis=(-3, -2, -1)))


def ssim(img1, img2, max_val, filter_size=11, filter_sigma=1.5, k1=0.01, k2=0.03, return_index_map=False):
    if return_index_map:
        raise NotImplementedError("tf.image.ssim(return_index_map=True) is not there")
    import _keras_ops_image
    return _keras_ops_image.ssim(convert_image_dtype(img1, "float32"), convert_image_dtype(img2, "float32"),
                                 max_val / _ranges.get(str(_array(img1).dtype), 1), filter_size, filter_sigma, k1, k2)


def sobel_edges(image):
    import _keras_ops_image
    return _keras_ops_image.sobel_edges(image)


def extract_patches(images, sizes, strides, rates, padding, name=None):
    """Windows of a batch of pictures, in TensorFlow's words: each argument has one number an axis."""
    import _keras_ops_image
    return _keras_ops_image.patches_of(images, *(list(each)[1:3] for each in (sizes, strides, rates)), padding == "SAME")
