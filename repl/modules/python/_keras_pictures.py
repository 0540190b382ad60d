"""Pictures in files for keras.utils and keras.preprocessing.image: load_img and its like, and the iterators over files."""
import io
import os
import pathlib
import warnings

import numpy as np

from PIL import Image

METHODS = {"nearest": 0, "bilinear": 2, "bicubic": 3, "hamming": 5, "box": 4, "lanczos": 1}
ENDINGS = ("png", "jpg", "jpeg", "bmp", "ppm", "tif", "tiff")


def data_format_of(value):
    if value is None:
        return "channels_last"
    found = str(value).lower()
    if found not in ("channels_first", "channels_last"):
        raise ValueError("The `data_format` argument must be one of {'channels_first', 'channels_last'}. "
                         f"Received: data_format={value}")
    return found


def array_to_img(x, data_format=None, scale=True, dtype=None):
    data_format = data_format_of(data_format)
    x = np.asarray(x, dtype=dtype or "float32")
    if x.ndim != 3:
        raise ValueError(f"Expected image array to have rank 3 (single image). Got array with shape: {x.shape}")
    if data_format == "channels_first":
        x = x.transpose(1, 2, 0)
    if scale:
        x = x - np.min(x)
        most = np.max(x)
        if most != 0:
            x /= most
        x *= 255
    if x.shape[2] in (3, 4):
        return Image.fromarray(x.astype("uint8"), "RGB" if x.shape[2] == 3 else "RGBA")
    if x.shape[2] != 1:
        raise ValueError(f"Unsupported channel number: {x.shape[2]}")
    return Image.fromarray(x[:, :, 0].astype("int32"), "I") if np.max(x) > 255 else Image.fromarray(x[:, :, 0].astype("uint8"), "L")


def img_to_array(img, data_format=None, dtype=None):
    data_format = data_format_of(data_format)
    x = np.asarray(img, dtype=dtype or "float32")
    if x.ndim == 3:
        return x.transpose(2, 0, 1) if data_format == "channels_first" else x
    if x.ndim != 2:
        raise ValueError(f"Unsupported image shape: {x.shape}")
    return x.reshape((1,) + x.shape if data_format == "channels_first" else x.shape + (1,))


def save_img(path, x, data_format=None, file_format=None, scale=True, **kwargs):
    if file_format is None and isinstance(path, (str, pathlib.Path)):
        file_format = pathlib.Path(path).suffix[1:].lower()
    if file_format and file_format.lower() == "jpg":
        file_format = "jpeg"
    img = array_to_img(x, data_format=data_format, scale=scale)
    if img.mode == "RGBA" and file_format == "jpeg":
        warnings.warn("The JPEG format does not support RGBA images, converting to RGB.")
        img = img.convert("RGB")
    img.save(path, format=file_format, **kwargs)


