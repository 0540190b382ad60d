# close
# Pictures as arrays and back: load_img, img_to_array, array_to_img, save_img.
import io
import pathlib
import tempfile
import numpy as np
import keras
from PIL import Image

u = keras.utils
folder = tempfile.mkdtemp()
pixels = (np.indices((21, 24)).sum(0)[..., None] * [3, 5, 2]).clip(0, 255).astype("uint8")
path = folder + "/a.png"
Image.fromarray(pixels).save(path)
print(u.load_img(path).size, u.img_to_array(u.load_img(path, target_size=(5, 6))).shape, u.load_img(pathlib.Path(path)).mode)
for method in ("nearest", "bilinear", "bicubic", "hamming", "box", "lanczos"):
    small = u.img_to_array(u.load_img(path, color_mode="grayscale", target_size=(9, 9), interpolation=method))
    print(method, small.shape, small.dtype, small.ravel()[::11].tolist())
print(u.load_img(path, target_size=(5, 20), keep_aspect_ratio=True, interpolation="bilinear").getpixel((3, 3)), u.load_img(path, color_mode="rgba").mode)
with open(path, "rb") as file:
    print(u.load_img(io.BytesIO(file.read())).size)
x = np.random.RandomState(0).rand(6, 7, 3)
print(np.asarray(u.array_to_img(x)).ravel()[:9].tolist(), u.array_to_img(x[..., :1]).mode, u.array_to_img(x[..., :1] * 300, scale=False).mode)
u.save_img(folder + "/s.png", x)
print(u.img_to_array(u.load_img(folder + "/s.png")).ravel()[5:12].tolist())
u.save_img(folder + "/s.jpg", np.ones((8, 8, 3)) * 255, scale=False)
print(u.img_to_array(u.load_img(folder + "/s.jpg")).ravel()[:4].tolist(), u.img_to_array(x, data_format="channels_first").shape, u.img_to_array(x[..., 0]).shape)
print(u.array_to_img(np.moveaxis(x, 2, 0), data_format="channels_first").size, u.img_to_array(Image.new("L", (3, 2), 7), dtype="uint8").ravel().tolist())
print(keras.preprocessing.image.img_to_array(pixels).dtype, keras.preprocessing.image.load_img(path).size, keras.preprocessing.image.array_to_img(x).size)
