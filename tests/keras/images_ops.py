"""keras.ops.image: pictures with values, in models, and followed by a tape."""
import keras
import numpy as np
import tensorflow as tf
from keras import ops

image = ops.image
rng = np.random.default_rng(0)
x = rng.random((2, 6, 8, 3)).astype("float32")


def show(name, tensor):
    numbers = ops.convert_to_numpy(tensor).astype("float64")
    weighted = (numbers * np.arange(numbers.size).reshape(numbers.shape)).sum() / numbers.size
    print(name, numbers.shape, round(float(numbers.sum()), 2), round(float(np.abs(numbers).max()), 2), round(float(weighted), 2))


show("patches", image.extract_patches(x, 2))
show("patches same", image.extract_patches(x, (3, 2), strides=(2, 1), padding="same"))
show("patches apart", image.extract_patches(x[0], 3, strides=1, dilation_rate=2))
show("patches 3d", image.extract_patches_3d(rng.random((1, 4, 4, 4, 2)).astype("float32"), 2))
show("tf", tf.image.extract_patches(x, [1, 2, 2, 1], [1, 3, 2, 1], [1, 1, 1, 1], "SAME"))
show("pad", image.pad_images(x, 2, 3, target_height=20, target_width=30))
show("crop", image.crop_images(x, 1, 1, target_height=3, target_width=4))
for method in ("bilinear", "nearest", "lanczos3"):
    show(method, image.resize(x, (9, 5), interpolation=method))
    show(method + " smooth", image.resize(x, (3, 4), interpolation=method, antialias=True))
show("cropped", image.resize(x, (4, 4), crop_to_aspect_ratio=True))
show("padded", image.resize(x, (4, 4), pad_to_aspect_ratio=True, fill_value=1.0))
small = image.resize((x * 255).astype("uint8"), (3, 3))
print(small.dtype.name, int(ops.convert_to_numpy(small).sum()))
show("grey", image.rgb_to_grayscale(x))
show("hsv", image.rgb_to_hsv(x))
show("rgb", image.hsv_to_rgb(x))
turn = np.array([[1.0, 0.1, 0.3, -0.1, 0.9, 1.2, 0, 0], [0.9, 0, -2.5, 0, 1.1, 2, 0.01, 0]], dtype="float32")
for method in ("nearest", "bilinear"):
    for fill in ("constant", "nearest", "wrap", "reflect"):
        show(f"affine {method} {fill}", image.affine_transform(x, turn, interpolation=method, fill_mode=fill, fill_value=0.5))
        show("one for all", image.affine_transform(x, turn[0] * 1.5, interpolation=method, fill_mode=fill))
places = (rng.random((2, 5, 4)) * 7 - 1.2).astype("float32")
for order in (0, 1):
    for fill in ("constant", "nearest", "wrap", "reflect"):
        show(f"places {order} {fill}", image.map_coordinates(x[0, :, :, 0], places, order, fill, 0.25))
show("blur", image.gaussian_blur(x, (5, 3), (2.0, 0.7)))
before = np.array([[0, 0], [7, 0], [0, 5], [7, 5]], dtype="float32")
behind = np.array([[1, 0], [6, 1], [0, 4], [7, 5]], dtype="float32")
show("perspective", image.perspective_transform(x, before, behind))
show("sobel", image.sobel_edges(x))
show("tf sobel", tf.image.sobel_edges(tf.constant(x)))
large = np.tile(x, (1, 2, 2, 1))
show("ssim", image.ssim(large, large * 0.9))
show("tf ssim", tf.image.ssim(tf.constant(large), tf.constant(large * 0.9), 1.0))
print(image.elastic_transform(x, seed=1).shape)

inputs = keras.Input((6, 8, 3))
for function in (lambda z: image.extract_patches(z, 2), lambda z: image.resize(z, (3, 4)),
                 lambda z: image.resize(z, (9, 9), interpolation="nearest"), image.rgb_to_grayscale, image.rgb_to_hsv,
                 image.hsv_to_rgb, lambda z: image.pad_images(z, 1, 1, target_height=10, target_width=10),
                 lambda z: image.crop_images(z, 1, 1, target_height=2, target_width=2), image.gaussian_blur,
                 lambda z: image.affine_transform(z, turn[0]), image.sobel_edges):
    outputs = function(inputs)
    there = keras.Model(inputs, outputs).predict(x, verbose=0)
    print(outputs.shape, bool(np.abs(there - ops.convert_to_numpy(function(x))).max() < 1e-4))

weights = tf.Variable(x)
with tf.GradientTape(persistent=True) as tape:
    small = tf.reduce_sum(image.resize(weights, (3, 4)) ** 2) + tf.reduce_sum(image.extract_patches(weights, 2) ** 2)
    grey = tf.reduce_sum(image.rgb_to_grayscale(weights) ** 2)
show("slope", tape.gradient(small, weights))
show("slope of grey", tape.gradient(grey, weights))
for attempt in (lambda: image.extract_patches(x, "2"), lambda: image.extract_patches(x, (1, 2, 3, 4)),
                lambda: image.pad_images(x, 1, 1), lambda: image.pad_images(x, -1, 1, target_height=9, target_width=9),
                lambda: image.crop_images(x, 1, 1, 1), lambda: image.crop_images(x[0, 0], 1, 1, 1, 1),
                lambda: image.resize(x, (3,)), lambda: image.resize(x, (0, 3)), lambda: image.resize(x, (3, 3), interpolation="x"),
                lambda: image.resize(x, (3, 3), crop_to_aspect_ratio=True, pad_to_aspect_ratio=True),
                lambda: image.rgb_to_grayscale(x[..., :2]), lambda: image.rgb_to_hsv(x[0, 0]),
                lambda: image.rgb_to_hsv((x * 255).astype("uint8")),
                lambda: image.rgb_to_hsv(keras.Input((4, 4, 2))),
                lambda: image.affine_transform(x, turn[None]), lambda: image.affine_transform(x, turn, fill_mode="x"),
                lambda: image.map_coordinates(x[0, :, :, 0], places[:1], 1), lambda: image.map_coordinates(x[0, 0, 0], places[:1, 0, 0], 1),
                lambda: image.map_coordinates(x[0, :, :, 0], places, 2),
                lambda: image.perspective_transform(x, before[:3], behind), lambda: image.perspective_transform(x, before[None], behind),
                lambda: image.sobel_edges(keras.Input((4, 4))), lambda: image.ssim(x[0, 0], x[0, 0])):
    try:
        attempt()
    except (ValueError, TypeError, NotImplementedError) as error:
        print(type(error).__name__, str(error).split(" Argument")[0][:150])
