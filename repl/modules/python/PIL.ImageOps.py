"""PIL.ImageOps: pictures turned over, inverted, cut to a size."""
from PIL import Image as _Image


def grayscale(image):
    return image.convert('L')


def invert(image):
    return image.point(lambda value: 255 - value)


def mirror(image):
    return image.transpose(_Image.Transpose.FLIP_LEFT_RIGHT)


def flip(image):
    return image.transpose(_Image.Transpose.FLIP_TOP_BOTTOM)


def exif_transpose(image, *, in_place=False):
    return None if in_place else image.copy()


def crop(image, border=0):
    left, top, right, bottom = (border,) * 4 if isinstance(border, int) else tuple(border) * (4 // len(border))
    return image.crop((left, top, image.width - right, image.height - bottom))


def expand(image, border=0, fill=0):
    left, top, right, bottom = (border,) * 4 if isinstance(border, int) else tuple(border) * (4 // len(border))
    made = _Image.new(image.mode, (image.width + left + right, image.height + top + bottom), fill)
    made.paste(image, (left, top))
    return made


def fit(image, size, method=_Image.Resampling.BICUBIC, bleed=0.0, centering=(0.5, 0.5)):
    live = (image.width - 2 * bleed * image.width, image.height - 2 * bleed * image.height)
    wanted = size[0] / size[1]
    if live[0] / live[1] == wanted:
        wide, high = live
    elif live[0] / live[1] >= wanted:
        wide, high = wanted * live[1], live[1]
    else:
        wide, high = live[0], live[0] / wanted
    left = bleed * image.width + (live[0] - wide) * centering[0]
    top = bleed * image.height + (live[1] - high) * centering[1]
    return image.resize(size, method, box=(left, top, left + wide, top + high))


def autocontrast(image, cutoff=0, ignore=None, mask=None, preserve_tone=False):
    raise NotImplementedError('autocontrast() is not there')


def equalize(image, mask=None):
    raise NotImplementedError('equalize() is not there')
