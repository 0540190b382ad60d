"""Folders of pictures and of texts as tf.data datasets: keras.utils.image_dataset_from_directory and
text_dataset_from_directory. Files are found, ordered and divided as Keras does it, by numpy's random numbers."""
import os

import numpy as np

PICTURES = (".bmp", ".gif", ".jpeg", ".jpg", ".png")


def _check_labels(labels, label_mode, class_names, noun, samples):
    if labels not in ("inferred", None):
        if not isinstance(labels, (list, tuple)):
            raise ValueError(f"`labels` argument should be a list/tuple of integer labels, of the same size as the number of "
                             f"{noun} files in the target directory. If you wish to infer the labels from the subdirectory "
                             'names in the target directory, pass `labels="inferred"`. If you wish to get a dataset that only '
                             f"contains {samples} (no labels), pass `labels=None`. Received: labels={labels}")
        if class_names:
            raise ValueError(f'You can only pass `class_names` if `labels="inferred"`. Received: labels={labels}, and '
                             f"class_names={class_names}")
    if label_mode not in ("int", "categorical", "binary", None):
        raise ValueError('`label_mode` argument must be one of "int", "categorical", "binary", or None. '
                         f"Received: label_mode={label_mode}")


def _check_split(validation_split, subset, shuffle, seed):
    if validation_split and not 0 < validation_split < 1:
        raise ValueError(f"`validation_split` must be between 0 and 1, received: {validation_split}")
    if bool(validation_split) != bool(subset):
        raise ValueError("If `subset` is set, `validation_split` must be set, and inversely.")
    if subset not in ("training", "validation", "both", None):
        raise ValueError(f'`subset` must be either "training", "validation" or "both", received: {subset}')
    if validation_split and shuffle and seed is None:
        raise ValueError("If using `validation_split` and shuffling the data, you must provide a `seed` argument, to make "
                         "sure that there is no overlap between the training and validation subset.")


def _check_format(format):
    if format not in ("tf", "grain"):
        raise ValueError(f'`format` should be either "tf" or "grain". Received: format={format}')
    if format == "grain":
        raise NotImplementedError('format="grain" is not there: format="tf" gives a tf.data.Dataset')


def files_in(folder, endings, follow_links=False):
    """(folder, name) of the files with one of the endings, folder by folder."""
    for root, _, names in sorted(os.walk(folder, followlinks=follow_links), key=lambda found: found[0]):
        for name in sorted(names):
            if name.lower().endswith(endings):
                yield root, name


def index_directory(directory, labels, formats, class_names=None, shuffle=True, seed=None, follow_links=False, verbose=True):
    """(paths, labels, class names): a class a subfolder, numbered in the order of their names."""
    directory = os.fspath(directory)
    if labels == "inferred":
        folders = [name for name in sorted(os.listdir(directory))
                   if os.path.isdir(os.path.join(directory, name)) and not name.startswith(".")]
        if class_names is not None:
            if not set(class_names).issubset(set(folders)):
                raise ValueError("The `class_names` passed did not match the names of the subdirectories of the target "
                                 f"directory. Expected: {folders} (or a subset of it), but received: "
                                 f"class_names={class_names}")
            folders = class_names
    else:
        folders = [""]
        if class_names is not None:
            if labels is None:
                raise ValueError("When `labels=None` (no labels), argument `class_names` cannot be specified.")
            raise ValueError("When argument `labels` is specified, argument `class_names` cannot be specified (the "
                             "`class_names` will be the sorted list of labels).")
    paths, numbers = [], []
    for number, name in enumerate(folders):
        folder = os.path.join(directory, name)
        for root, file in files_in(folder, formats, follow_links):
            inside = os.path.relpath(os.path.join(root, file), folder)
            paths.append(os.path.join(directory, os.path.basename(folder), inside))
            numbers.append(number)
    class_names = folders
    if labels == "inferred":
        labels = np.array(numbers, dtype="int32")
    elif labels is None:
        class_names = None
    else:
        if len(labels) != len(paths):
            raise ValueError("Expected the lengths of `labels` to match the number of files in the target directory. "
                             f"len(labels) is {len(labels)} while we found {len(paths)} files in directory {directory}.")
        class_names = [str(label) for label in sorted(set(labels))]
    if verbose:
        belong = "" if labels is None else f" belonging to {len(class_names)} classes"
        print(f"Found {len(paths)} files{belong}.")
    if shuffle:
        if seed is None:
            seed = np.random.randint(1e6)
        np.random.RandomState(seed).shuffle(paths)
        if labels is not None:
            if isinstance(labels, tuple):
                labels = list(labels)
            np.random.RandomState(seed).shuffle(labels)
    return paths, labels, class_names


def _part(samples, labels, validation_split, subset):
    if not validation_split:
        return samples, labels
    count = int(validation_split * len(samples))
    if subset == "training":
        print(f"Using {len(samples) - count} files for training.")
        part = slice(None, -count)
    else:
        print(f"Using {count} files for validation.")
        part = slice(-count, None)
    return samples[part], None if labels is None else labels[part]


