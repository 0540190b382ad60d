"""keras.preprocessing.image: pictures as arrays, and ImageDataGenerator, which changes them at random while it gives
batches. Random numbers come from numpy's generator in Keras's order."""
import os

import numpy as np

from keras.utils import PyDataset
from _keras_folders import image_dataset_from_directory
from _keras_pictures import (apply_brightness_shift, array_to_img, FilesMixin as _FilesMixin, frame_rows as _frame_rows, img_to_array,
                             listed as _listed, load_img, save_batch as _save_batch, save_img, smart_resize)


def _shift(amount, size):
    """One shift, from a list of choices or a range; parts of the size where the range is below one."""
    if not amount:
        return 0
    try:
        shift = np.random.choice(amount)
        shift *= np.random.choice([-1, 1])
    except ValueError:
        shift = np.random.uniform(-amount, amount)
    return shift * size if np.max(amount) < 1 else shift


def _places(places, size, mode):
    """Whole places outside the picture brought inside."""
    if mode == "reflect":
        period = np.mod(places, 2 * size)
        return np.where(period < size, period, 2 * size - 1 - period)
    if mode == "wrap":
        return np.mod(places, size)
    return np.clip(places, 0, size - 1)


def _moved(x, matrix, offset, mode, cval):
    """The picture at matrix @ (row, column) + offset, between pixels by straight lines."""
    rows, columns = x.shape[:2]
    i, j = np.meshgrid(np.arange(rows), np.arange(columns), indexing="ij")
    r = matrix[0, 0] * i + matrix[0, 1] * j + offset[0]
    c = matrix[1, 0] * i + matrix[1, 1] * j + offset[1]
    if mode == "nearest":
        r, c = np.clip(r, 0, rows - 1), np.clip(c, 0, columns - 1)
    top, left = np.floor(r).astype("int64"), np.floor(c).astype("int64")
    down, right = (r - top)[:, :, None], (c - left)[:, :, None]
    t, b = _places(top, rows, mode), _places(top + 1, rows, mode)
    le, ri = _places(left, columns, mode), _places(left + 1, columns, mode)
    made = ((x[t, le] * (1 - right) + x[t, ri] * right) * (1 - down)
            + (x[b, le] * (1 - right) + x[b, ri] * right) * down)
    if mode == "constant":
        outside = (r < 0) | (r > rows - 1) | (c < 0) | (c > columns - 1)
        made = np.where(outside[:, :, None], cval, made)
    return made.astype(x.dtype)


def apply_affine_transform(x, theta=0, tx=0, ty=0, shear=0, zx=1, zy=1, row_axis=1, col_axis=2, channel_axis=0,
                           fill_mode="nearest", cval=0.0, order=1):
    if (row_axis, col_axis, channel_axis) != (0, 1, 2):
        raise NotImplementedError("apply_affine_transform: only row_axis=0, col_axis=1, channel_axis=2 are implemented")
    if order != 1:
        raise NotImplementedError("apply_affine_transform: only order=1 is implemented")
    matrix = np.eye(3)
    if theta:
        angle = np.deg2rad(theta)
        matrix = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])
    if tx or ty:
        matrix = np.dot(matrix, np.array([[1, 0, tx], [0, 1, ty], [0, 0, 1]]))
    if shear:
        angle = np.deg2rad(shear)
        matrix = np.dot(matrix, np.array([[1, -np.sin(angle), 0], [0, np.cos(angle), 0], [0, 0, 1]]))
    if zx != 1 or zy != 1:
        matrix = np.dot(matrix, np.array([[zx, 0, 0], [0, zy, 0], [0, 0, 1]]))
    if np.array_equal(matrix, np.eye(3)):
        return x
    middle = np.array([x.shape[0] / 2 - 0.5, x.shape[1] / 2 - 0.5])
    turn = matrix[:2, :2]
    offset = middle + matrix[:2, 2] - np.dot(turn, middle)
    # The matrix is for (x, y), pictures are indexed by (row, column).
    return _moved(x, turn[::-1, ::-1], offset[::-1], fill_mode, cval)


def apply_channel_shift(x, intensity, channel_axis=0):
    return np.clip(x + intensity, np.min(x), np.max(x))


