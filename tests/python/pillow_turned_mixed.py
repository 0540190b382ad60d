# Pictures turned by lines and cubics, mixed by a matrix, in four inks, made smaller by parts, and written as BMP.
import io

import numpy as np
from PIL import Image

rgb = Image.fromarray((np.arange(60).reshape(4, 5, 3) * 37 % 256).astype("uint8"))
grey = rgb.convert("L")
for picture in (grey, rgb, Image.fromarray(np.arange(12, dtype="float32").reshape(3, 4))):
    for how in (Image.NEAREST, Image.BILINEAR, Image.BICUBIC):
        turned = picture.rotate(30, resample=how)
        print(picture.mode, int(how), turned.size, np.asarray(turned).ravel().tolist()[:30])
        wide = picture.rotate(-75, how, expand=True, fillcolor=7 if picture.mode != "RGB" else (1, 2, 3))
        print(wide.size, round(float(np.asarray(wide).sum()), 2))
print(np.asarray(grey.rotate(10, Image.BICUBIC, center=(1, 1), translate=(1, 0))).tolist())
print(rgb.convert("L", (0.5, 0.25, 0.25, 0)).tobytes())
print(rgb.convert("L", (0.5, 1.5, 0.25, -10)).tobytes())
print(rgb.convert("RGB", (1, 0, 0, 5, 0, 1, 0, 0, 0, 0.5, 1, 0)).tobytes()[:30])
print(rgb.convert("RGB", (1, 2, 3, 4)).tobytes()[:30], rgb.convert(matrix=(1, 2, 3, 4)).mode)
ink = rgb.convert("CMYK")
print(ink.mode, ink.getbands(), ink.tobytes()[:24], grey.convert("CMYK").tobytes()[:24])
print(ink.convert("RGB") == rgb, ink.convert("L").tobytes()[:12], np.asarray(ink.rotate(20, Image.BILINEAR)).sum())
print(rgb.reduce(2, (1, 0, 5, 3)).tobytes(), rgb.reduce((2, 1), (0, 1, 4, 4)).size)
print(sorted(rgb.__array_interface__.items(), key=lambda item: item[0])[1:])
for kind in ("int8", "int16", "uint32", "uint16", "float64"):
    made = Image.fromarray(np.array([[1, 2], [3, 100]], kind))
    print(kind, made.mode, np.asarray(made).tolist())
print(Image.fromarray(np.array([[-5]], "int8")).getpixel((0, 0)), Image.fromarray(np.zeros((1, 1, 4), "uint8"), "CMYK").mode)
for picture in (rgb, grey, grey.convert("1"), rgb.convert("RGBA")):
    file = io.BytesIO()
    picture.save(file, "BMP")
    data = file.getvalue()
    print(picture.mode, len(data), data[:54], sum(data[54:]))
    if picture.mode in ("RGB", "L"):
        print(Image.open(io.BytesIO(data)).convert(picture.mode).tobytes() == picture.tobytes())
