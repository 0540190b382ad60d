# close
# Layers of images on one image alone, outside of batches: in a map over a dataset, on arrays and under a tape.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf
from keras import layers, Sequential

image = np.arange(60, dtype="float32").reshape(4, 5, 3) / 60
for layer in (layers.Resizing(2, 3), layers.Resizing(3, 7, interpolation="nearest"), layers.Resizing(2, 4, crop_to_aspect_ratio=True),
              layers.Resizing(6, 4, pad_to_aspect_ratio=True), layers.CenterCrop(2, 3), layers.CenterCrop(6, 8)):
    one, batch = layer(image).numpy(), layer(image[None]).numpy()
    print(type(layer).__name__, one.shape, bool(np.all(one == batch[0])), float(one.mean()), float(one[0, 0, 0]))
for layer in (layers.RandomFlip(seed=1), layers.RandomRotation(0.2, seed=2), layers.RandomZoom(0.2, seed=3), layers.RandomContrast(0.3, seed=4),
              layers.RandomTranslation(0.1, 0.1, seed=5), layers.RandomBrightness(0.2, value_range=(0, 1), seed=6)):
    print(type(layer).__name__, layer(image, training=True).shape, bool(np.all(layer(image, training=False).numpy() == image)))
images = tf.data.Dataset.from_tensor_slices((np.stack([image, image / 2]), [0, 1]))
steps = Sequential([layers.Resizing(2, 2), layers.Rescaling(2.0)])
for picture, label in images.map(lambda picture, label: (layers.CenterCrop(2, 2)(picture), label)):
    print(picture.shape, int(label), float(tf.reduce_sum(picture)))
with tf.GradientTape() as tape:
    value = tf.Variable(image)
    total = tf.reduce_sum(layers.CenterCrop(2, 2)(value) ** 2)
print(tape.gradient(total, value).numpy()[1, 1].tolist())
for shape in ((4, 3), (1, 2, 4, 5, 3)):
    for layer in (layers.CenterCrop(2, 2), layers.RandomRotation(0.1)):
        try:
            layer(np.zeros(shape, "float32"), training=True)
        except ValueError as error:
            print(str(error).replace("\x1b[1m", "").replace("\x1b[0m", "").split("calling ")[-1].split("\n\n")[1 if "\n\n" in str(error) else 0])
