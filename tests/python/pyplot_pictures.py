# plt.imread and plt.imsave.
import io
import os
import tempfile
import matplotlib.image as mpimg
import matplotlib.pyplot as plt
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



def numbers(call):
    try:
        made = call()
        print(made.shape, made.dtype, "%.3f" % made.astype("float64").sum())
    except Exception as error:
        print(type(error).__name__, error)


Image.fromarray(rgb).save(folder + "a.png")
Image.fromarray(rgba).save(folder + "rgba.png")
Image.fromarray(rgb[..., 0]).save(folder + "grey.png")
Image.fromarray(np.dstack([rgb[..., 0], rgba[..., 3]])).save(folder + "la.png")
Image.fromarray(rgb[..., 0] > 128).save(folder + "one.png")
Image.fromarray(rgb[..., 0].astype("uint16") * 200).save(folder + "i16.png")
for name in ("a", "rgba", "grey", "la", "one", "i16"):
    numbers(lambda: plt.imread(folder + name + ".png"))
draw = np.random.RandomState(0)
grey, colours = draw.rand(5, 6), draw.rand(4, 5, 3)
plt.imsave(folder + "g.png", (grey > 0.5) * 2.0, cmap="gray", vmin=0, vmax=2)
numbers(lambda: plt.imread(folder + "g.png"))
plt.imsave(folder + "c.png", colours, origin="lower")
numbers(lambda: mpimg.imread(folder + "c.png"))
mpimg.imsave(folder + "u.png", (colours * 255).astype("uint8"))
numbers(lambda: mpimg.imread(folder + "u.png"))
plt.imsave(folder + "c.jpg", np.full((8, 8, 3), 0.5))
numbers(lambda: plt.imread(folder + "c.jpg"))
place = io.BytesIO()
plt.imsave(place, grey > 0.5, format="png", cmap="gray")
place.seek(0)
numbers(lambda: plt.imread(place))
numbers(lambda: plt.imsave(folder + "d.png", np.zeros((3, 3, 5))))
numbers(lambda: plt.imsave(folder + "d.png", colours * 3))
