"""Saving and loading models: .keras, .weights.h5 and the older .h5, as Keras 3.15 writes and reads them.

A file is read whole and looked at before anything in the model is changed; nothing in a file is ever run. The formats:
keras/src/saving/saving_lib.py and keras/src/legacy/saving/legacy_h5_format.py.
"""
import json
import os
import re
import warnings

import _keras_files
import numpy as np

_custom = {}
_scope = {}  # what holds inside a CustomObjectScope
_registered = {}
_names = {}
_MOST_JSON = 1 << 28


# ---- custom objects ----

def get_custom_objects():
    return _custom


def register_keras_serializable(package='Custom', name=None):
    """A decorator that makes a class or function known to load_model."""
    def decorate(thing):
        full = f'{package}>{name if name is not None else thing.__name__}'
        if isinstance(thing, type) and not hasattr(thing, 'get_config'):
            raise ValueError("Cannot register a class that does not have a get_config() method.")
        _registered[full] = thing
        _names[id(thing)] = full
        return thing
    return decorate


def get_registered_name(obj):
    return _names.get(id(obj), obj.__name__)


def get_registered_object(name, custom_objects=None, module_objects=None):
    for known in (_scope, _custom, _registered, custom_objects or {}, module_objects or {}):
        if name in known:
            return known[name]
    return None


class CustomObjectScope:
    """Names that hold inside a with block."""

    def __init__(self, custom_objects):
        self.custom_objects = custom_objects or {}

    def __enter__(self):
        self.backup = dict(_scope)
        _scope.update(self.custom_objects)
        return self

    def __exit__(self, *exception):
        _scope.clear()
        _scope.update(self.backup)


custom_object_scope = CustomObjectScope


# ---- configurations ----

def _tensor_config(origin, numbers):
    layer, node, output, shape, dtype = origin
    return {'class_name': '__keras_tensor__',
            'config': {'shape': shape, 'dtype': dtype, 'keras_history': [layer.name, numbers[layer.name, node], output]}}


def functional_config(model):
    """get_config() of a functional model: its layers, and how they are called on one another."""
    calls, inputs, outputs = _keras_files.graph(model)
    by_layer = {}
    for call in sorted(calls, key=lambda call: call[1]):
        by_layer.setdefault(call[0].name, []).append(call)
    numbers = {(name, call[1]): place for name, made in by_layer.items() for place, call in enumerate(made)}
    layers = []
    for layer in model.layers:
        config = serialize_keras_object(layer)
        config['name'] = layer.name
        config['inbound_nodes'] = nodes = []
        for _, _, training, given in by_layer.get(layer.name, []):
            if not given:
                continue
            tensors = [_tensor_config(origin, numbers) for origin in given]
            several = len(tensors) > 1 or type(layer).__name__ in _LISTS
            kwargs = {} if training is None else {'training': training}
            nodes.append({'args': (tensors if several else tensors[0],), 'kwargs': kwargs})
        layers.append(config)

    def places(origins):
        made = [[each[0].name, numbers[each[0].name, each[1]], each[2]] for each in origins]
        return made[0] if len(made) == 1 else made
    return {'name': model.name, 'trainable': model.trainable, 'layers': layers, 'input_layers': places(inputs),
            'output_layers': places(outputs)}


_LISTS = ('Add', 'Subtract', 'Multiply', 'Average', 'Maximum', 'Minimum', 'Concatenate', 'Dot')


def compile_config(model):
    given = getattr(model, '_compile_arguments', None)
    if given is None or not model.compiled:
        return {}
    optimizer, loss, loss_weights, metrics, weighted_metrics = given
    return {'optimizer': serialize_keras_object(model.optimizer), 'loss': serialize_keras_object(loss),
            'loss_weights': loss_weights, 'metrics': serialize_keras_object(metrics),
            'weighted_metrics': serialize_keras_object(weighted_metrics), 'run_eagerly': False, 'steps_per_execution': 1,
            'jit_compile': False}


