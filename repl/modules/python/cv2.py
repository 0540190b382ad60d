"""OpenCV's functions that lessons about networks use: pictures read, written, resized and recoloured (channels are BGR)."""
import os as _os

import _pictures
import numpy as _np

__version__ = "4.12.0"

IMREAD_UNCHANGED, IMREAD_GRAYSCALE, IMREAD_COLOR = -1, 0, 1
INTER_NEAREST, INTER_LINEAR, INTER_CUBIC, INTER_AREA, INTER_LANCZOS4 = range(5)
COLOR_BGR2BGRA, COLOR_BGRA2BGR, COLOR_BGR2RGB, COLOR_BGR2GRAY, COLOR_RGB2GRAY = 0, 1, 4, 6, 7
COLOR_RGB2BGR, COLOR_GRAY2BGR, COLOR_GRAY2RGB = 4, 8, 8
ROTATE_90_CLOCKWISE, ROTATE_180, ROTATE_90_COUNTERCLOCKWISE = range(3)
THRESH_BINARY, THRESH_BINARY_INV = 0, 1


class error(Exception):
    """What OpenCV's functions raise."""


def imread(filename, flags=IMREAD_COLOR):
    """The pixels of a file, or None where there is no such file or no picture in it."""
    if flags not in (IMREAD_UNCHANGED, IMREAD_GRAYSCALE, IMREAD_COLOR):
        raise NotImplementedError("cv2.imread() is there with IMREAD_COLOR, IMREAD_GRAYSCALE and IMREAD_UNCHANGED")
    if not _os.path.isfile(filename):
        return None
    with open(filename, "rb") as file:
        data = file.read()
    return imdecode(_np.frombuffer(data, dtype="uint8"), flags)


def imdecode(buf, flags):
    data = _np.asarray(buf, dtype="uint8").tobytes()
    try:
        if flags == IMREAD_GRAYSCALE and _pictures.kind(data) == "JPEG":
            return _pictures.open_stored(data)[0][..., 0] if _pictures.open_stored(data)[1] == "L" else cvtColor(
                imdecode(buf, IMREAD_COLOR), COLOR_BGR2GRAY)
        wanted = 0 if flags == IMREAD_UNCHANGED else 3
        pixels = _pictures.open_stored(data)[0] if _pictures.kind(data) == "JPEG" else _pictures.decode(data, wanted)
    except (ValueError, NotImplementedError):
        return None
    if pixels.shape[2] == 1:
        return _np.repeat(pixels, 3, axis=2) if flags == IMREAD_COLOR else pixels[..., 0]
    turned = _np.concatenate([pixels[..., 2::-1], pixels[..., 3:]], axis=2)
    return cvtColor(turned, COLOR_BGR2GRAY) if flags == IMREAD_GRAYSCALE else turned


def imwrite(filename, img, params=None):
    ending = _os.path.splitext(filename)[1].lower()
    if ending not in (".png", ".jpg", ".jpeg"):
        raise error(f"OpenCV(4.12.0) :-1: error: (-2:Unspecified error) could not find a writer for the specified extension in "
                    f"function 'imwrite_'\n")
    pixels = _np.asarray(img)
    pixels = pixels if pixels.dtype == _np.uint8 else _np.clip(_np.rint(pixels), 0, 255).astype("uint8")
    if pixels.ndim == 3 and pixels.shape[2] >= 3:
        pixels = _np.concatenate([pixels[..., 2::-1], pixels[..., 3:]], axis=2)
    data = _pictures.encode_png(pixels, None, 1) if ending == ".png" else _pictures.encode_jpeg(pixels[..., :3], 95, True)
    with open(filename, "wb") as file:
        file.write(data)
    return True


