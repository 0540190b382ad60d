# Pictures turned over, rotated, cut, pasted.
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
for method in Image.Transpose:
    show(lambda: im.transpose(method))
for angle in (0, 30, 45, 90, 180, 270, -20, 123.4):
    show(lambda: im.rotate(angle))
    show(lambda: im.rotate(angle, expand=True))
show(lambda: im.rotate(10, fillcolor=(255, 0, 0)))
show(lambda: im.rotate(25, center=(3, 4), translate=(2, -1)))
show(lambda: im.crop((5, 6, 20, 30)))
show(lambda: im.crop((-3, -3, 5, 5)))
show(lambda: im.crop((10, 0, 5, 5)))
show(lambda: im.crop())
z = Image.new("RGB", (30, 30), "blue")
z.paste(im.crop((0, 0, 10, 10)), (5, 5))
show(lambda: z)
z.paste(im.crop((0, 0, 10, 10)), (25, 25), im.convert("L").crop((0, 0, 10, 10)))
show(lambda: z)
z.paste((1, 2, 3), (0, 0, 4, 4))
show(lambda: z)
z.putpixel((2, 3), (9, 8, 7))
print(z.getpixel((2, 3)), im.getpixel((3, 4)), im.convert("L").getpixel((3, 4)), im.getextrema(), im.convert("L").getextrema(), im.getbbox())
show(lambda: im.getpixel((99, 0)))