def serialize_keras_object(obj):
    """What stands in a file for an object: its module, class and configuration."""
    if obj is None or isinstance(obj, (bool, int, float, str)):
        return obj
    if isinstance(obj, (list, tuple)):
        return [serialize_keras_object(each) for each in obj]
    if isinstance(obj, dict):
        return {key: serialize_keras_object(each) for key, each in obj.items()}
    if isinstance(obj, np.ndarray):
        return {'class_name': '__numpy__', 'config': {'value': obj.tolist(), 'dtype': str(obj.dtype)}}
    if not hasattr(obj, 'get_config'):
        if not callable(obj):
            raise ValueError(f'Cannot serialize object {obj} of type {type(obj)}.')
        if id(obj) in _names or getattr(obj, '__module__', '') in ('__main__', None):
            return {'module': 'builtins', 'class_name': 'function', 'config': obj.__name__,
                    'registered_name': get_registered_name(obj)}
        return obj.__name__
    config = _keras_files.serialize(obj)
    if config is None:
        kind = type(obj)
        config = {'module': kind.__module__, 'class_name': kind.__name__, 'config': obj.get_config(),
                  'registered_name': get_registered_name(kind)}
    if config['class_name'] == 'Functional':
        config['module'] = 'keras.src.models.functional'
        config['registered_name'] = 'Functional'
        config['build_config'] = {'input_shape': None}
    if config['class_name'] == 'Sequential' and 'build_config' not in config and obj.built:
        config['build_config'] = {'input_shape': obj.input_shape}
    if config['class_name'] in ('Functional', 'Sequential'):
        config['compile_config'] = compile_config(obj)
    return config


def _find_class(name, registered, where, custom_objects):
    for key in (registered, name):
        found = get_registered_object(key, custom_objects) if key else None
        if found is not None:
            return found
    import keras
    for part in ('layers', 'models', 'initializers', 'regularizers', 'constraints', 'losses', 'metrics', 'optimizers',
                 'activations', 'optimizers.schedules'):
        holder = keras
        for each in part.split('.'):
            holder = getattr(holder, each, None)
        found = getattr(holder, name, None) if isinstance(name, str) and name.isidentifier() else None
        if found is not None and (where in (None, '') or not where.startswith('keras.')
                                  or where.startswith('keras.src') or where.endswith(part)):
            return found
    raise TypeError(f"Could not locate class '{name}'. Make sure custom classes and functions are decorated with "
                    '`@keras.saving.register_keras_serializable()`.')


def deserialize_keras_object(config, custom_objects=None, safe_mode=True, **kwargs):
    """The object that a configuration describes."""
    if isinstance(config, (list, tuple)):
        return [deserialize_keras_object(each, custom_objects) for each in config]
    if not isinstance(config, dict):
        if isinstance(config, str) and get_registered_object(config, custom_objects) is not None:
            return get_registered_object(config, custom_objects)
        return config
    if 'class_name' not in config or 'config' not in config:
        return {key: deserialize_keras_object(each, custom_objects) for key, each in config.items()}
    name, inner = config['class_name'], config['config']
    if name == 'DTypePolicy':
        return inner['name']
    if name == '__numpy__':
        return np.array(inner['value'], dtype=inner['dtype'])
    if name == '__tuple__':
        return tuple(deserialize_keras_object(each, custom_objects) for each in inner)
    if name == '__lambda__' or name == 'Lambda':
        raise ValueError('Requested the deserialization of a `Lambda` layer or function, whose code lies in the file: '
                         'nnsh runs no code from a file. Write a class of your own instead.')
    if name == 'function':
        found = get_registered_object(config.get('registered_name') or inner, custom_objects)
        if found is None:
            found = get_registered_object(inner, custom_objects)
        return inner if found is None else found
    made = _find_class(name, config.get('registered_name'), config.get('module'), custom_objects)
    obj = from_config(made, inner, custom_objects)
    build = config.get('build_config')
    if build and getattr(obj, 'built', True) is False and build.get('input_shape') and _is_shape(build['input_shape']):
        obj.build(build['input_shape'])
    compiled = config.get('compile_config')
    if compiled:
        _compile_from(obj, compiled, custom_objects)
    return obj


