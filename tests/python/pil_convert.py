# Modes of pictures into each other.
import io
import os
import tempfile
import numpy as np
import PIL
from PIL import Image

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



pictures = [Image.fromarray(rgb), Image.fromarray(rgba), Image.fromarray(rgb[..., 0]), Image.fromarray(np.dstack([rgb[..., 0], rgba[..., 3]])),
            Image.fromarray(rgb[..., 0] > 128), Image.fromarray(rgb[..., 0].astype("int32")), Image.fromarray(rgb[..., 0].astype("float32") / 3)]
for im in pictures:
    for mode in ("L", "RGB", "RGBA", "LA", "F"):
        if im.mode not in ("I", "F") or mode != "LA":
            show(lambda: im.convert(mode))
im = pictures[0]
show(lambda: im.convert())
show(lambda: im.convert("1"))
show(lambda: im.convert("1", dither=Image.Dither.NONE))
show(lambda: im.convert("L").convert("1"))
show(lambda: im.convert("XYZ"))
print(im.getbands(), len(im.split()), im.getchannel("G") == im.split()[1], im.getchannel(0).mode)
show(lambda: Image.merge("RGB", im.split()[::-1]))
im.putalpha(77)
show(lambda: im)
show(lambda: im.getchannel("Q"))
