# What folders of pictures and of texts refuse.
import os
import tempfile
import numpy as np
import keras
from PIL import Image

folder = tempfile.mkdtemp()
os.chdir(folder)
folder = "pictures"
for kind, count in (("roses", 5), ("daisy", 4), ("tulips", 6)):
    os.makedirs(f"{folder}/{kind}")
    for i in range(count):
        pixels = (np.indices((20 + i, 24)).sum(0)[..., None] * [3, 5, 2] + i * 7).clip(0, 255).astype("uint8")
        Image.fromarray(pixels).save(f"{folder}/{kind}/{i}.png")


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


u = keras.utils
read = u.image_dataset_from_directory
for options in (dict(validation_split=0.2, subset="training"), dict(validation_split=0.2), dict(color_mode="bgr"), dict(labels=[1, 2]), dict(label_mode="foo"),
                dict(class_names=["x"]), dict(interpolation="cubic"), dict(image_size=(1, 2, 3)), dict(labels=3), dict(label_mode="binary"),
                dict(validation_split=2, subset="training"), dict(validation_split=0.2, subset="all"), dict(labels=[1], class_names=["a"]), dict(format="q")):
    attempt(lambda: read(folder, verbose=False, **options))
attempt(lambda: read("nowhere"))
os.mkdir("empty")
attempt(lambda: read("empty"))
texts = u.text_dataset_from_directory
attempt(lambda: texts(folder))
attempt(lambda: texts(folder, labels=3))
attempt(lambda: texts(folder, label_mode="q"))
path = folder + "/roses/1.png"
attempt(lambda: u.load_img(path, color_mode="x"))
attempt(lambda: u.load_img("none.png"))
attempt(lambda: u.load_img(3))
attempt(lambda: u.load_img(path, target_size=(3, 3), interpolation="q"))
attempt(lambda: u.array_to_img(np.zeros((3, 3))))
attempt(lambda: u.array_to_img(np.zeros((3, 3, 2))))
attempt(lambda: u.img_to_array(np.zeros((3, 3, 2, 2))))