def _is_shape(value):
    return all(each is None or isinstance(each, int) for each in value)


def _compile_from(model, config, custom_objects=None):
    config = {key: deserialize_keras_object(each, custom_objects) for key, each in config.items()}
    named = {key: config[key] for key in ('loss', 'loss_weights', 'metrics', 'weighted_metrics')
             if config.get(key) is not None}
    model.compile(optimizer=config.get('optimizer') or 'rmsprop', **named)


def from_config(kind, config, custom_objects=None):
    """What Class.from_config(config) gives."""
    name = kind.__name__
    if name == 'Sequential':
        return _sequential(config, custom_objects)
    if name in ('Functional', 'Model') and 'input_layers' in config:
        return _functional(config, custom_objects)
    if not _keras_files.is_native(kind) and 'from_config' in dir(kind):
        return kind.from_config(config)
    if not callable(kind):
        raise TypeError(f'{kind!r} is no class')
    named = {key: deserialize_keras_object(each, custom_objects) for key, each in config.items()}
    if name == 'InputLayer':
        if 'batch_input_shape' in named:
            named['batch_shape'] = named.pop('batch_input_shape')
        named.pop('ragged', None)
    if name == 'BatchNormalization' and isinstance(named.get('axis'), list):
        named['axis'] = named['axis'][0]
    return kind(**named)


def _input_tensor(config):
    import keras
    shape = config.get('batch_shape', config.get('batch_input_shape'))
    return keras.Input(batch_shape=tuple(shape), dtype=deserialize_keras_object(config.get('dtype')), name=config.get('name'))


def _sequential(config, custom_objects):
    import keras
    if isinstance(config, list):
        config = {'layers': config}
    layers = []
    for each in config['layers']:
        if each['class_name'] == 'InputLayer':
            layers.append(_input_tensor(each['config']))
            continue
        shape = each['config'].get('batch_input_shape')
        if shape is not None and not layers:
            layers.append(keras.Input(batch_shape=tuple(shape)))
        plain = {key: value for key, value in each['config'].items() if key != 'batch_input_shape'} if shape else each['config']
        layers.append(deserialize_keras_object(dict(each, config=plain, build_config=None), custom_objects))
    model = keras.Sequential(layers, name=config.get('name'))
    shape = config.get('build_input_shape')
    if shape and not model.built and _is_shape(shape):
        model.build(shape)
    return model


def _functional(config, custom_objects):
    import keras
    layers, tensors, waiting = {}, {}, []
    for each in config['layers']:
        name = each.get('name', each['config'].get('name'))
        if each['class_name'] == 'InputLayer':
            tensors[name, 0] = [_input_tensor(each['config'])]
            continue
        layers[name] = deserialize_keras_object(dict(each, build_config=None), custom_objects)
        for place, node in enumerate(each['inbound_nodes']):
            waiting.append((name, place, node))
    while waiting:
        rest = []
        for name, place, node in waiting:
            given = _arguments(node, tensors)
            if given is None or (place and (name, place - 1) not in tensors):
                rest.append((name, place, node))
                continue
            made = layers[name](*given[0], **given[1])
            tensors[name, place] = made if isinstance(made, list) else [made]
        if len(rest) == len(waiting):
            raise ValueError(f'the layers of the model are not connected: {sorted({name for name, _, _ in rest})}')
        waiting = rest

    def ends(places):
        if places and isinstance(places[0], str):
            places = [places]
        return [tensors[place[0], place[1]][place[2]] for place in places]
    inputs, outputs = ends(config['input_layers']), ends(config['output_layers'])
    single = isinstance(config['output_layers'][0], str) or len(outputs) == 1
    model = keras.Model(inputs[0] if len(inputs) == 1 else inputs, outputs[0] if single else outputs, name=config.get('name'))
    if config.get('trainable') is False:
        model.trainable = False
    return model


