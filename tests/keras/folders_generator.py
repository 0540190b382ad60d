# close
# ImageDataGenerator over folders and tables of pictures.
import os
import tempfile
import warnings
import numpy as np
import pandas as pd
from PIL import Image
try:
    from keras.src.legacy.preprocessing.image import ImageDataGenerator
except ImportError:
    from keras.preprocessing.image import ImageDataGenerator

warnings.simplefilter("ignore")
folder = tempfile.mkdtemp()
for kind, count in (("roses", 5), ("daisy", 4), ("tulips", 6)):
    os.makedirs(f"{folder}/{kind}")
    for i in range(count):
        pixels = (np.indices((20 + i, 24)).sum(0)[..., None] * [3, 5, 2] + i * 7).clip(0, 255).astype("uint8")
        Image.fromarray(pixels).save(f"{folder}/{kind}/{i}.png")

g = ImageDataGenerator(rescale=1 / 255.0, validation_split=0.3)
it = g.flow_from_directory(folder, target_size=(10, 9), batch_size=4, shuffle=False)
print(it.class_indices, it.classes.tolist(), it.samples, it.num_classes, len(it), it.filenames[:2], it.image_shape)
x, y = next(it)
it.reset()
if hasattr(it, "next"):
    it.next()
    it.reset()
print(x.shape, x.dtype, "%.4f" % x.mean(), y.tolist())
for mode in ("binary", "sparse", "input", None):
    e = next(g.flow_from_directory(folder, target_size=(4, 4), class_mode=mode, batch_size=3, shuffle=False))
    print(mode, [np.shape(z) for z in e] if isinstance(e, tuple) else e.shape)
train = g.flow_from_directory(folder, target_size=(4, 4), subset="training", seed=5, batch_size=20)
valid = g.flow_from_directory(folder, target_size=(4, 4), subset="validation", seed=5, color_mode="grayscale", batch_size=20)
print(train.samples, valid.samples, next(train)[1].argmax(1).tolist(), next(valid)[0].shape, len(train[0][0]))
changed = ImageDataGenerator(brightness_range=(0.5, 1.5), rotation_range=20, horizontal_flip=True)
e = next(changed.flow_from_directory(folder, target_size=(8, 8), batch_size=3, seed=7, class_mode="sparse", interpolation="bilinear", keep_aspect_ratio=True))
print(["%.0f" % v for v in e[0].ravel()[::60]], e[1].tolist())
kept = tempfile.mkdtemp()
next(changed.flow_from_directory(folder, target_size=(8, 8), batch_size=3, save_to_dir=kept, save_prefix="p", save_format="png", shuffle=False))
np.random.seed(1)
next(changed.flow(np.ones((2, 8, 8, 3)), batch_size=2, save_to_dir=kept, save_prefix="q"))
print(len(os.listdir(kept)), sorted(os.listdir(kept))[0][:4])
table = pd.DataFrame({"filename": [f"roses/{i}.png" for i in range(5)] + ["daisy/0.png", "none.png"], "class": ["r"] * 5 + ["d", "d"],
                      "w": [1.0, 2, 3, 4, 5, 6, 7], "v": [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]})
for mode in ("categorical", "binary", "sparse", "raw", None):
    e = next(g.flow_from_dataframe(table, folder, y_col="v" if mode == "raw" else "class", class_mode=mode, target_size=(5, 5), batch_size=4, shuffle=False))
    print(mode, e[1].tolist() if isinstance(e, tuple) else e.shape)
it = g.flow_from_dataframe(table, folder, weight_col="w", class_mode="sparse", classes=["r"], target_size=(5, 5), shuffle=False, subset="training")
e = next(it)
print(len(e), e[2].tolist(), it.filenames)
e = next(g.flow_from_dataframe(table[:5], folder, y_col=["v", "w"], class_mode="multi_output", target_size=(5, 5), shuffle=False))
print([part.tolist() for part in e[1]])
for call in (lambda: g.flow_from_directory(folder, subset="q"), lambda: g.flow_from_directory(folder, color_mode="q"), lambda: g.flow_from_dataframe(table, folder, y_col="v"),
             lambda: g.flow_from_dataframe(table[:5], folder, class_mode="binary"), lambda: g.flow_from_dataframe(table, folder, y_col="v", class_mode="multi_output"),
             lambda: g.flow_from_dataframe(table, folder, weight_col="class"), lambda: ImageDataGenerator(brightness_range=3)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
