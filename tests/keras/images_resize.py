# close
# tf.image: other sizes, parts, turned.
import os
import tempfile
import numpy as np
import tensorflow as tf
from PIL import Image

folder = tempfile.mkdtemp() + "/"
rows, columns = np.mgrid[0:37, 0:53]
rgb = np.stack([(128 + 100 * np.sin(columns / 5.0 + k) + 20 * np.cos(rows / 3.0)).clip(0, 255) for k in range(3)], -1).astype("uint8")
Image.fromarray(rgb).save(folder + "rgb.png")
Image.fromarray(rgb).save(folder + "rgb.jpg", quality=90)
Image.fromarray(np.dstack([rgb, rgb[..., 0] // 2 + 60])).save(folder + "rgba.png")
Image.fromarray(rgb[..., 0]).save(folder + "grey.png")


def show(call):
    try:
        made = np.asarray(call())
        numbers = made.astype("float64").ravel()
        print(made.shape, made.dtype, *["%.1f" % number for number in numbers[::max(1, made.size // 6)]])
    except Exception as error:
        print(type(error).__name__, error)


x = tf.io.decode_png(tf.io.read_file(folder + "rgb.png"))
t = tf.image
for method in ("bilinear", "nearest", "area", t.ResizeMethod.LANCZOS3):
    show(lambda: t.resize(x, [20, 30], method=method))
    show(lambda: t.resize(x, [61, 70], method=method))
show(lambda: t.resize(x, (20, 30), preserve_aspect_ratio=True))
show(lambda: t.resize(tf.stack([x, x]), (5, 5), antialias=True))
show(lambda: t.resize_with_pad(x, 20, 20))
show(lambda: t.resize_with_crop_or_pad(x, 20, 70))
show(lambda: t.resize_with_crop_or_pad(x, 41, 20))
show(lambda: t.central_crop(x, 0.5))
show(lambda: t.central_crop(x, 0.87))
show(lambda: t.crop_to_bounding_box(x, 1, 2, 10, 11))
show(lambda: t.pad_to_bounding_box(x, 1, 2, 60, 70))
for turn in (t.flip_left_right, t.flip_up_down, t.rot90, lambda p: t.rot90(p, 3), t.transpose,
             lambda p: t.flip_up_down(tf.stack([p, p]))):
    show(lambda: turn(x))
show(lambda: t.resize(x[..., 0], (3, 3)))
show(lambda: t.resize(x, (3, 3), method="foo"))
show(lambda: t.central_crop(x, 2))
show(lambda: t.crop_to_bounding_box(x, 30, 2, 10, 11))
show(lambda: t.pad_to_bounding_box(x, -1, 2, 60, 70))
show(lambda: t.resize(x, (3, 3, 3)))