def _arguments(node, tensors):
    """The arguments of a call in a configuration, or None where a tensor is not there yet."""
    if isinstance(node, list):  # as Keras 2 wrote it: [[layer, node, output, kwargs], ...]
        found = []
        for each in node:
            if (each[0], each[1]) not in tensors:
                return None
            found.append(tensors[each[0], each[1]][each[2]])
        return [found[0] if len(found) == 1 else found], {}
    missing = []

    def resolve(value):
        if isinstance(value, (list, tuple)):
            return [resolve(each) for each in value]
        if isinstance(value, dict) and value.get('class_name') == '__keras_tensor__':
            name, place, output = value['config']['keras_history']
            if (name, place) not in tensors:
                missing.append(name)
                return None
            return tensors[name, place][output]
        if isinstance(value, dict):
            return deserialize_keras_object(value)
        return value
    args = [resolve(each) for each in node['args']]
    kwargs = {key: resolve(each) for key, each in node.get('kwargs', {}).items() if each is not None}
    return None if missing else (args, kwargs)


def to_json(model, kwargs=None):
    return json.dumps(serialize_keras_object(model), **(kwargs or {}))


def model_from_json(json_string, custom_objects=None):
    return deserialize_keras_object(json.loads(json_string), custom_objects)


def clone_model(model, input_tensors=None, clone_function=None, call_function=None, recursive=False, **kwargs):
    """A model of new layers that are like a model's own, with new weights."""
    if input_tensors is not None or call_function is not None:
        raise NotImplementedError('clone_model(input_tensors=, call_function=) is not there yet')
    if clone_function is None:
        return deserialize_keras_object(serialize_keras_object(model))
    import keras
    if type(model).__name__ != 'Sequential':
        raise NotImplementedError('clone_model(clone_function=) of a functional model is not there yet')
    layers = [clone_function(layer) for layer in model.layers]
    start = [keras.Input(batch_shape=model.input_shape)] if model.built else []
    return keras.Sequential(start + layers, name=model.name)


# ---- weights ----

def _snake(name):
    name = re.sub(r'\W+', '', name)
    name = re.sub('(.)([A-Z][a-z]+)', r'\1_\2', name)
    return re.sub('([a-z])([A-Z])', r'\1_\2', name).lower()


_CELLS = ('LSTM', 'GRU', 'SimpleRNN')
_HEADS = ('query_dense', 'key_dense', 'value_dense', 'output_dense')


def _group(name=None):
    return {'attrs': {} if name is None else {'name': name}, 'items': {}}


def _vars(name, arrays):
    group = _group(name)
    for place, array in enumerate(arrays):
        group['items'][str(place)] = array
    return group


def _parts(layer):
    """Where Keras puts a layer's weights: (path below the layer's group, name, weights)."""
    kind, weights = type(layer).__name__, list(layer.weights)
    if kind in _CELLS:
        return [('cell', layer.name, weights)]
    if kind == 'Bidirectional':
        half = len(weights) // 2
        return [('forward_layer/cell', layer.name, weights[:half]), ('backward_layer/cell', layer.name, weights[half:])]
    if kind == 'TimeDistributed':
        return [('layer', layer.name, weights)]
    if kind == 'MultiHeadAttention':
        each = len(weights) // len(_HEADS)
        return [(head, head, weights[place * each:(place + 1) * each]) for place, head in enumerate(_HEADS)]
    return [('', layer.name, weights)]


def _containers(model):
    """The layers with the names that their groups have: dense, dense_1, ..."""
    used = {}
    for layer in model.layers:
        name = _snake(type(layer).__name__)
        used[name] = used.get(name, 0) + 1
        yield name if used[name] == 1 else f'{name}_{used[name] - 1}', layer


def _is_model(layer):
    return hasattr(layer, 'layers') and hasattr(layer, 'summary')