class Iterator(PyDataset):
    """Batches by number and, without an end, one after the other."""

    def __init__(self, n, batch_size, shuffle, seed, **kwargs):
        super().__init__(**kwargs)
        self.n = n
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.seed = seed
        self.batch_index = 0
        self.total_batches_seen = 0
        self.index_array = None

    def __len__(self):
        return (self.n + self.batch_size - 1) // self.batch_size

    def _set_index_array(self):
        self.index_array = np.random.permutation(self.n) if self.shuffle else np.arange(self.n)

    def __getitem__(self, idx):
        if idx >= len(self):
            raise ValueError(f"Asked to retrieve element {idx}, but the Sequence has length {len(self)}")
        if self.seed is not None:
            np.random.seed(self.seed + self.total_batches_seen)
        self.total_batches_seen += 1
        if self.index_array is None:
            self._set_index_array()
        return self._get_batches_of_transformed_samples(
            self.index_array[self.batch_size * idx:self.batch_size * (idx + 1)])

    def on_epoch_end(self):
        self._set_index_array()

    def reset(self):
        self.batch_index = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.seed is not None:
            np.random.seed(self.seed + self.total_batches_seen)
        if self.batch_index == 0:
            self._set_index_array()
        start = self.batch_index * self.batch_size
        self.batch_index = self.batch_index + 1 if self.n > start + self.batch_size else 0
        self.total_batches_seen += 1
        return self._get_batches_of_transformed_samples(self.index_array[start:start + self.batch_size])

    def next(self):
        return self.__next__()

    def _get_batches_of_transformed_samples(self, index_array):
        raise NotImplementedError


class NumpyArrayIterator(Iterator):
    """Batches of changed pictures, without an end; also by number, as a PyDataset."""

    def __init__(self, x, y, image_data_generator, batch_size=32, shuffle=False, sample_weight=None, seed=None, subset=None,
                 ignore_class_split=False, dtype="float32", save_to_dir=None, save_prefix="", save_format="png"):
        self.x = np.asarray(x, dtype=dtype)
        if self.x.ndim != 4:
            raise ValueError("Input data in `NumpyArrayIterator` should have rank 4. You passed an array with shape "
                             f"{self.x.shape}")
        self.y = None if y is None else np.asarray(y)
        self.sample_weight = None if sample_weight is None else np.asarray(sample_weight)
        if self.y is not None and len(self.x) != len(self.y):
            raise ValueError("`x` (images tensor) and `y` (labels) should have the same length. Found: "
                             f"x.shape = {self.x.shape}, y.shape = {self.y.shape}")
        if self.sample_weight is not None and len(self.x) != len(self.sample_weight):
            raise ValueError("`x` (images tensor) and `sample_weight` should have the same length. Found: "
                             f"x.shape = {self.x.shape}, sample_weight.shape = {self.sample_weight.shape}")
        if subset is not None:
            if subset not in ("training", "validation"):
                raise ValueError(f'Invalid subset name: {subset}; expected "training" or "validation".')
            split = int(len(self.x) * image_data_generator.validation_split)
            if (self.y is not None and not ignore_class_split
                    and not np.array_equal(np.unique(self.y[:split]), np.unique(self.y[split:]))):
                raise ValueError("Training and validation subsets have different number of classes after the split. If your "
                                 "numpy arrays are sorted by the label, you might want to shuffle them.")
            part = slice(None, split) if subset == "validation" else slice(split, None)
            self.x = self.x[part]
            self.y = None if self.y is None else self.y[part]
            self.sample_weight = None if self.sample_weight is None else self.sample_weight[part]
        self.image_data_generator = image_data_generator
        self.save_to_dir = save_to_dir
        self.save_prefix = save_prefix
        self.save_format = save_format
        super().__init__(len(self.x), batch_size, shuffle, seed)

    def _get_batches_of_transformed_samples(self, places):
        made = np.zeros((len(places),) + self.x.shape[1:], dtype=self.x.dtype)
        generator = self.image_data_generator
        for at, place in enumerate(places):
            picture = np.copy(self.x[place])
            picture = generator.apply_transform(picture, generator.get_random_transform(picture.shape))
            made[at] = generator.standardize(picture)
        if self.save_to_dir:
            _save_batch(made, places, self, 1e4)
        output = (made,)
        if self.y is None:
            return output[0]
        output += (self.y[places],)
        if self.sample_weight is not None:
            output += (self.sample_weight[places],)
        return output


