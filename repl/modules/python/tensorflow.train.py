"""tf.train: Checkpoint and CheckpointManager. Values are kept by the path of attributes that leads to them, in a file of
arrays beside an index: nnsh's own files, under the names that TensorFlow gives its. Sources:
tensorflow/python/checkpoint/checkpoint.py, checkpoint_management.py."""
import json as _json
import os as _os
import re as _re

import keras as _keras
import numpy as _np
import _keras_files
import _tensorflow_errors as _errors
from _keras import array as _array, is_variable as _is_variable


def _is_optimizer(x):
    return isinstance(x, _keras.optimizers.Optimizer)


def _children(x):
    """What an object holds, by name; None for what holds nothing that is kept."""
    if isinstance(x, (list, tuple)):
        return {str(at): item for at, item in enumerate(x)}
    if isinstance(x, dict):
        return {str(key): item for key, item in x.items()}
    import tensorflow as tf
    if isinstance(x, (Checkpoint, tf.Module)):
        return {name: value for name, value in vars(x).items() if not name.startswith("_") and _trackable(value)}
    return None


def _trackable(x):
    import tensorflow as tf
    return (_is_variable(x) or _is_optimizer(x) or isinstance(x, (_keras.layers.Layer, Checkpoint, tf.Module, list, tuple, dict)))


def _leaves(x, path, found):
    """(path, variable, layer or optimizer) of all that is kept, each once."""
    if any(x is each for _, each in found):
        return found
    if _is_variable(x) or _is_optimizer(x) or isinstance(x, _keras.layers.Layer):
        found.append((path, x))
        return found
    for name, value in (_children(x) or {}).items():
        _leaves(value, f"{path}/{name}" if path else name, found)
    return found


def _native(optimizer):
    return _keras_files.is_native(type(optimizer))


def _values(x):
    """The arrays that an object is kept as."""
    if _is_variable(x):
        return [_np.asarray(_array(x))]
    if _is_optimizer(x) and _native(x):
        iterations, rate, slots, _, _ = _keras_files.optimizer_state(x)
        return [_np.array(iterations, dtype="int64"), _np.array(rate, dtype="float32")] + [array for _, array in slots]
    return [_np.asarray(_array(each)) for each in (x.variables if _is_optimizer(x) else x.weights)]


def _put(x, arrays, models):
    """Gives an object its values; False where they do not fit it."""
    if _is_optimizer(x) and _native(x):
        if len(arrays) > 2 and not _keras_files.optimizer_state(x)[3] and models:
            x.build(models[0].trainable_variables)
        rate = None if isinstance(x.get_config().get("learning_rate"), dict) else float(arrays[1])
        if len(arrays) > 2 or _keras_files.optimizer_state(x)[3]:
            return _keras_files.optimizer_restore(x, int(arrays[0]), rate, arrays[2:])
        return True
    if _is_optimizer(x) and models and not x.built:
        x.build(models[0].trainable_variables)
    places = [x] if _is_variable(x) else list(x.variables if _is_optimizer(x) else x.weights)
    if len(places) != len(arrays) or any(tuple(each.shape) != array.shape for each, array in zip(places, arrays)):
        return False
    for each, array in zip(places, arrays):
        each.assign(array)
    return True


class _Status:
    """What restore() gives: which objects and values found each other."""

    def __init__(self, lacking, unused):
        self._lacking, self._unused = lacking, unused

    def assert_existing_objects_matched(self):
        if self._lacking:
            raise AssertionError(f"Found {len(self._lacking)} Python objects that were not bound to checkpointed values, likely due to "
                                 f"changes in the Python program. Showing {min(10, len(self._lacking))} of {len(self._lacking)} "
                                 f"unmatched objects: {self._lacking[:10]}")
        return self

    def assert_consumed(self):
        self.assert_existing_objects_matched()
        if self._unused:
            raise AssertionError(f"Unresolved object in checkpoint: {self._unused[0]}")
        return self

    def assert_nontrivial_match(self):
        return self

    def expect_partial(self):
        return self


class Checkpoint:
    """Variables, layers, models and optimizers whose values are saved and restored together."""

    def __init__(self, root=None, **kwargs):
        import tensorflow as tf
        for name, value in kwargs.items():
            if not _trackable(value):
                raise ValueError(f"`Checkpoint` was expecting {name} to be a trackable object (an object derived from `Trackable`), "
                                 f"got {value}. If you believe this object should be trackable (i.e. it is part of the TensorFlow "
                                 "Python API and manages state), please open an issue.")
        self.__dict__.update(kwargs)
        if root is not None:
            self.root = root
        self.save_counter = tf.Variable(0, dtype=tf.int64, trainable=False, name="save_counter")

    def write(self, file_prefix, options=None):
        prefix = _os.fspath(file_prefix)
        _os.makedirs(_os.path.dirname(prefix) or ".", exist_ok=True)
        index, items = {}, {}
        for path, each in _leaves(self, "", []):
            arrays = _values(each)
            index[path] = len(arrays)
            for at, array in enumerate(arrays):
                items[f"{len(index)}_{at}"] = array
        _keras_files.write(prefix + ".data-00000-of-00001", _keras_files.h5_write({"attrs": {}, "items": items}))
        _keras_files.write(prefix + ".index", _json.dumps(index).encode())
        return prefix

    def save(self, file_prefix, options=None):
        self.save_counter.assign_add(1)
        path = self.write(f"{_os.fspath(file_prefix)}-{int(self.save_counter)}")
        _remember(_os.path.dirname(path) or ".", path, [path])
        return path

    def restore(self, save_path, options=None):
        if save_path is None:
            return _Status([], [])
        prefix = _os.fspath(save_path)
        if not _os.path.exists(prefix + ".index"):
            raise _errors.NotFoundError(None, None,
                                        f"Error when restoring from checkpoint or SavedModel at {prefix}: Unsuccessful "
                                        "TensorSliceReader constructor: Failed to find any matching files for "
                                        f"{prefix}\nPlease double-check that the path is correct. You may be missing the "
                                        "checkpoint suffix (e.g. the '-1' in 'path/to/ckpt-1').")
        kept, lacking = _read(prefix), []
        found = _leaves(self, "", [])
        models = [each for _, each in found if isinstance(each, _keras.Model)]
        for path, each in found:
            arrays = kept.pop(path, None)
            if arrays is None or not _put(each, arrays, models):
                lacking.append(each)
        return _Status(lacking, list(kept))

    read = restore