def _layer_groups(model):
    root = _group()
    for name, layer in _containers(model):
        group = root['items'][name] = _group()
        if _is_model(layer):
            group['items']['layers'] = _layer_groups(layer)
            group['items']['vars'] = _vars(layer.name, [])
            continue
        for path, own, weights in _parts(layer):
            place = group
            for part in path.split('/') if path else []:
                place = place['items'].setdefault(part, _group())
            place['items']['vars'] = _vars(own, [weight.numpy() for weight in weights])
        if 'vars' not in group['items']:
            group['items']['vars'] = _vars(layer.name, [])
    return root


def _optimizer_arrays(optimizer):
    iterations, rate, slots, built = _keras_files.optimizer_state(optimizer)
    if not built:
        return []
    scheduled = _has_schedule(optimizer)
    return ([('iteration', np.array(iterations, dtype='int64'))]
            + ([] if scheduled else [('learning_rate', np.array(rate, dtype='float32'))])
            + slots)


def _has_schedule(optimizer):
    rate = optimizer.get_config().get('learning_rate')
    return isinstance(rate, dict) or hasattr(rate, 'get_config')


def _weights_tree(model):
    root = _group()
    root['items']['layers'] = _layer_groups(model)
    if model.compiled and model.optimizer is not None:
        arrays = _optimizer_arrays(model.optimizer)
        if arrays:
            root['items']['optimizer'] = _group()
            root['items']['optimizer']['items']['vars'] = _vars(model.optimizer.name, [array for _, array in arrays])
    root['items']['vars'] = _vars(model.name, [])
    return root


def _stored(group, path):
    """The arrays of a vars group, in their order; None where there is no such group."""
    for part in (path.split('/') if path else []) + ['vars']:
        group = group['items'].get(part)
        if not isinstance(group, dict):
            return None
    return [group['items'][key] for key in sorted(group['items'], key=lambda key: (len(key), key))]


def _all_stored(group):
    """All arrays below a group: what a layer has whose parts lie elsewhere than expected."""
    found = []
    for key in sorted(group['items'], key=lambda key: (len(key), key)):
        each = group['items'][key]
        found += _all_stored(each) if isinstance(each, dict) else [each]
    return found


class _Plan:
    """Assignments that are made once all are known to fit."""

    def __init__(self, path):
        self.path = path
        self.pairs = []
        self.problems = []

    def add(self, layer, weights, arrays):
        if arrays is None:
            arrays = []
        if len(arrays) != len(weights):
            self.problems.append(f"Layer '{layer.name}' expected {len(weights)} variables, but received {len(arrays)} "
                                 'variables during loading. Expected: '
                                 f"{[weight.name for weight in weights]}")
            return
        for weight, array in zip(weights, arrays):
            if tuple(weight.shape) != array.shape:
                self.problems.append(f"Layer '{layer.name}': the shape of the target variable and the shape of the target "
                                     f"value in the file must match. variable.shape={tuple(weight.shape)}, "
                                     f'Received: value.shape={array.shape}. Target variable: {weight.path}')
                return
        self.pairs += zip(weights, arrays)

    def carry_out(self, skip_mismatch=False):
        if self.problems:
            text = (f'A total of {len(self.problems)} objects could not be loaded. Example error message:\n\n'
                    f'{self.problems[0]}\n\nFile: {self.path}')
            if not skip_mismatch:
                raise ValueError(text)
            warnings.warn(text, stacklevel=2)
        for weight, array in self.pairs:
            weight.assign(array)


def _plan_layers(model, group, plan):
    items = group['items'].get('layers')
    items = items['items'] if isinstance(items, dict) else {}
    for name, layer in _containers(model):
        own = items.get(name)
        if own is None or not isinstance(own, dict):
            own = _group()
        if _is_model(layer):
            _plan_layers(layer, own, plan)
            continue
        parts = _parts(layer)
        found = [_stored(own, path) for path, _, _ in parts]
        if any(each is None for each in found):
            plan.add(layer, list(layer.weights), _all_stored(own))
            continue
        for (_, _, weights), arrays in zip(parts, found):
            plan.add(layer, weights, arrays)