def _dataset(paths, labels, label_mode, count, read, shuffle, size, seed):
    """The files' dataset: read as they are asked for."""
    import tensorflow as tf
    made = tf.data.Dataset.from_tensor_slices(paths)
    if label_mode:
        numbers = np.asarray(labels)
        if label_mode == "binary":
            numbers = numbers.astype("float32")[:, None]
        elif label_mode == "categorical":
            numbers = np.eye(count, dtype="float32")[numbers]
        elif numbers.dtype == np.int64:
            numbers = numbers.astype("int32")
        made = tf.data.Dataset.from_tensor_slices((paths, numbers))
    if shuffle:
        made = made.shuffle(size, seed=seed)
    if label_mode:
        return made.map(lambda path, label: (read(path), label), num_parallel_calls=tf.data.AUTOTUNE)
    return made.map(read, num_parallel_calls=tf.data.AUTOTUNE)


def _from_directory(found, label_mode, validation_split, subset, read, batch_size, shuffle, seed, kind, allowed, keep_paths):
    paths, labels, class_names = found
    directory = found.directory
    count = len(class_names) if class_names else 0
    size = batch_size * 8 if batch_size is not None else 1024
    made = []
    for part in ("training", "validation") if subset == "both" else (subset,):
        files, numbers = _part(paths, labels, validation_split, part)
        if not files:
            which = f"{part} " if subset == "both" else ""
            raise ValueError(f"No {which}{kind} found in directory {directory}. {allowed}")
        data = _dataset(files, numbers, label_mode, count, read, shuffle and not (subset == "both" and part == "validation"),
                        size, seed)
        if batch_size is not None:
            data = data.batch(batch_size)
        data = data.prefetch(-1)
        data.class_names = class_names
        if keep_paths:
            data.file_paths = files
        made.append(data)
    return made if subset == "both" else made[0]


class _Found(tuple):
    directory = None


def _found(directory, *args, **kwargs):
    found = _Found(index_directory(directory, *args, **kwargs))
    found.directory = directory
    return found


def _check_binary(label_mode, class_names):
    if label_mode == "binary" and len(class_names) != 2:
        raise ValueError('When passing `label_mode="binary"`, there must be exactly 2 class_names. Received: '
                         f"class_names={class_names}")


def image_dataset_from_directory(directory, labels="inferred", label_mode="int", class_names=None, color_mode="rgb",
                                 batch_size=32, image_size=(256, 256), shuffle=True, seed=None, validation_split=None,
                                 subset=None, interpolation="bilinear", follow_links=False, crop_to_aspect_ratio=False,
                                 pad_to_aspect_ratio=False, data_format=None, format="tf", verbose=True):
    _check_labels(labels, label_mode, class_names, "image", "images")
    if labels is None or label_mode is None:
        labels = label_mode = None
    channels = {"rgb": 3, "rgba": 4, "grayscale": 1}.get(color_mode)
    if channels is None:
        raise ValueError(f'`color_mode` must be one of {{"rgb", "rgba", "grayscale"}}. Received: color_mode={color_mode}')
    if isinstance(image_size, int):
        image_size = (image_size, image_size)
    elif not isinstance(image_size, (list, tuple)) or len(image_size) != 2:
        raise ValueError(f"Invalid `image_size` value. Expected a tuple of 2 integers. Received: image_size={image_size}")
    interpolation = interpolation.lower()
    known = ("bilinear", "nearest", "bicubic", "area", "lanczos3", "lanczos5", "gaussian", "mitchellcubic")
    if interpolation not in known:
        raise ValueError(f"Argument `interpolation` should be one of {known}. Received: interpolation={interpolation}")
    _check_format(format)
    _check_split(validation_split, subset, shuffle, seed)
    if seed is None:
        seed = np.random.randint(1e6)
    found = _found(directory, labels, PICTURES, class_names, shuffle, seed, follow_links, verbose)
    if pad_to_aspect_ratio and crop_to_aspect_ratio:
        raise ValueError("Only one of `pad_to_aspect_ratio`, `crop_to_aspect_ratio` can be set to `True`.")
    _check_binary(label_mode, found[2])

    def read(path):
        import tensorflow as tf
        picture = tf.io.decode_image(tf.io.read_file(path), channels=channels, expand_animations=False)
        if crop_to_aspect_ratio:
            from keras.preprocessing.image import smart_resize
            picture = smart_resize(picture, image_size, interpolation)
        elif pad_to_aspect_ratio:
            picture = tf.image.resize_with_pad(picture, image_size[0], image_size[1], method=interpolation)
        else:
            picture = tf.image.resize(picture, image_size, method=interpolation)
        return tf.transpose(picture, (2, 0, 1)) if data_format == "channels_first" else picture
    return _from_directory(found, label_mode, validation_split, subset, read, batch_size, shuffle, seed, "images",
                           f"Allowed formats: {PICTURES}", True)


def text_dataset_from_directory(directory, labels="inferred", label_mode="int", class_names=None, batch_size=32,
                                max_length=None, shuffle=True, seed=None, validation_split=None, subset=None,
                                follow_links=False, format="tf", verbose=True):
    _check_labels(labels, label_mode, class_names, "text", "text samples")
    _check_format(format)
    if labels is None or label_mode is None:
        labels = label_mode = None
    _check_split(validation_split, subset, shuffle, seed)
    if seed is None:
        seed = np.random.randint(1e6)
    found = _found(directory, labels, (".txt",), class_names, shuffle, seed, follow_links, verbose)
    _check_binary(label_mode, found[2])

    def read(path):
        import tensorflow as tf
        text = tf.io.read_file(path)
        return text if max_length is None else tf.strings.substr(text, 0, max_length)
    return _from_directory(found, label_mode, validation_split, subset, read, batch_size, shuffle, seed, "text files",
                           "Allowed format: .txt", False)
