# OpenCV's functions for pictures; where it is not installed, the same by numpy and Pillow.
import os
import tempfile
import numpy as np
from PIL import Image

try:
    import cv2
except ImportError:
    cv2 = None
folder = tempfile.mkdtemp() + "/"
rgb = (np.indices((6, 8)).sum(0)[..., None] * [9, 5, 3] + 20).astype("uint8")
Image.fromarray(rgb).save(folder + "a.png")
if cv2:
    bgr = cv2.imread(folder + "a.png")
    grey = cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY)
    back = cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB)
    wide = cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR)
    half = cv2.resize(bgr, (4, 3), interpolation=cv2.INTER_AREA)
    same = cv2.resize(grey, (8, 6))
    near = cv2.resize(grey, None, fx=2, fy=2, interpolation=cv2.INTER_NEAREST)
    turned = [cv2.flip(grey, 1), cv2.flip(grey, 0), cv2.rotate(grey, cv2.ROTATE_90_CLOCKWISE), cv2.bitwise_not(grey)]
    level, black = cv2.threshold(grey, 60, 255, cv2.THRESH_BINARY)
    merged = cv2.merge(cv2.split(bgr)[::-1])
    cv2.imwrite(folder + "b.png", bgr)
    missing = cv2.imread(folder + "none.png")
    flat = cv2.imread(folder + "a.png", cv2.IMREAD_GRAYSCALE)
    with open(folder + "a.png", "rb") as file:
        again = cv2.imdecode(np.frombuffer(file.read(), dtype="uint8"), cv2.IMREAD_COLOR)
    cv2.waitKey(1)
    cv2.destroyAllWindows()
    for call in (lambda: cv2.imshow("a", bgr), lambda: cv2.VideoCapture("none.avi"), lambda: cv2.CascadeClassifier("none.xml")):
        try:
            call()
        except (NotImplementedError, cv2.error):
            pass
else:
    bgr, back, again = rgb[..., ::-1], rgb, rgb[..., ::-1]
    grey = flat = ((rgb[..., 2].astype(int) * 3735 + rgb[..., 1].astype(int) * 19235 + rgb[..., 0].astype(int) * 9798 + 16384) >> 15).astype("uint8")
    wide = np.repeat(grey[..., None], 3, axis=2)
    half = np.rint(bgr.reshape(3, 2, 4, 2, 3).mean(axis=(1, 3))).astype("uint8")
    same, near = grey, grey.repeat(2, 0).repeat(2, 1)
    turned = [grey[:, ::-1], grey[::-1], np.rot90(grey, 3), 255 - grey]
    level, black = 60.0, np.where(grey > 60, 255, 0).astype("uint8")
    merged, missing = bgr[..., ::-1], None
    Image.fromarray(rgb).save(folder + "b.png")
print(bgr.shape, bgr[0, 0], grey[0], back[1, 1], wide.shape, half[0], same[2, :4], near.shape, near[1, :4])
print([(each.shape, each.ravel()[:3].tolist()) for each in turned], level, black.ravel()[20:28], merged[0, 1], missing, flat[5, :3], again[2, 2])
print(np.asarray(Image.open(folder + "b.png"))[3, 3], os.path.exists(folder + "b.png"))
try:
    import tensorflow_datasets as sets
except ImportError:
    sets = None
if sets:
    sets.disable_progress_bar()
    sets.as_numpy(__import__("tensorflow").constant(1))
    try:
        sets.load("no_such_set")
    except ModuleNotFoundError:
        pass
if not hasattr(Image, "core"):
    im = Image.fromarray(rgb)
    for call in (lambda: im.quantize(4), lambda: im.filter(None), im.show):
        try:
            call()
        except NotImplementedError:
            pass