class DirectoryIterator(_FilesMixin, Iterator):
    """Batches of the pictures in a folder, a class a subfolder."""

    def __init__(self, directory, image_data_generator, target_size=(256, 256), color_mode="rgb", classes=None,
                 class_mode="categorical", batch_size=32, shuffle=True, seed=None, save_to_dir=None, save_prefix="",
                 save_format="png", follow_links=False, subset=None, interpolation="nearest", keep_aspect_ratio=False,
                 dtype=None):
        self._set_processing(image_data_generator, target_size, color_mode, save_to_dir, save_prefix, save_format, subset,
                             interpolation, keep_aspect_ratio)
        self.directory = directory
        if class_mode not in ("categorical", "binary", "sparse", "input", None):
            raise ValueError(f"Invalid class_mode: {class_mode}; expected one of: "
                             "{'categorical', 'binary', 'sparse', 'input', None}")
        self.class_mode = class_mode
        self.dtype = dtype or "float32"
        if not classes:
            classes = [name for name in sorted(os.listdir(directory)) if os.path.isdir(os.path.join(directory, name))]
        self.num_classes = len(classes)
        self.class_indices = {name: number for number, name in enumerate(classes)}
        self.filenames, numbers = [], []
        for number, name in enumerate(classes):
            found, names = _listed(os.path.join(directory, name), self.split, number, follow_links)
            numbers += found
            self.filenames += names
        self.samples = len(self.filenames)
        self.classes = self.labels = np.array(numbers, dtype="int32")
        print(f"Found {self.samples} images belonging to {self.num_classes} classes.")
        self.filepaths = [os.path.join(directory, name) for name in self.filenames]
        super().__init__(self.samples, batch_size, shuffle, seed)


class DataFrameIterator(_FilesMixin, Iterator):
    """Batches of the pictures that a table names."""

    def __init__(self, dataframe, directory=None, image_data_generator=None, x_col="filename", y_col="class", weight_col=None,
                 target_size=(256, 256), color_mode="rgb", classes=None, class_mode="categorical", batch_size=32, shuffle=True,
                 seed=None, save_to_dir=None, save_prefix="", save_format="png", subset=None, interpolation="nearest",
                 keep_aspect_ratio=False, dtype="float32", validate_filenames=True):
        self._set_processing(image_data_generator, target_size, color_mode, save_to_dir, save_prefix, save_format, subset,
                             interpolation, keep_aspect_ratio)
        self.directory = directory or ""
        self.class_mode = class_mode
        self.dtype = dtype
        self.labels = None
        count = _frame_rows(self, dataframe, x_col, y_col, weight_col, classes, validate_filenames)
        self.samples = len(self.filenames)
        belong = "" if count is None else f" belonging to {count} classes"
        print(f"Found {self.samples} {'validated' if validate_filenames else 'non-validated'} image filenames{belong}.")
        self.filepaths = [os.path.join(self.directory, name) for name in self.filenames]
        super().__init__(self.samples, batch_size, shuffle, seed)


