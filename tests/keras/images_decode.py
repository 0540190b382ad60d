# close
# Pictures decoded by tf.io, and encoded again.
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


read = tf.io.read_file
x = tf.io.decode_png(read(folder + "rgb.png"))
show(lambda: x)
show(lambda: tf.image.decode_png(read(folder + "rgb.png"), channels=1))
show(lambda: tf.io.decode_png(read(folder + "rgba.png"), channels=3))
show(lambda: tf.io.decode_png(read(folder + "rgba.png")))
show(lambda: tf.io.decode_png(read(folder + "grey.png"), channels=3))
show(lambda: tf.io.decode_png(read(folder + "grey.png"), channels=4))
show(lambda: tf.io.decode_png(read(folder + "grey.png"), dtype=tf.uint16))
show(lambda: tf.image.decode_image(read(folder + "grey.png"), dtype=tf.float32, expand_animations=False))
print(np.abs(tf.io.decode_jpeg(read(folder + "rgb.jpg"), channels=3).numpy().astype("int32") - rgb).mean() < 6)
print(tf.image.decode_jpeg(read(folder + "rgb.jpg"), channels=1).shape, tf.io.decode_image(read(folder + "rgb.jpg")).shape)
show(lambda: tf.image.decode_png(tf.io.encode_png(x)))
show(lambda: tf.image.decode_png(tf.image.encode_png(tf.cast(x, tf.uint16) * 200), dtype=tf.uint16))
print(tf.image.decode_jpeg(tf.image.encode_jpeg(x, quality=80)).shape, tf.io.encode_jpeg(x, quality=90).dtype)
print(tf.io.is_jpeg(read(folder + "rgb.jpg")), tf.image.is_jpeg(read(folder + "rgb.png")))
show(lambda: tf.io.decode_jpeg(read(folder + "grey.png"), channels=1))
with open(folder + "cut.png", "wb") as file:
    file.write(read(folder + "rgb.png").numpy()[:200])
for call in (lambda: tf.io.decode_png(read(folder + "cut.png")), lambda: tf.io.decode_jpeg(read(folder + "rgb.jpg").numpy()[:300]),
             lambda: tf.io.decode_gif("x"), lambda: tf.io.decode_bmp("x"), lambda: tf.image.decode_bmp("x"),
             lambda: tf.image.decode_gif("x")):
    try:
        call()
    except Exception as error:
        print(isinstance(error, (tf.errors.InvalidArgumentError, NotImplementedError)))