def _restore_optimizer(model, arrays, path):
    if not model.compiled or model.optimizer is None or not arrays:
        return
    scheduled = _has_schedule(model.optimizer)
    rate = None if scheduled else float(arrays[1])
    if not _keras_files.optimizer_restore(model, model.optimizer, int(arrays[0]), rate, list(arrays[1 if scheduled else 2:])):
        warnings.warn(f"Skipping variable loading for optimizer '{model.optimizer.name}': the file {path} holds "
                      f'{len(arrays)} variables, which are not those of this optimizer.', stacklevel=2)


# ---- files ----

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


def save_model(model, filepath, overwrite=True, zipped=None, kwargs=None):
    kwargs = dict(kwargs or {})
    with_optimizer = kwargs.pop('include_optimizer', True)
    kind = kwargs.pop('save_format', None)
    if kwargs:
        raise ValueError(f'The following argument(s) are not supported: {list(kwargs)}')
    path = os.fspath(filepath)
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
        _keras_files.write(path, _keras_files.h5_write(_legacy_tree(model, with_optimizer)))
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
        archive.writestr('model.weights.h5', _keras_files.h5_write(_weights_tree(model)))
    _keras_files.write(path, file.getvalue())


def save_weights(model, filepath, overwrite=True, kwargs=None):
    if not model.built:
        raise ValueError('You are saving a model that has not yet been built. Try building the model first by calling it on '
                         'some data or by using `build()`.')
    path = os.fspath(filepath)
    if not _is_h5(path):
        raise ValueError(f'The filename must end in `.weights.h5`. Received: filepath={path}')
    path = _check_target(path, overwrite)
    if path is None:
        return
    # A name without .weights is what Keras 2 wrote: the older format.
    tree = _weights_tree(model) if path.endswith('weights.h5') else _legacy_weights(model)
    _keras_files.write(path, _keras_files.h5_write(tree))


def _open_archive(path):
    """(config, tree of weights) of a .keras file."""
    import zipfile
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            for name in ('config.json', 'model.weights.h5'):
                if name not in names:
                    raise ValueError(f'{path}: no model: the archive has no {name}')
                info = archive.getinfo(name)
                if info.file_size > _MOST_JSON and info.file_size > 100 * info.compress_size:
                    raise ValueError(f'{path}: {name} claims {info.file_size} bytes: not unpacked')
            config = archive.read('config.json')
            data = archive.read('model.weights.h5')
    except (zipfile.BadZipFile, EOFError, IndexError, KeyError, NotImplementedError) as error:
        raise ValueError(f'{path}: not a .keras file, or a damaged one: {error}') from None
    try:
        config = json.loads(config.decode())
    except ValueError as error:
        raise ValueError(f'{path}: config.json is damaged: {error}') from None
    return config, _keras_files.h5_read(path, data)


def _described(config, path, custom_objects, compile):
    if not isinstance(config, dict):
        raise ValueError(f'{path}: config.json describes no model')
    if not compile:
        config = dict(config, compile_config=None)
    try:
        return deserialize_keras_object(config, custom_objects)
    except (KeyError, IndexError, AttributeError) as error:
        raise ValueError(f'{path}: the description of the model is damaged: {type(error).__name__}: {error}') from None
    except (ValueError, TypeError) as error:
        raise (TypeError if isinstance(error, TypeError) else ValueError)(f'{error}\n\nFile: {path}') from None


def load_model(filepath, custom_objects=None, compile=True, safe_mode=True):
    path = os.fspath(filepath)
    if not os.path.exists(path):
        raise ValueError(f'File not found: filepath={path}. Please ensure the file is an accessible `.keras` zip file.')
    if _is_h5(path):
        return _load_legacy(path, custom_objects, compile)
    if not path.endswith('.keras'):
        raise ValueError('File format not supported: filepath=' + path + '. Keras 3 only supports V3 `.keras` files and '
                         'legacy H5 format files (`.h5` extension).')
    config, tree = _open_archive(path)
    with CustomObjectScope(custom_objects):
        model = _described(config, path, custom_objects, compile)
    plan = _Plan(path)
    _plan_layers(model, tree, plan)
    plan.carry_out()
    optimizer = tree['items'].get('optimizer')
    if compile and isinstance(optimizer, dict):
        _restore_optimizer(model, _stored(optimizer, ''), path)
    return model


