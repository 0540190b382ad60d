# Pictures in other sizes.
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



im = Image.fromarray(rgb)
for method in (Image.NEAREST, Image.BOX, Image.BILINEAR, Image.HAMMING, Image.BICUBIC, Image.LANCZOS):
    show(lambda: im.resize((20, 10), method))
    show(lambda: im.resize((70, 60), method))
show(lambda: im.resize((20, 10)))
show(lambda: im.resize((10, 10), box=(1, 2, 30, 20)))
show(lambda: Image.fromarray(rgba).resize((13, 14), Image.Resampling.BILINEAR))
show(lambda: Image.fromarray(rgb[..., 0] > 128).resize((13, 14), Image.BILINEAR))
show(lambda: im.convert("F").resize((5, 5)))
show(lambda: im.reduce(3))
show(lambda: im.reduce((2, 5)))
small = im.copy()
small.thumbnail((20, 20))
show(lambda: small)
small = im.resize((400, 300))
small.thumbnail((30, 30))
show(lambda: small)
show(lambda: im.resize((53, 37)) == im)
show(lambda: im.resize((0, 5)))
show(lambda: im.resize((5, 5), box=(0, 0, 99, 5)))
show(lambda: im.resize((5, 5), box=(-1, 0, 9, 5)))
show(lambda: im.resize((5, 5), reducing_gap=0.5))