def _read(prefix):
    """The arrays of a file by the paths of their objects, in the order in which they were written."""
    with open(prefix + ".index", encoding="utf-8") as file:
        index = _json.load(file)
    items = _keras_files.h5_read(prefix + ".data-00000-of-00001")["items"]
    return {path: [items[f"{number}_{at}"] for at in range(count)] for number, (path, count) in enumerate(index.items(), 1)}


def list_variables(ckpt_dir_or_file):
    """Names and shapes of what a checkpoint keeps."""
    path = ckpt_dir_or_file if _os.path.exists(ckpt_dir_or_file + ".index") else latest_checkpoint(ckpt_dir_or_file)
    return sorted((f"{name}/{at}", list(array.shape)) for name, arrays in _read(path).items() for at, array in enumerate(arrays))


# ---- Which files there are ----

def _remember(directory, latest, paths):
    """The file `checkpoint`, which says which one is the latest."""
    named = [_os.path.relpath(path, directory) for path in (latest, *paths)]
    lines = [f'model_checkpoint_path: "{named[0]}"'] + [f'all_model_checkpoint_paths: "{path}"' for path in named[1:]]
    _keras_files.write(_os.path.join(directory, "checkpoint"), ("\n".join(lines) + "\n").encode())


def _remembered(directory):
    """The latest path (None: there is none) and all of them."""
    try:
        with open(_os.path.join(directory, "checkpoint"), encoding="utf-8") as file:
            text = file.read()
    except OSError:
        return None, []
    found = [(kind, _os.path.join(directory, path)) for kind, path in _re.findall(r'(\w+): "(.*)"', text)]
    latest = [path for kind, path in found if kind == "model_checkpoint_path"]
    return (latest or [None])[0], [path for kind, path in found if kind == "all_model_checkpoint_paths"]


def latest_checkpoint(checkpoint_dir, latest_filename=None):
    path = _remembered(_os.fspath(checkpoint_dir))[0]
    return path if path is not None and _os.path.exists(path + ".index") else None


class CheckpointManager:
    """Keeps the last few checkpoints of a directory."""

    def __init__(self, checkpoint, directory, max_to_keep, keep_checkpoint_every_n_hours=None, checkpoint_name="ckpt",
                 step_counter=None, checkpoint_interval=None, init_fn=None):
        if max_to_keep is not None and max_to_keep <= 0:
            raise ValueError(f"Expected a positive integer or `None` for `max_to_keep`, got {max_to_keep}.")
        self.checkpoint = checkpoint
        self.directory = _os.fspath(directory)
        self._most, self._name, self._init = max_to_keep, checkpoint_name, init_fn
        self._paths = [path for path in _remembered(self.directory)[1] if _os.path.exists(path + ".index")]

    @property
    def checkpoints(self):
        return list(self._paths)

    @property
    def latest_checkpoint(self):
        return self._paths[-1] if self._paths else None

    def save(self, checkpoint_number=None, check_interval=True, options=None):
        prefix = _os.path.join(self.directory, self._name)
        if checkpoint_number is None:
            path = self.checkpoint.save(prefix)
        else:
            self.checkpoint.save_counter.assign_add(1)
            path = self.checkpoint.write(f"{prefix}-{int(checkpoint_number)}")
        self._paths = [each for each in self._paths if each != path] + [path]
        while self._most is not None and len(self._paths) > self._most:
            gone = self._paths.pop(0)
            for end in (".index", ".data-00000-of-00001"):
                if _os.path.exists(gone + end):
                    _os.remove(gone + end)
        _remember(self.directory, path, self._paths)
        return path

    def restore_or_initialize(self):
        if self.latest_checkpoint is not None:
            self.checkpoint.restore(self.latest_checkpoint)
            return self.latest_checkpoint
        if self._init is not None:
            self._init()
        return None


def __getattr__(name):
    from _keras_old import tf_train
    found = getattr(tf_train(), name, None)
    if found is None:
        raise AttributeError(f"module 'tensorflow.train' has no attribute {name!r}")
    return found