def load_weights(model, filepath, skip_mismatch=False, kwargs=None):
    kwargs = dict(kwargs or {})
    by_name = kwargs.pop('by_name', False)
    if kwargs:
        raise ValueError(f'Invalid keyword arguments: {kwargs}')
    path = os.fspath(filepath)
    if not model.built:
        raise ValueError('You are loading weights into a model that has not yet been built. Try building the model first by '
                         'calling it on some data or by using `build()`.')
    if not path.endswith('.keras') and not _is_h5(path):
        raise ValueError(f'File format not supported: filepath={path}. Keras 3 only supports V3 `.keras` and `.weights.h5` '
                         'files, or legacy V1/V2 `.h5` files.')
    plan = _Plan(path)
    if path.endswith('.keras'):
        tree = _open_archive(path)[1]
    else:
        tree = _keras_files.h5_read(path)
    if 'layer_names' in tree['attrs'] or 'model_weights' in tree['items']:
        _plan_legacy(model, tree['items'].get('model_weights', tree), plan, by_name)
    else:
        if by_name:
            raise ValueError(f'Invalid keyword arguments: {{\'by_name\': {by_name}}}')
        _plan_layers(model, tree, plan)
    plan.carry_out(skip_mismatch)
    optimizer = tree['items'].get('optimizer')
    if isinstance(optimizer, dict) and not plan.problems:
        _restore_optimizer(model, _stored(optimizer, ''), path)


# ---- the older .h5 ----

def _plain(config):
    """A configuration without the module names, as .h5 files have it at the level of layers."""
    made = {'class_name': config['class_name'], 'config': config['config']}
    if isinstance(made['config'], dict) and 'layers' in made['config']:
        made['config'] = dict(made['config'], layers=[_plain(each) for each in made['config']['layers']])
    for key in ('name', 'inbound_nodes'):
        if key in config:
            made[key] = config[key]
    return made


def _put(group, path, array):
    *folders, last = path.split('/')
    for part in folders:
        group = group['items'].setdefault(part, _group())
    group['items'][last] = array


def _unique(paths):
    """Names that differ: a path that comes twice gets a number."""
    seen = {}
    for path in paths:
        seen[path] = seen.get(path, 0) + 1
        yield path if seen[path] == 1 else f'{path}_{seen[path] - 1}'


def _legacy_weights(model):
    group = _group()
    group['attrs'] = {'layer_names': [layer.name for layer in model.layers], 'backend': 'tensorflow',
                      'keras_version': '3.15.1'}
    for layer in model.layers:
        own = group['items'][layer.name] = _group()
        names = list(_unique(weight.path for weight in layer.weights))
        own['attrs']['weight_names'] = names if names else np.zeros(0)
        for name, weight in zip(names, layer.weights):
            _put(own, name, weight.numpy())
    top = group['items']['top_level_model_weights'] = _group()
    top['attrs']['weight_names'] = np.zeros(0)
    return group


def _legacy_tree(model, with_optimizer):
    root = _group()
    config = serialize_keras_object(model)
    root['attrs'] = {'backend': 'tensorflow', 'keras_version': '3.15.1', 'model_config': json.dumps(_plain(config))}
    root['items']['model_weights'] = _legacy_weights(model)
    if with_optimizer and model.compiled:
        training = compile_config(model)
        optimizer = training.pop('optimizer')
        training['optimizer_config'] = {'class_name': optimizer['class_name'], 'config': optimizer['config']}
        training['metrics'] = _plain_objects(training['metrics'])
        training['loss'] = _plain_objects(training['loss'])
        root['attrs']['training_config'] = json.dumps(training)
        arrays = _optimizer_arrays(model.optimizer)
        if arrays:
            name = model.optimizer.name
            names = [path if '/' in path else f'{name}/{path}' for path, _ in arrays]
            own = root['items']['optimizer_weights'] = _group()
            own['attrs']['weight_names'] = names
            for path, (_, array) in zip(names, arrays):
                _put(own, path, array)
    return root