def cvtColor(src, code):
    pixels = _np.asarray(src)
    if pixels.size == 0 or src is None:
        raise error("OpenCV(4.12.0) error: (-215:Assertion failed) !_src.empty() in function 'cvtColor'\n")
    if code == COLOR_BGR2RGB:
        return pixels[..., ::-1].copy()
    if code == COLOR_GRAY2BGR:
        flat = pixels[..., 0] if pixels.ndim == 3 else pixels
        return _np.repeat(flat[..., None], 3, axis=2)
    if code in (COLOR_BGR2GRAY, COLOR_RGB2GRAY):
        b, r = (pixels[..., 0], pixels[..., 2]) if code == COLOR_BGR2GRAY else (pixels[..., 2], pixels[..., 0])
        g = pixels[..., 1]
        if pixels.dtype != _np.uint8:
            return (b * 0.114 + g * 0.587 + r * 0.299).astype(pixels.dtype)
        sums = b.astype("int32") * 3735 + g.astype("int32") * 19235 + r.astype("int32") * 9798
        return ((sums + 16384) >> 15).astype("uint8")
    if code == COLOR_BGR2BGRA:
        return _np.concatenate([pixels, _np.full(pixels.shape[:2] + (1,), 255, dtype=pixels.dtype)], axis=2)
    if code == COLOR_BGRA2BGR:
        return pixels[..., :3].copy()
    raise NotImplementedError(f"cv2.cvtColor(): the code {code} is not there")


def resize(src, dsize, dst=None, fx=0, fy=0, interpolation=INTER_LINEAR):
    pixels = _np.asarray(src)
    if src is None or pixels.size == 0:
        raise error("OpenCV(4.12.0) error: (-215:Assertion failed) !ssize.empty() in function 'resize'\n")
    if dsize is None or tuple(dsize) == (0, 0):
        dsize = round(pixels.shape[1] * fx), round(pixels.shape[0] * fy)
    columns, rows = (int(side) for side in dsize)
    work = pixels if pixels.ndim == 3 else pixels[..., None]
    if interpolation == INTER_NEAREST:
        down = _np.minimum(_np.floor(_np.arange(rows) * (work.shape[0] / rows)).astype("int64"), work.shape[0] - 1)
        across = _np.minimum(_np.floor(_np.arange(columns) * (work.shape[1] / columns)).astype("int64"), work.shape[1] - 1)
        made = work[down][:, across]
    else:
        shrinks = rows <= work.shape[0] and columns <= work.shape[1]
        if interpolation == INTER_AREA and shrinks:
            method = "area"
        elif interpolation in (INTER_LINEAR, INTER_AREA):
            method = "bilinear"
        else:
            raise NotImplementedError("cv2.resize() is there with INTER_NEAREST, INTER_LINEAR and INTER_AREA")
        made = _pictures.resize(work.astype("float32"), rows, columns, method, "tensorflow")
        made = _np.clip(_np.rint(made), 0, 255).astype("uint8") if pixels.dtype == _np.uint8 else made.astype(pixels.dtype)
    return made if pixels.ndim == 3 and made.shape[2] > 1 else made[..., 0]


def flip(src, flipCode):
    pixels = _np.asarray(src)
    return (pixels[::-1] if flipCode == 0 else pixels[:, ::-1] if flipCode > 0 else pixels[::-1, ::-1]).copy()


def rotate(src, rotateCode):
    return _np.rot90(_np.asarray(src), {0: 3, 1: 2, 2: 1}[rotateCode]).copy()


def threshold(src, thresh, maxval, type):
    if type not in (THRESH_BINARY, THRESH_BINARY_INV):
        raise NotImplementedError("cv2.threshold() is there with THRESH_BINARY and THRESH_BINARY_INV")
    pixels = _np.asarray(src)
    above = pixels > thresh
    made = _np.where(above if type == THRESH_BINARY else ~above, maxval, 0).astype(pixels.dtype)
    return float(thresh), made


def bitwise_not(src):
    return ~_np.asarray(src)


def split(m):
    return tuple(_np.asarray(m)[..., band].copy() for band in range(_np.asarray(m).shape[2]))


def merge(mv):
    return _np.stack(list(mv), axis=2)


def imshow(winname, mat):
    raise NotImplementedError("cv2.imshow() opens windows: plt.imshow(picture[..., ::-1]) shows it in the terminal")


def waitKey(delay=0):
    return -1


def destroyAllWindows():
    """Nothing is open."""


def VideoCapture(*args):
    raise NotImplementedError("cv2.VideoCapture is not there: nnsh reads no films and no cameras")


def CascadeClassifier(*args):
    raise NotImplementedError("cv2.CascadeClassifier is not there")