class ImageDataGenerator:
    """Pictures changed at random: turned, shifted, sheared, zoomed, flipped; scaled and centered."""

    def __init__(self, featurewise_center=False, samplewise_center=False, featurewise_std_normalization=False,
                 samplewise_std_normalization=False, zca_whitening=False, zca_epsilon=1e-06, rotation_range=0,
                 width_shift_range=0.0, height_shift_range=0.0, brightness_range=None, shear_range=0.0, zoom_range=0.0,
                 channel_shift_range=0.0, fill_mode="nearest", cval=0.0, horizontal_flip=False, vertical_flip=False,
                 rescale=None, preprocessing_function=None, data_format=None, validation_split=0.0, interpolation_order=1,
                 dtype=None):
        if brightness_range is not None and (not isinstance(brightness_range, (tuple, list)) or len(brightness_range) != 2):
            raise ValueError(f"`brightness_range should be tuple or list of two floats. Received: {brightness_range}")
        if data_format not in (None, "channels_last"):
            raise NotImplementedError("ImageDataGenerator: only data_format='channels_last' is implemented")
        if interpolation_order != 1:
            raise NotImplementedError("ImageDataGenerator: only interpolation_order=1 is implemented")
        if fill_mode not in ("nearest", "constant", "reflect", "wrap"):
            raise ValueError(f"fill_mode must be 'constant', 'nearest', 'reflect' or 'wrap'. Received: {fill_mode}")
        if validation_split and not 0 < validation_split < 1:
            raise ValueError(f"`validation_split` must be strictly between 0 and 1.  Received: {validation_split}")
        self.featurewise_center = featurewise_center or zca_whitening
        self.samplewise_center = samplewise_center
        self.featurewise_std_normalization = featurewise_std_normalization
        self.samplewise_std_normalization = samplewise_std_normalization
        if featurewise_std_normalization and not featurewise_center:
            self.featurewise_center = True
        if samplewise_std_normalization and not samplewise_center:
            self.samplewise_center = True
        self.zca_whitening = zca_whitening
        self.zca_epsilon = zca_epsilon
        self.rotation_range = rotation_range
        self.width_shift_range = width_shift_range
        self.height_shift_range = height_shift_range
        self.brightness_range = brightness_range
        self.shear_range = shear_range
        if isinstance(zoom_range, (float, int)):
            self.zoom_range = [1 - zoom_range, 1 + zoom_range]
        elif len(zoom_range) == 2 and all(isinstance(value, (float, int)) for value in zoom_range):
            self.zoom_range = [zoom_range[0], zoom_range[1]]
        else:
            raise ValueError("`zoom_range` should be a float or a tuple or list of two floats. "
                             f"Received: {zoom_range}")
        self.channel_shift_range = channel_shift_range
        self.fill_mode = fill_mode
        self.cval = cval
        self.horizontal_flip = horizontal_flip
        self.vertical_flip = vertical_flip
        self.rescale = rescale
        self.preprocessing_function = preprocessing_function
        self.data_format = "channels_last"
        self._validation_split = validation_split
        self.validation_split = validation_split
        self.dtype = dtype or "float32"
        self.mean = None
        self.std = None
        self.zca_whitening_matrix = None

    def flow(self, x, y=None, batch_size=32, shuffle=True, sample_weight=None, seed=None, save_to_dir=None, save_prefix="",
             save_format="png", ignore_class_split=False, subset=None):
        return NumpyArrayIterator(x, y, self, batch_size=batch_size, shuffle=shuffle, sample_weight=sample_weight, seed=seed,
                                  subset=subset, ignore_class_split=ignore_class_split, dtype=self.dtype,
                                  save_to_dir=save_to_dir, save_prefix=save_prefix, save_format=save_format)

    def flow_from_directory(self, directory, target_size=(256, 256), color_mode="rgb", classes=None, class_mode="categorical",
                            batch_size=32, shuffle=True, seed=None, save_to_dir=None, save_prefix="", save_format="png",
                            follow_links=False, subset=None, interpolation="nearest", keep_aspect_ratio=False):
        return DirectoryIterator(directory, self, target_size=target_size, color_mode=color_mode, classes=classes,
                                 class_mode=class_mode, batch_size=batch_size, shuffle=shuffle, seed=seed,
                                 save_to_dir=save_to_dir, save_prefix=save_prefix, save_format=save_format,
                                 follow_links=follow_links, subset=subset, interpolation=interpolation,
                                 keep_aspect_ratio=keep_aspect_ratio, dtype=self.dtype)

    def flow_from_dataframe(self, dataframe, directory=None, x_col="filename", y_col="class", weight_col=None,
                            target_size=(256, 256), color_mode="rgb", classes=None, class_mode="categorical", batch_size=32,
                            shuffle=True, seed=None, save_to_dir=None, save_prefix="", save_format="png", subset=None,
                            interpolation="nearest", validate_filenames=True, **kwargs):
        unknown = [name for name in kwargs if name not in ("has_ext", "sort", "drop_duplicates")]
        if unknown:
            raise TypeError(f"flow_from_dataframe() got an unexpected keyword argument '{unknown[0]}'")
        return DataFrameIterator(dataframe, directory, self, x_col=x_col, y_col=y_col, weight_col=weight_col,
                                 target_size=target_size, color_mode=color_mode, classes=classes,
                                 class_mode="raw" if class_mode == "other" else class_mode, batch_size=batch_size,
                                 shuffle=shuffle, seed=seed, save_to_dir=save_to_dir, save_prefix=save_prefix,
                                 save_format=save_format, subset=subset, interpolation=interpolation,
                                 validate_filenames=validate_filenames, dtype=self.dtype)

    def standardize(self, x):
        """Scales and centers a batch or a picture, in place as Keras does."""
        if self.preprocessing_function:
            x = self.preprocessing_function(x)
        if self.rescale:
            x *= self.rescale
        if self.samplewise_center:
            x -= np.mean(x, keepdims=True)
        if self.samplewise_std_normalization:
            x /= np.std(x, keepdims=True) + 1e-6
        for name, value in (("featurewise_center", self.mean), ("featurewise_std_normalization", self.std),
                            ("zca_whitening", self.zca_whitening_matrix)):
            if not getattr(self, name):
                continue
            if value is None:
                import warnings
                warnings.warn(f"This ImageDataGenerator specifies `{name}`, but it hasn't been fit on any training data. Fit it "
                              "first by calling `.fit(numpy_data)`.", stacklevel=2)
            elif name == "featurewise_center":
                x -= value
            elif name == "featurewise_std_normalization":
                x /= value + 1e-6
            else:
                x = np.dot(x.reshape(1, -1), value).reshape(x.shape)
        return x

    def get_random_transform(self, img_shape, seed=None):
        if seed is not None:
            np.random.seed(seed)
        theta = np.random.uniform(-self.rotation_range, self.rotation_range) if self.rotation_range else 0
        tx = _shift(self.height_shift_range, img_shape[0])
        ty = _shift(self.width_shift_range, img_shape[1])
        shear = np.random.uniform(-self.shear_range, self.shear_range) if self.shear_range else 0
        zx = zy = 1
        if self.zoom_range[0] != 1 or self.zoom_range[1] != 1:
            zx, zy = np.random.uniform(self.zoom_range[0], self.zoom_range[1], 2)
        horizontal = (np.random.random() < 0.5) * self.horizontal_flip
        vertical = (np.random.random() < 0.5) * self.vertical_flip
        channel = None
        if self.channel_shift_range != 0:
            channel = np.random.uniform(-self.channel_shift_range, self.channel_shift_range)
        brightness = None
        if self.brightness_range is not None:
            brightness = np.random.uniform(self.brightness_range[0], self.brightness_range[1])
        return {"theta": theta, "tx": tx, "ty": ty, "shear": shear, "zx": zx, "zy": zy, "flip_horizontal": horizontal,
                "flip_vertical": vertical, "channel_shift_intensity": channel, "brightness": brightness}

    def apply_transform(self, x, transform_parameters):
        get = transform_parameters.get
        x = apply_affine_transform(x, get("theta", 0), get("tx", 0), get("ty", 0), get("shear", 0), get("zx", 1),
                                   get("zy", 1), row_axis=0, col_axis=1, channel_axis=2, fill_mode=self.fill_mode,
                                   cval=self.cval)
        if get("channel_shift_intensity") is not None:
            x = apply_channel_shift(x, get("channel_shift_intensity"), 2)
        if get("flip_horizontal", False):
            x = x[:, ::-1]
        if get("flip_vertical", False):
            x = x[::-1]
        if get("brightness") is not None:
            x = apply_brightness_shift(x, get("brightness"), False)
        return x

    def random_transform(self, x, seed=None):
        return self.apply_transform(x, self.get_random_transform(x.shape, seed))

    def fit(self, x, augment=False, rounds=1, seed=None):
        x = np.asarray(x, dtype=self.dtype)
        if x.ndim != 4:
            raise ValueError(f"Input to `.fit()` should have rank 4. Got array with shape: {x.shape}")
        if seed is not None:
            np.random.seed(seed)
        x = np.copy(x)
        if self.rescale:
            x *= self.rescale
        if augment:
            made = np.zeros((rounds * len(x),) + x.shape[1:], dtype=self.dtype)
            for turn in range(rounds):
                for place in range(len(x)):
                    made[place + turn * len(x)] = self.random_transform(x[place])
            x = made
        if self.featurewise_center:
            self.mean = np.mean(x, axis=(0, 1, 2)).reshape(1, 1, -1)
            x = x - self.mean
        if self.featurewise_std_normalization:
            self.std = np.std(x, axis=(0, 1, 2)).reshape(1, 1, -1)
            x = x / (self.std + 1e-6)
        if self.zca_whitening:
            flat = x.reshape(len(x), -1)
            u, s, _ = np.linalg.svd(flat.T, full_matrices=False)
            inverse = np.sqrt(len(x)) / np.maximum(s, self.zca_epsilon)
            self.zca_whitening_matrix = (u * inverse).dot(u.T)
