# Pictures opened and saved: kinds of files, modes, errors.
import io
import os
import tempfile
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



Image.fromarray(rgb).save(folder + "a.png")
Image.fromarray(rgba).save(folder + "rgba.png")
Image.fromarray(rgb[..., 0]).save(folder + "grey.png")
Image.fromarray(np.dstack([rgb[..., 0], rgba[..., 3]])).save(folder + "la.png")
Image.fromarray(rgb[..., 0] > 128).save(folder + "one.png")
Image.fromarray(rgb[..., 0].astype("uint16") * 200).save(folder + "i16.png")
Image.fromarray(rgb).save(folder + "a.jpg")
for name in ("a.png", "rgba.png", "grey.png", "la.png", "one.png", "i16.png"):
    with Image.open(folder + name) as im:
        show(lambda: im)
        print(im.format, im.mode, im.size, im.width, im.height, os.path.basename(im.filename), repr(im).split(" at ")[0])
im = Image.open(folder + "a.jpg")
im.load()
im.verify()
im.seek(0)
print(im.format, im.mode, im.size, im.tell(), np.abs(np.asarray(im).astype(int) - rgb).mean() < 8)
place = io.BytesIO()
Image.fromarray(rgb).save(place, format="PNG")
place.seek(0)
show(lambda: Image.open(place))
Image.fromarray(rgb[..., 0]).save(folder + "grey.jpg", quality=100, subsampling=0)
print(np.abs(np.asarray(Image.open(folder + "grey.jpg")).astype(int) - rgb[..., 0]).max() <= 3)
with open(folder + "bad.png", "w") as file:
    file.write("nothing here")
os.chdir(folder)
show(lambda: Image.open("bad.png"))
show(lambda: Image.open("none.png"))
show(lambda: Image.fromarray(rgba).save("x.jpg"))
show(lambda: im.save("x.foo"))
show(lambda: im.save(io.BytesIO()))
print(PIL.UnidentifiedImageError.__mro__[1], im.close())
