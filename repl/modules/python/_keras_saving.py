"""Saving and loading models: .keras, .weights.h5 and the older .h5, as Keras 3.15 writes and reads them.

A file is read whole and looked at before anything in the model is changed; nothing in a file is ever run. The formats:
keras/src/saving/saving_lib.py and keras/src/legacy/saving/legacy_h5_format.py.
"""
import json
import os
import warnings

import _keras_files
from _keras_configs import (clone_model, compile_config, compile_from, deserialize_keras_object, from_config,
                            functional_config, model_from_json, serialize_keras_object, to_json)
from _keras_objects import (CustomObjectScope, custom_object_scope, get_custom_objects, get_registered_name,
                            get_registered_object, register_keras_serializable)
from _keras_weights import Plan, plan_weights, restore_optimizer, stored, walk, weights_tree

_MOST_JSON = 1 << 28


def _check_target(filepath, overwrite):
    path = os.fspath(filepath)
    if not overwrite and os.path.exists(path):
        answer = input(f'[WARNING] {path} already exists - overwrite? [y/n]')
        while answer.strip().lower() not in ('y', 'n'):
            answer = input('Enter "y" (overwrite) or "n" (cancel).')
        if answer.strip().lower() == 'n':
            return None
    return path


def _is_h5(path):
    return path.endswith(('.h5', '.hdf5'))


# ---- saving ----

def save_model(model, filepath, overwrite=True, zipped=None, kwargs=None, **more):
    kwargs = dict(kwargs or {}, **more)
    with_optimizer = kwargs.pop('include_optimizer', True)
    kind = kwargs.pop('save_format', None)
    if kwargs:
        raise ValueError(f'The following argument(s) are not supported: {list(kwargs)}')
    path = str(filepath) if isinstance(filepath, (int, float)) else os.fspath(filepath)
    if kind in ('h5', 'hdf5') and not _is_h5(path):
        path += '.h5'
    if kind == 'keras' and not path.endswith('.keras'):
        path += '.keras'
    if not path.endswith('.keras') and not _is_h5(path):
        raise ValueError('Invalid filepath extension for saving. Please add either a `.keras` extension for the native Keras '
                         f'format (recommended) or a `.h5` extension. Use `model.export(filepath)` if you want to export a '
                         f'SavedModel for use with TFLite/TFServing/etc. Received: filepath={filepath}.')
    path = _check_target(path, overwrite)
    if path is None:
        return
    if _is_h5(path):
        from _keras_h5 import model_tree
        _keras_files.write(path, _keras_files.h5_write(model_tree(model, with_optimizer)))
        return
    if not model.built:
        warnings.warn('You are saving a model that has not yet been built. It might not contain any weights yet. Consider '
                      'building the model first by calling it on some data.', stacklevel=2)
    import datetime
    import io
    import zipfile
    config = json.dumps(serialize_keras_object(model))
    metadata = json.dumps({'keras_version': '3.15.1',
                           'date_saved': datetime.datetime.now().strftime('%Y-%m-%d@%H:%M:%S')})
    file = io.BytesIO()
    with zipfile.ZipFile(file, 'w') as archive:
        archive.writestr('metadata.json', metadata)
        archive.writestr('config.json', config)
        archive.writestr('model.weights.h5', _keras_files.h5_write(weights_tree(model)))
        for where, layer, _, _ in walk(model):
            for name, text in layer._assets() if hasattr(layer, '_assets') else ():
                archive.writestr(f'assets/{where}/{name}', text)
    _keras_files.write(path, file.getvalue())


def save_weights(model, filepath, overwrite=True, kwargs=None):
    if isinstance(filepath, (int, float)):
        raise ValueError(f"The filename must end in `.weights.h5`. Received: filepath={filepath}")
    path = os.fspath(filepath)
    if not _is_h5(path):
        raise ValueError(f'The filename must end in `.weights.h5`. Received: filepath={path}')
    path = _check_target(path, overwrite)
    if path is None:
        return
    if not model.built:
        raise ValueError('You are saving a model that has not yet been built. Try building the model first by calling it on '
                         'some data or by using `build()`.')
    # A name without .weights is what Keras 2 wrote: the older format.
    if path.endswith('weights.h5'):
        tree = weights_tree(model)
    else:
        import _keras_h5
        tree = _keras_h5.weights_tree(model)
    _keras_files.write(path, _keras_files.h5_write(tree))


def export(model, filepath, format='tf_saved_model', verbose=True, input_signature=None, kwargs=None):
    raise NotImplementedError("model.export() is not there: nnsh writes no SavedModel; model.save('name.keras') writes a file "
                              'that Keras loads, and exports')


# ---- loading ----

def _load_assets(model, path):
    """What layers keep in files of their own: vocabularies."""
    import zipfile
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        for where, layer, _, _ in walk(model):
            if hasattr(layer, '_load_asset') and f'assets/{where}/{layer._asset}' in names:
                layer._load_asset(archive.read(f'assets/{where}/{layer._asset}').decode('utf-8'))


