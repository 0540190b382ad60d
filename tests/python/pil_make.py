# Pictures out of arrays, colours and bytes.
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



for mode, size, colour in (("RGB", (3, 2), (1, 2, 3)), ("L", (3, 2), 7), ("RGB", (2, 2), "red"), ("RGBA", (2, 2), 0), ("RGB", (2, 2), "#102030"), ("L", (2, 2), "white"), ("F", (2, 2), 1.5)):
    show(lambda: Image.new(mode, size, colour))
whole = np.arange(24)
for array in (whole[:12].astype("uint8").reshape(3, 4), whole[:12].astype("float32").reshape(3, 4), whole[:12].reshape(3, 4), np.zeros((2, 2, 3)),
              whole.astype("uint8").reshape(2, 4, 3), whole.astype("uint8").reshape(2, 3, 4), np.zeros((2, 2, 1), "uint8"), whole[:6].reshape(2, 3) > 2,
              whole[:6].astype("uint16").reshape(2, 3), whole[:6].astype("int32").reshape(2, 3), np.zeros((2, 2, 2, 2)), np.zeros(3, "uint8")):
    show(lambda: Image.fromarray(array))
im = Image.frombytes("L", (3, 2), bytes(range(6)))
show(lambda: im)
print(im.tobytes(), len(Image.fromarray(rgb).tobytes()), im.histogram()[:7], list(im.get_flattened_data()), im == im.copy(), im.getpalette())
show(lambda: Image.frombytes("L", (3, 3), b"abc"))
print(np.array(im, dtype="float32") / 255, np.asarray(im).shape, np.asarray(Image.fromarray(rgb).convert("L").resize((4, 4))).reshape(-1)[:3])
show(lambda: Image.fromarray(rgb).point(lambda v: v * 0.5))
show(lambda: Image.fromarray(rgb[..., 0]).point(lambda p: p > 128 and 255))
show(lambda: Image.fromarray(rgb[..., 0]).point(lambda v: 0 if v < 100 else 255, "1"))
show(lambda: Image.blend(Image.fromarray(rgb), Image.fromarray(255 - rgb), 0.3))
show(lambda: Image.blend(Image.fromarray(rgb), im, 0.3))
show(lambda: Image.new("Q", (2, 2)))
for call in (lambda: im.quantize(4), lambda: im.filter(None), lambda: im.show()):
    try:
        call() if "DISPLAY" in os.environ and False else None
    except NotImplementedError:
        pass