def load_img(path, color_mode="rgb", target_size=None, interpolation="nearest", keep_aspect_ratio=False):
    if isinstance(path, io.BytesIO):
        img = Image.open(path)
    elif isinstance(path, (pathlib.Path, bytes, str)):
        with open(path.decode() if isinstance(path, bytes) else path, "rb") as file:
            img = Image.open(io.BytesIO(file.read()))
    else:
        raise TypeError(f"path should be path-like or io.BytesIO, not {type(path)}")
    if color_mode == "grayscale":
        if img.mode not in ("L", "I;16", "I"):
            img = img.convert("L")
    elif color_mode in ("rgb", "rgba"):
        if img.mode != color_mode.upper():
            img = img.convert(color_mode.upper())
    else:
        raise ValueError('color_mode must be "grayscale", "rgb", or "rgba"')
    if target_size is None or img.size == (target_size[1], target_size[0]):
        return img
    size = (target_size[1], target_size[0])
    if interpolation not in METHODS:
        raise ValueError(f"Invalid interpolation method {interpolation} specified. Supported methods are {', '.join(METHODS)}")
    if not keep_aspect_ratio:
        return img.resize(size, METHODS[interpolation])
    width, height = img.size
    high = min(height, (width * size[1]) // size[0])
    wide = min(width, (height * size[0]) // size[1])
    top, left = (height - high) // 2, (width - wide) // 2
    return img.resize(size, METHODS[interpolation], box=[left, top, left + wide, top + high])


def smart_resize(x, size, interpolation="bilinear", data_format="channels_last", backend_module=None):
    """The largest part in the middle of the wanted form, resized."""
    import tensorflow as tf
    if len(size) != 2:
        raise ValueError(f"Expected `size` to be a tuple of 2 integers, but got: {size}.")
    pixels = np.asarray(x)
    if pixels.ndim not in (3, 4):
        raise ValueError("Expected an image array with shape `(height, width, channels)`, or `(batch_size, height, width, "
                         f"channels)`, but got input with incorrect rank, of shape {pixels.shape}.")
    first = data_format_of(data_format) == "channels_first"
    known = ("bilinear", "nearest", "lanczos3", "lanczos5", "bicubic", "area")
    if interpolation not in known:
        raise ValueError(f"Invalid value for argument `interpolation`. Expected of one {known}. Received: "
                         f"interpolation={interpolation}")
    if first:
        pixels = np.moveaxis(pixels, -3, -1)
    height, width = pixels.shape[-3:-1]
    high = max(min(height, int(float(width * size[0]) / size[1])), 1)
    wide = max(min(width, int(float(height * size[1]) / size[0])), 1)
    top, left = int(float(height - high) / 2), int(float(width - wide) / 2)
    made = tf.image.resize(pixels[..., top:top + high, left:left + wide, :].copy(), size, method=interpolation)
    if first:
        made = tf.constant(np.moveaxis(made.numpy(), -1, -3).copy())
    return made.numpy() if isinstance(x, np.ndarray) else made


def apply_brightness_shift(x, brightness, scale=True):
    from PIL import ImageEnhance
    low, high = np.min(x), np.max(x)
    outside = low < 0 or high > 255
    made = img_to_array(ImageEnhance.Brightness(array_to_img(x, scale=outside or scale)).enhance(brightness))
    return made / 255 * (high - low) + low if not scale and outside else made


# ---- Iterators over files ----

def save_batch(batch, places, iterator, most):
    """The pictures of a batch in save_to_dir, as Keras names them."""
    for at, place in enumerate(places):
        name = f"{iterator.save_prefix}_{place}_{np.random.randint(most)}.{iterator.save_format}"
        array_to_img(batch[at], scale=True).save(os.path.join(iterator.save_to_dir, name))


class FilesMixin:
    """How a batch is made of files: read, changed, standardized."""
    sample_weight = None

    def _set_processing(self, generator, target_size, color_mode, save_to_dir, save_prefix, save_format, subset, interpolation,
                        keep_aspect_ratio):
        self.image_data_generator = generator
        self.target_size = tuple(target_size)
        self.keep_aspect_ratio = keep_aspect_ratio
        channels = {"rgb": 3, "rgba": 4, "grayscale": 1}.get(color_mode)
        if channels is None:
            raise ValueError(f'Invalid color mode: {color_mode}; expected "rgb", "rgba", or "grayscale".')
        self.color_mode = color_mode
        self.data_format = "channels_last"
        self.image_shape = self.target_size + (channels,)
        self.save_to_dir = save_to_dir
        self.save_prefix = save_prefix
        self.save_format = save_format
        self.interpolation = interpolation
        self.split = None
        if subset is not None:
            share = generator._validation_split
            if subset not in ("training", "validation"):
                raise ValueError(f'Invalid subset name: {subset};expected "training" or "validation"')
            self.split = (0, share) if subset == "validation" else (share, 1)
        self.subset = subset

    def _get_batches_of_transformed_samples(self, places):
        batch = np.zeros((len(places),) + self.image_shape, dtype=self.dtype)
        generator = self.image_data_generator
        for at, place in enumerate(places):
            x = img_to_array(load_img(self.filepaths[place], self.color_mode, self.target_size, self.interpolation,
                                      self.keep_aspect_ratio))
            x = generator.apply_transform(x, generator.get_random_transform(x.shape))
            batch[at] = generator.standardize(x)
        if self.save_to_dir:
            save_batch(batch, places, self, 1e7)
        labels = self.labels
        if self.class_mode == "input":
            y = batch.copy()
        elif self.class_mode in ("binary", "sparse"):
            y = np.array([labels[place] for place in places], dtype=self.dtype)
        elif self.class_mode == "categorical":
            y = np.zeros((len(batch), len(self.class_indices)), dtype=self.dtype)
            for at, place in enumerate(places):
                y[at, labels[place]] = 1.0
        elif self.class_mode == "multi_output":
            y = [output[places] for output in labels]
        elif self.class_mode == "raw":
            y = labels[places]
        else:
            return batch
        return (batch, y) if self.sample_weight is None else (batch, y, self.sample_weight[places])


def listed(folder, split, number, follow_links):
    """(class numbers, names beginning with the folder's own) of the pictures in a folder."""
    from _keras_folders import files_in
    name = os.path.basename(folder)
    files = list(files_in(folder, ENDINGS, follow_links))
    if split:
        files = files[int(split[0] * len(files)):int(split[1] * len(files))]
    names = [os.path.join(name, os.path.relpath(os.path.join(root, file), folder)) for root, file in files]
    return [number] * len(names), names


def _check_frame(frame, class_mode, x_col, y_col, weight_col, classes):
    modes = ("binary", "categorical", "input", "multi_output", "raw", "sparse", None)
    if class_mode not in modes:
        raise ValueError(f"Invalid class_mode: {class_mode}; expected one of: {set(modes)}")
    if class_mode == "multi_output" and not isinstance(y_col, list):
        raise TypeError(f'If class_mode="{class_mode}", y_col must be a list. Received {type(y_col).__name__}.')
    if not all(isinstance(value, str) for value in frame[x_col]):
        raise TypeError(f"All values in column x_col={x_col} must be strings.")
    if class_mode in ("binary", "sparse") and not all(isinstance(value, str) for value in frame[y_col]):
        raise TypeError(f'If class_mode="{class_mode}", y_col="{y_col}" column values must be strings.')
    if class_mode == "binary":
        if classes and len(set(classes)) != 2:
            raise ValueError(f'If class_mode="binary" there must be 2 classes. {len(set(classes))} class/es were given.')
        found = len(set(frame[y_col]))
        if not classes and found != 2:
            raise ValueError(f'If class_mode="binary" there must be 2 classes. Found {found} classes.')
    if class_mode == "categorical" and not all(isinstance(value, (str, list, tuple)) for value in frame[y_col]):
        raise TypeError(f'If class_mode="{class_mode}", y_col="{y_col}" column values must be type string, list or tuple.')
    if classes and class_mode in ("input", "multi_output", "raw", None):
        warnings.warn(f'`classes` will be ignored given the class_mode="{class_mode}"')
    if weight_col and np.asarray(frame[weight_col]).dtype.kind not in "iuf":
        raise TypeError(f"Column weight_col={weight_col} must be numeric.")


def frame_rows(iterator, frame, x_col, y_col, weight_col, classes, validate_filenames):
    """What a table says: sets filenames, classes and targets of the iterator; gives how many classes there are."""
    mode = iterator.class_mode
    _check_frame(frame, mode, x_col, y_col, weight_col, classes)
    names = list(frame[x_col])
    rows = list(range(len(names)))
    if validate_filenames:
        kept = [row for row in rows if names[row].lower().endswith(ENDINGS)
                and os.path.isfile(os.path.join(iterator.directory, names[row]))]
        if len(kept) < len(rows):
            warnings.warn(f'Found {len(rows) - len(kept)} invalid image filename(s) in x_col="{x_col}". These filename(s) will be '
                          "ignored.")
        rows = kept
    labelled = mode not in ("input", "multi_output", "raw", None)
    if labelled:
        labels = list(frame[y_col])
        if classes:
            classes = list(dict.fromkeys(classes))
            labels = [[one for one in label if one in classes] if isinstance(label, (list, tuple)) else
                      label if label in classes else None for label in labels]
            rows = [row for row in rows if labels[row]]
        else:
            found = set()
            for row in rows:
                found.update(labels[row] if isinstance(labels[row], (list, tuple)) else [labels[row]])
            classes = sorted(found)
        iterator.class_indices = {name: number for number, name in enumerate(classes)}
    if iterator.split:
        start, stop = (int(share * len(rows)) for share in iterator.split)
        rows = rows[start:stop]
    iterator.filenames = [names[row] for row in rows]
    if labelled:
        numbers = iterator.class_indices
        iterator.classes = [[numbers[one] for one in labels[row]] if isinstance(labels[row], (list, tuple)) else
                            numbers[labels[row]] for row in rows]
        iterator.labels = iterator.classes
    elif mode == "multi_output":
        iterator.labels = [np.array([list(frame[column])[row] for row in rows]) for column in y_col]
    elif mode == "raw":
        iterator.labels = np.asarray(frame[y_col].values)[rows]
    iterator.sample_weight = np.asarray(frame[weight_col].values)[rows] if weight_col else None
    return len(classes) if labelled else None
