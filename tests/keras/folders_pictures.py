# close
# Folders of pictures as datasets.
import os
import tempfile
import numpy as np
import keras
import tensorflow as tf
from PIL import Image

folder = tempfile.mkdtemp()
for kind, count in (("roses", 5), ("daisy", 4), ("tulips", 6)):
    os.makedirs(f"{folder}/{kind}")
    for i in range(count):
        pixels = (np.indices((20 + i, 24)).sum(0)[..., None] * [3, 5, 2] + i * 7).clip(0, 255).astype("uint8")
        Image.fromarray(pixels).save(f"{folder}/{kind}/{i}.png")


def show(data):
    for e in data:
        if isinstance(e, tuple):
            print(e[0].shape, e[0].dtype, "%.1f" % float(tf.reduce_mean(e[0])), e[1].numpy().tolist(), e[1].dtype)
        else:
            print(e.shape, "%.1f" % float(tf.reduce_mean(e)))


read = keras.utils.image_dataset_from_directory
data = read(folder, image_size=(12, 10), batch_size=4, shuffle=False)
print(data.class_names, data.element_spec, len(data), [os.path.relpath(p, folder) for p in data.file_paths][:3])
show(data)
for mode in ("categorical", None):
    show(read(folder, label_mode=mode, image_size=(12, 10), batch_size=8, shuffle=False, color_mode="grayscale"))
show(read(folder, label_mode="binary", class_names=["tulips", "roses"], image_size=(8, 8), shuffle=False, interpolation="nearest", crop_to_aspect_ratio=True))
show(read(folder, image_size=(8, 8), shuffle=False, pad_to_aspect_ratio=True, color_mode="rgba", class_names=["daisy"]))
parts = [read(folder, validation_split=0.2, subset=part, seed=123, image_size=(8, 8), batch_size=4) for part in ("training", "validation")]
print([[os.path.relpath(p, folder) for p in part.file_paths] for part in parts], sorted(int(y) for _, ys in parts[1] for y in ys))
a, b = read(folder, validation_split=0.4, subset="both", seed=3, image_size=(8, 8), batch_size=None, verbose=False)
print(len(a), len(b), a.element_spec)
print(read(folder, image_size=3, labels=list(range(15)), shuffle=False).class_names, read(folder, labels=None, image_size=(3, 3)).class_names)
image = np.arange(60.0).reshape(4, 5, 3).astype("float32")
print(keras.preprocessing.image.smart_resize(image, (2, 2)).ravel().round(2).tolist(), keras.preprocessing.image_dataset_from_directory(folder, image_size=(4, 4)).class_names)
