# close
# tf.image: dtypes, grey, brightness, contrast, colours, and changes at random.
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
f = t.convert_image_dtype(x, tf.float32)
for call in (lambda: f, lambda: t.convert_image_dtype(f, tf.uint8), lambda: t.convert_image_dtype(f * 2, tf.uint8, saturate=True),
             lambda: t.convert_image_dtype(x, tf.uint16), lambda: t.rgb_to_grayscale(f),
             lambda: t.grayscale_to_rgb(t.rgb_to_grayscale(f)), lambda: t.per_image_standardization(x),
             lambda: t.per_image_standardization(tf.stack([f, f * 0.5])), lambda: t.adjust_brightness(x, 0.2),
             lambda: t.adjust_brightness(f, -0.3), lambda: t.adjust_contrast(f, 0.5), lambda: t.adjust_gamma(f, 0.5),
             lambda: t.adjust_saturation(f, 0.3), lambda: t.adjust_hue(f, -0.1), lambda: t.rgb_to_hsv(f),
             lambda: t.hsv_to_rgb(t.rgb_to_hsv(f)), lambda: t.psnr(x, t.adjust_brightness(x, 0.1), 255),
             lambda: t.total_variation(f) / 1000):
    show(call)
print(t.random_crop(x, [10, 10, 3]).shape, t.random_flip_left_right(x).shape, t.random_flip_up_down(tf.stack([x, x])).shape)
print(t.random_brightness(x, 0.2).dtype, t.random_contrast(x, 0.2, 0.5).shape, t.random_saturation(x, 0.5, 1.5).shape)
print(t.random_hue(x, 0.1).shape, t.random_jpeg_quality(x, 60, 90).shape, t.adjust_jpeg_quality(x, 75).shape)
s = (1, 2)
print(t.stateless_random_brightness(x, 0.1, seed=s).shape, t.stateless_random_contrast(x, 0.1, 0.9, seed=s).shape,
      t.stateless_random_crop(x, [5, 5, 3], seed=s).shape, t.stateless_random_flip_left_right(x, seed=s).shape,
      t.stateless_random_flip_up_down(x, seed=s).shape, t.stateless_random_hue(x, 0.1, seed=s).shape,
      t.stateless_random_saturation(x, 0.1, 0.9, seed=s).shape, t.stateless_random_jpeg_quality(x, 60, 90, seed=s).shape)
show(lambda: t.random_brightness(x, max_delta=-1))
show(lambda: t.random_contrast(x, 0.5, 0.4))
show(lambda: t.random_hue(x, 0.6))
show(lambda: t.random_saturation(x, -1, 0.4))
show(lambda: t.grayscale_to_rgb(x))
show(lambda: t.adjust_gamma(x, -1))
for call in (lambda: t.ssim(f, f, 1.0), lambda: t.extract_patches(f[None], [1, 3, 3, 1], [1, 3, 3, 1], [1, 1, 1, 1], "VALID"),
             lambda: t.crop_and_resize(f[None], [[0, 0, 1, 1]], [0], [3, 3])):
    try:
        call()
    except NotImplementedError:
        pass
g = tf.random.Generator.from_seed(3)
print(g.normal((2, 3)).shape, g.uniform([4], maxval=5, dtype=tf.int32).dtype, g.make_seeds(2).shape)
print(tf.random.split(s, num=3).shape, tf.random.fold_in(s, 4).shape, tf.random.Generator.from_non_deterministic_state().uniform(()).shape)
print(tf.random.stateless_uniform((2,), seed=s).dtype, tf.random.stateless_normal((2, 2), seed=s).shape,
      tf.random.stateless_uniform((2,), seed=s, maxval=4, dtype=tf.int64).dtype)
drawn, of_true, of_drawn = tf.random.log_uniform_candidate_sampler(tf.constant([[2]], tf.int64), 1, 4, True, 8, seed=1)
print(drawn.shape, len(set(drawn.numpy().tolist())), of_true.shape, of_drawn.dtype)