def _open_archive(path, with_config=True):
    """(config or None, tree of weights) of a .keras file."""
    import zipfile
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            for name in ('config.json', 'model.weights.h5'):
                if name not in names:
                    continue
                info = archive.getinfo(name)
                if info.file_size > _MOST_JSON and info.file_size > 100 * info.compress_size:
                    raise ValueError(f'{path}: {name} claims {info.file_size} bytes: not unpacked')
            config = archive.read('config.json') if with_config and 'config.json' in names else None
            data = archive.read('model.weights.h5') if 'model.weights.h5' in names else None
    except (zipfile.BadZipFile, EOFError, IndexError, NotImplementedError) as error:
        raise ValueError(f'{path}: not a .keras file, or a damaged one: {error}') from None
    if with_config:
        if config is None:
            raise KeyError("There is no item named 'config.json' in the archive")
        try:
            config = json.loads(config.decode())
        except UnicodeDecodeError as error:
            raise ValueError(f'{path}: config.json is damaged: {error}') from None
    if data is None:
        raise ValueError('Expected a model.weights.h5 or model.weights.npz file.')
    return config, _keras_files.h5_read(path, data)


def _described(config, path, custom_objects, compile):
    if not compile and isinstance(config, dict):
        config = dict(config, compile_config=None)
    try:
        made = deserialize_keras_object(config, custom_objects)
    except (KeyError, IndexError, AttributeError) as error:
        raise ValueError(f'{path}: the description of the model is damaged: {type(error).__name__}: {error}') from None
    except (ValueError, TypeError) as error:
        raise (TypeError if isinstance(error, TypeError) else ValueError)(f'{error}\n\nFile: {path}') from None
    from keras.layers import Layer
    if not isinstance(made, Layer):
        raise ValueError(f'Expected object to be an instance of `KerasSaveable`, but got {made} of type {type(made)}')
    return made


def load_model(filepath, custom_objects=None, compile=True, safe_mode=True):
    import zipfile
    path = str(filepath) if isinstance(filepath, (int, float)) else os.fspath(filepath)
    if _is_h5(path):
        import _keras_h5
        return _keras_h5.load_model(path, custom_objects, compile, _described)
    if not path.endswith('.keras'):
        raise ValueError(f'File format not supported: filepath={path}. Keras 3 only supports V3 `.keras` files, legacy H5 '
                         'format files (`.h5` extension). Note that the legacy SavedModel format is not supported by '
                         '`load_model()` in Keras 3. In order to reload a TensorFlow SavedModel as an inference-only layer in '
                         f"Keras 3, use `keras.layers.TFSMLayer({path}, call_endpoint='serving_default')` (note that your "
                         '`call_endpoint` might have a different name).')
    if not os.path.exists(path) or not zipfile.is_zipfile(path):
        raise ValueError(f'File not found: filepath={path}. Please ensure the file is an accessible `.keras` zip file.')
    config, tree = _open_archive(path)
    with CustomObjectScope(custom_objects):
        model = _described(config, path, custom_objects, compile)
    plan = Plan()
    plan_weights(model, tree, plan)
    plan.carry_out()
    _load_assets(model, path)
    optimizer = tree['items'].get('optimizer')
    if compile and isinstance(optimizer, dict):
        restore_optimizer(model, stored(optimizer, ''))
    return model


def _must_be_built(model):
    if not model.built:
        raise ValueError('You are loading weights into a model that has not yet been built. Try building the model first by '
                         'calling it on some data or by using `build()`.')


def load_weights(model, filepath, skip_mismatch=False, kwargs=None):
    if isinstance(filepath, (int, float)):
        raise ValueError(f"File format not supported: filepath={filepath}. Keras 3 only supports V3 `.keras` files, "
                         f"`.weights.h5` files, "
                         "legacy H5 format files (`.h5` extension), or Orbax checkpoints.")
    kwargs = dict(kwargs or {})
    by_name = kwargs.pop('by_name', None)
    if kwargs:
        raise ValueError(f'Invalid keyword arguments: {kwargs}')
    path = os.fspath(filepath)
    if not path.endswith('.keras') and not _is_h5(path):
        raise ValueError(f'File format not supported: filepath={path}. Keras 3 only supports V3 `.keras` files, `.weights.h5` '
                         'files, legacy H5 format files (`.h5` extension), or Orbax checkpoints.')
    older = _is_h5(path) and not path.endswith('.weights.h5')
    if by_name is not None and not older:
        raise ValueError(f"`by_name` only supports loading legacy '.h5' or '.hdf5' files. Received: {path}")
    _must_be_built(model)
    plan = Plan()
    tree = _open_archive(path, False)[1] if path.endswith('.keras') else _keras_files.h5_read(path)
    # Files by their content where the name promises too much: Keras 2 called both kinds .h5.
    if 'layer_names' in tree['attrs'] or 'model_weights' in tree['items']:
        import _keras_h5
        _keras_h5.plan_weights(model, tree['items'].get('model_weights', tree), plan, by_name, skip_mismatch, path)
        plan.carry_out()
        return
    plan_weights(model, tree, plan)
    plan.carry_out(skip_mismatch)
    optimizer = tree['items'].get('optimizer')
    if isinstance(optimizer, dict) and not plan.problems:
        restore_optimizer(model, stored(optimizer, ''), build=False)
