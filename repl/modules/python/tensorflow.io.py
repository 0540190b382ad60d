"""tf.io: files, pictures and lines of text as tensors."""
import glob as _glob
import os as _os
import shutil as _shutil

import _pictures
import _tensorflow_errors as _errors
import numpy as _np
from _keras import array as _array, is_tensor as _is_tensor, make as _make
from _tensorflow_readers import decode_csv, names as _names
from _tensorflow_text import bytes_of as _bytes_of, kind_of as _kind_of, texts as _texts


def _one(value, op, text="`contents` must be scalar but got shape{}"):
    """The text that an op takes; `text` is what it says of a tensor of several."""
    shape, items = _bytes_of(value, op)
    if shape != ():
        shown = str(list(shape)).replace(" ", "")
        raise _errors.said_by(_errors.InvalidArgumentError, op, text.format(shown), named=False)
    return items[0]


def read_file(filename, name=None):
    path = _one(filename, "ReadFile", "Input filename tensor must be scalar, but had shape: {}").decode()
    if not _os.path.exists(path):
        raise _errors.said_by(_errors.NotFoundError, "ReadFile", f"{path}; No such file or directory", named=False)
    with open(path, "rb") as file:
        return _texts((), [file.read()])


def write_file(filename, contents, name=None):
    path = _one(filename, "WriteFile", "Input filename tensor must be scalar, but had shape: {}").decode()
    data = _one(contents, "WriteFile", "Contents tensor must be scalar, but had shape: {}")
    folder = _os.path.dirname(path)
    if folder:
        _os.makedirs(folder, exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def matching_files(pattern, name=None):
    found = sorted(path for each in _names(pattern) for path in _glob.glob(each))
    return _texts((len(found),), [path.encode() for path in found])


# ---- Pictures ----

def _decoded(contents, channels, dtype, op):
    kind = getattr(dtype, "name", dtype)
    if op == "DecodePng" and kind not in ("uint8", "uint16"):
        raise _errors.InvalidArgumentError(
            None, None, f"Value for attr 'dtype' of {_kind_of(kind)} is not in the list of allowed values: uint8, "
                        f"uint16\n\t; NodeDef: "
            "{{node DecodePng}}; Op<name=DecodePng; signature=contents:string -> image:dtype; "
            "attr=channels:int,default=0; "
            "attr=dtype:type,default=DT_UINT8,allowed=[DT_UINT8, DT_UINT16]> [Op:DecodePng] name: ")
    if kind not in ("uint8", "uint16", "float32"):
        from tensorflow.image import convert_image_dtype
        return convert_image_dtype(_decoded(contents, channels, "uint8", op), kind)
    data = _one(contents, op)
    try:
        made = _pictures.decode(data, int(channels or 0), kind == "uint16" and _pictures.kind(data) == "PNG")
    except NotImplementedError as error:
        if _pictures.kind(data) == "GIF":
            raise
        raise _errors.said_by(_errors.InvalidArgumentError, op, "Unknown image file format. One of JPEG, JPEG XL, PNG, "
                              "GIF, BMP, WebP required.", named=False) from None
    except ValueError as error:
        raise _errors.said_by(_errors.InvalidArgumentError, op, str(error), named=False) from None
    if kind == "uint16" and made.dtype != _np.uint16:
        made = made.astype("uint16") * 257
    return _make(made.astype("float32") / _np.float32(255) if kind == "float32" else made)


def decode_image(contents, channels=None, dtype="uint8", name=None, expand_animations=True):
    return _decoded(contents, channels, dtype, "DecodeImage")


def decode_png(contents, channels=0, dtype="uint8", name=None):
    return _decoded(contents, channels, dtype, "DecodePng")


def decode_jpeg(contents, channels=0, ratio=1, fancy_upscaling=True, try_recover_truncated=False, acceptable_fraction=1,
                dct_method="", name=None):
    if ratio != 1 or not fancy_upscaling or try_recover_truncated:
        raise NotImplementedError("decode_jpeg() is there with ratio=1, fancy_upscaling=True, try_recover_truncated=False")
    return _decoded(contents, channels, "uint8", "DecodeJpeg")


def decode_bmp(contents, channels=0, name=None):
    return _decoded(contents, channels, "uint8", "DecodeBmp")


def decode_gif(contents, name=None):
    raise NotImplementedError("decode_gif() is not there: GIF pictures are not read")


def is_jpeg(contents, name=None):
    return _make(_np.array(_pictures.kind(_one(contents, "Substr")) == "JPEG"))


def encode_png(image, compression=-1, name=None):
    return _texts((), [_pictures.encode_png(_array(image), None, int(compression))])


def encode_jpeg(image, format="", quality=95, progressive=False, optimize_size=False, chroma_downsampling=True,
                density_unit="in", x_density=300, y_density=300, xmp_metadata="", name=None):
    if progressive or optimize_size:
        raise NotImplementedError("encode_jpeg() is there without progressive= and optimize_size=")
    return _texts((), [_pictures.encode_jpeg(_array(image), int(quality), bool(chroma_downsampling))])


# ---- Bytes ----

def decode_raw(input_bytes, out_type, little_endian=True, fixed_length=None, name=None):
    kind = getattr(out_type, "name", out_type)
    shape, items = _bytes_of(input_bytes, "DecodeRaw")
    size = _np.dtype(kind).itemsize
    for item in items:
        if len(item) % size:
            raise _errors.said_by(_errors.InvalidArgumentError, "DecodeRaw", f"Input to DecodeRaw has length "
                                                                             f"{len(item)} that is not a "
                                  f"multiple of {size}, the size of {_kind_of(kind)}", named=False)
    rows = [_np.frombuffer(item, dtype=kind) for item in items]
    if not little_endian:
        rows = [row.byteswap() for row in rows]
    return _make(rows[0].copy() if shape == () else _np.stack(rows).reshape(shape + rows[0].shape))


def decode_base64(input, name=None):
    import base64
    shape, items = _bytes_of(input, "DecodeBase64")
    return _texts(shape, [base64.urlsafe_b64decode(item + b"=" * (-len(item) % 4)) for item in items])


def encode_base64(input, pad=False, name=None):
    import base64
    shape, items = _bytes_of(input, "EncodeBase64")
    found = [base64.urlsafe_b64encode(item) for item in items]
    return _texts(shape, found if pad else [item.rstrip(b"=") for item in found])


def parse_single_example(*args, **kwargs):
    raise NotImplementedError("files of TensorFlow's records are not read")


parse_example = parse_single_example
TFRecordWriter = parse_single_example


def _check_there(path):
    if not _os.path.exists(path):
        raise _errors.NotFoundError(None, None, f"{path}; No such file or directory")


def _check_free(path, overwrite):
    if _os.path.exists(path) and not overwrite:
        raise _errors.AlreadyExistsError(None, None, "file already exists")


class gfile:
    """Files and folders by name, as tf.io.gfile has them."""

    @staticmethod
    def GFile(name, mode="r"):
        return open(name, mode)

    @staticmethod
    def exists(path):
        return _os.path.exists(path)

    @staticmethod
    def isdir(path):
        return _os.path.isdir(path)

    @staticmethod
    def listdir(path):
        return _os.listdir(path)

    @staticmethod
    def glob(pattern):
        return sorted(path for each in _names(pattern) for path in _glob.glob(each))

    @staticmethod
    def join(path, *paths):
        return _os.path.join(path, *paths)

    @staticmethod
    def makedirs(path):
        _os.makedirs(path, exist_ok=True)

    @staticmethod
    def mkdir(path):
        _os.mkdir(path)

    @staticmethod
    def remove(path):
        _check_there(path)
        _os.remove(path)

    @staticmethod
    def rmtree(path):
        _shutil.rmtree(path)

    @staticmethod
    def copy(src, dst, overwrite=False):
        _check_free(dst, overwrite)
        _check_there(src)
        _shutil.copyfile(src, dst)

    @staticmethod
    def rename(src, dst, overwrite=False):
        _check_free(dst, overwrite)
        _check_there(src)
        _os.replace(src, dst)

    @staticmethod
    def walk(top, topdown=True, onerror=None):
        return _os.walk(top)