def _plain_objects(value):
    if isinstance(value, list):
        return [_plain_objects(each) for each in value]
    if isinstance(value, dict) and 'class_name' in value and 'config' in value:
        return {'class_name': value['class_name'], 'config': value['config']}
    return value


def _by_path(group, path):
    for part in path.split('/'):
        group = group['items'].get(part) if isinstance(group, dict) else None
    return group


def _legacy_arrays(group, path):
    names = group['attrs'].get('weight_names')
    arrays = [_by_path(group, name) for name in names] if isinstance(names, list) else []
    if any(not isinstance(array, np.ndarray) for array in arrays):
        raise ValueError(f'{path}: a weight that the file names is not in it')
    return arrays


def _plan_legacy(model, group, plan, by_name):
    names = group['attrs'].get('layer_names')
    if not isinstance(names, list) or any(name not in group['items'] for name in names):
        raise ValueError(f'{plan.path}: no weights of a model: layer_names is missing or wrong')
    if by_name:
        for layer in model.layers:
            if layer.name in names:
                plan.add(layer, list(layer.weights), _legacy_arrays(group['items'][layer.name], plan.path))
        return
    stored = [(name, _legacy_arrays(group['items'][name], plan.path)) for name in names]
    stored = [arrays for name, arrays in stored if arrays]
    layers = [layer for layer in model.layers if layer.weights]
    if len(stored) != len(layers):
        raise ValueError(f'Layer count mismatch when loading weights from file {plan.path}. Model expected {len(layers)} '
                         f'layers, found {len(stored)} saved layers.')
    for layer, arrays in zip(layers, stored):
        plan.add(layer, list(layer.weights), arrays)


def _load_legacy(path, custom_objects, compile):
    tree = _keras_files.h5_read(path)
    config = tree['attrs'].get('model_config')
    if not isinstance(config, str):
        raise ValueError(f'No model config found in the file at {path}.')
    try:
        config = json.loads(config)
    except ValueError as error:
        raise ValueError(f'{path}: model_config is damaged: {error}') from None
    with CustomObjectScope(custom_objects):
        model = _described(config, path, custom_objects, False)
    plan = _Plan(path)
    _plan_legacy(model, tree['items'].get('model_weights', _group()), plan, False)
    plan.carry_out()
    training = tree['attrs'].get('training_config')
    if not compile or not isinstance(training, str):
        if compile:
            warnings.warn('No training configuration found in the save file, so the model was *not* compiled. Compile it '
                          'manually.', stacklevel=2)
        return model
    try:
        _compile_legacy(model, json.loads(training), custom_objects)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ValueError(f'{path}: training_config is damaged: {error}') from None
    weights = tree['items'].get('optimizer_weights')
    if isinstance(weights, dict):
        _restore_optimizer(model, _legacy_arrays(weights, path), path)
    return model


def _compile_legacy(model, training, custom_objects):
    optimizer = training.pop('optimizer_config', None)
    if optimizer is not None:
        training['optimizer'] = {'class_name': optimizer['class_name'], 'config': _todays_optimizer(optimizer['config'])}
    with CustomObjectScope(custom_objects):
        _compile_from(model, {key: value for key, value in training.items()
                              if key in ('optimizer', 'loss', 'metrics', 'loss_weights', 'weighted_metrics')}, custom_objects)


def _todays_optimizer(config):
    config = dict(config)
    if 'lr' in config:
        config['learning_rate'] = config.pop('lr')
    for gone in ('decay', 'is_legacy_optimizer', 'jit_compile'):
        config.pop(gone, None)
    return config


def export(model, filepath, format='tf_saved_model', verbose=True, input_signature=None, kwargs=None):
    raise NotImplementedError("model.export() is not there: nnsh writes no SavedModel; model.save('name.keras') writes a file "
                              'that Keras loads, and exports')
