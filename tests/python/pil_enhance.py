# PIL.ImageOps and PIL.ImageEnhance.
import io
import os
import tempfile
import numpy as np
import PIL
from PIL import Image, ImageEnhance, ImageOps

folder = tempfile.mkdtemp() + "/"
rows, columns = np.mgrid[0:37, 0:53]
rgb = np.stack([(128 + 100 * np.sin(columns / 5.0 + k) + 20 * np.cos(rows / 3.0)).clip(0, 255) for k in range(3)], -1).astype("uint8")
rgba = np.dstack([rgb, rgb[..., 0] // 2 + 60])


def show(call):
    try:
        made = call()
        if isinstance(made, Image.Image):
            pixels = np.asarray(made)
            print(made.mode, made.size, pixels.dtype, pixels.shape, [int(v) for v in pixels.ravel()[::max(1, pixels.size // 7)]][:8], int(pixels.astype("int64").sum()))
        else:
            print(made)
    except Exception as error:
        print(type(error).__name__, error)



im = Image.fromarray(rgb)
for call in (lambda: ImageOps.invert(im), lambda: ImageOps.grayscale(im), lambda: ImageOps.mirror(im), lambda: ImageOps.flip(im), lambda: ImageOps.fit(im, (20, 20)),
             lambda: ImageOps.fit(im, (20, 7), centering=(0.2, 0.8)), lambda: ImageOps.expand(im, border=3, fill="white"), lambda: ImageOps.crop(im, 4),
             lambda: ImageOps.exif_transpose(im), lambda: ImageEnhance.Brightness(im).enhance(1.5), lambda: ImageEnhance.Contrast(im).enhance(0.5),
             lambda: ImageEnhance.Color(im).enhance(0.3), lambda: ImageEnhance.Brightness(im.convert("L")).enhance(0.4)):
    show(call)
for call in (lambda: ImageOps.autocontrast(im), lambda: ImageOps.equalize(im)):
    try:
        call()
    except NotImplementedError:
        pass
