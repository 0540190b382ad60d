"""The older .h5 of whole models and of weights (keras/src/legacy/saving/legacy_h5_format.py)."""
import json
import warnings

import _keras_files
import numpy as np

from _keras_configs import compile_from, deserialize_keras_object, serialize_keras_object, compile_config
from _keras_objects import CustomObjectScope
from _keras_weights import Plan, group_of, optimizer_arrays, restore_optimizer

_MOST_ATTRIBUTE = 64512 // 16  # texts in one attribute: HDF5 has 64 KB for it


# ---- writing ----

def _plain(config):
    """A configuration without the module names, as .h5 files have it at the level of layers."""
    made = {'class_name': config['class_name'], 'config': config['config']}
    if config.get('registered_name') not in (None, config['class_name']):
        made['class_name'] = config['registered_name']
    if isinstance(made['config'], dict) and 'layers' in made['config']:
        made['config'] = dict(made['config'], layers=[_plain(each) for each in made['config']['layers']])
    for key in ('name', 'inbound_nodes'):
        if key in config:
            made[key] = config[key]
    return made


def _put(group, path, array):
    *folders, last = path.split('/')
    for part in folders:
        group = group['items'].setdefault(part, group_of())
    group['items'][last] = array


def _unique(paths):
    """Names that differ: a path that comes twice gets a number."""
    seen = {}
    for path in paths:
        seen[path] = seen.get(path, 0) + 1
        yield path if seen[path] == 1 else f'{path}_{seen[path] - 1}'


def _put_names(group, name, texts):
    """A list of texts as an attribute, or as several where it is long."""
    if len(texts) <= _MOST_ATTRIBUTE:
        group['attrs'][name] = texts if texts else np.zeros(0)
        return
    for place, start in enumerate(range(0, len(texts), _MOST_ATTRIBUTE)):
        group['attrs'][f'{name}{place}'] = texts[start:start + _MOST_ATTRIBUTE]


def _weights_of(layer):
    return list(layer.trainable_weights) + list(layer.non_trainable_weights)


def weights_tree(model):
    group = group_of()
    group['attrs'] = {'backend': 'tensorflow', 'keras_version': '3.15.1'}
    _put_names(group, 'layer_names', [layer.name for layer in model.layers])
    for layer in model.layers:
        own = group['items'][layer.name] = group_of()
        weights = _weights_of(layer)
        names = list(_unique(weight.path for weight in weights))
        _put_names(own, 'weight_names', names)
        for name, weight in zip(names, weights):
            _put(own, name, weight.numpy())
    top = group['items']['top_level_model_weights'] = group_of()
    weights = [] if _keras_files.is_native(type(model)) else _keras_files.own_weights(model)
    names = list(_unique(weight.path for weight in weights))
    _put_names(top, 'weight_names', names)
    for name, weight in zip(names, weights):
        _put(top, name, weight.numpy())
    return group


def _plain_objects(value):
    if isinstance(value, list):
        return [_plain_objects(each) for each in value]
    if isinstance(value, dict) and value.get('class_name') == 'function':
        return value['config']
    if isinstance(value, dict) and 'class_name' in value and 'config' in value:
        return {'class_name': value['class_name'], 'config': value['config']}
    if isinstance(value, dict):
        return {key: _plain_objects(each) for key, each in value.items()}
    return value


def model_tree(model, with_optimizer):
    if not _keras_files.is_native(type(model)) and type(model).__name__ not in ('Sequential', 'Functional'):
        raise NotImplementedError('a model of your own class is not written as .h5: save it as .keras, or its weights with '
                                  'save_weights()')
    root = group_of()
    config = serialize_keras_object(model)
    root['attrs'] = {'backend': 'tensorflow', 'keras_version': '3.15.1', 'model_config': json.dumps(_plain(config))}
    root['items']['model_weights'] = weights_tree(model)
    if with_optimizer and model.compiled:
        training = compile_config(model)
        optimizer = training.pop('optimizer')
        training['optimizer_config'] = {'class_name': optimizer.get('registered_name') or optimizer['class_name'],
                                        'config': optimizer['config']}
        training['metrics'] = _plain_objects(training['metrics'])
        training['loss'] = _plain_objects(training['loss'])
        root['attrs']['training_config'] = json.dumps(training)
        arrays = optimizer_arrays(model.optimizer)
        if arrays:
            name = model.optimizer.name
            names = [path if '/' in path else f'{name}/{path}' for path, _ in arrays]
            own = root['items']['optimizer_weights'] = group_of()
            _put_names(own, 'weight_names', names)
            for path, (_, array) in zip(names, arrays):
                _put(own, path, array)
    return root


# ---- reading ----

def _by_path(group, path):
    for part in path.split('/'):
        group = group['items'].get(part) if isinstance(group, dict) else None
    return group


def _names(group, name):
    """A list of texts, which may lie in several attributes; None where there is none."""
    attributes = group['attrs']
    if name in attributes:
        found = attributes[name]
        return found if isinstance(found, list) else [] if isinstance(found, np.ndarray) else None
    found = []
    while f'{name}{len(found)}' in attributes:
        found.append(attributes[f'{name}{len(found)}'])
    return [text for part in found for text in part] if found else None


def _arrays(group, path):
    names = _names(group, 'weight_names') or []
    arrays = [_by_path(group, name) for name in names]
    if any(not isinstance(array, np.ndarray) for array in arrays):
        raise ValueError(f'{path}: a weight that the file names is not in it')
    return arrays


def _take(plan, layer, weights, arrays, where, skip_mismatch):
    for weight, array in zip(weights, arrays):
        if tuple(weight.shape) == array.shape:
            plan.pairs.append((weight, array))
            continue
        text = (f'for weight {weight.path}. Weight expects shape {tuple(weight.shape)}. Received saved weight with shape '
                f'{array.shape}')
        if not skip_mismatch:
            raise ValueError(f'Shape mismatch in {where}{text}')
        warnings.warn(f'Skipping loading weights for {where}due to mismatch in shape {text}', stacklevel=2)


def plan_weights(model, group, plan, by_name, skip_mismatch, path):
    names = _names(group, 'layer_names')
    if names is None or any(name not in group['items'] for name in names):
        raise ValueError(f'{path}: no weights of a model: layer_names is missing or wrong')
    stored = [(name, _arrays(group['items'][name], path)) for name in names]
    if by_name:
        for place, (name, arrays) in enumerate(stored):
            for layer in model.layers:
                weights = _weights_of(layer)
                if layer.name != name:
                    continue
                if len(weights) == len(arrays):
                    _take(plan, layer, weights, arrays, f'layer #{place} (named {layer.name})', skip_mismatch)
                    continue
                text = f'Layer expects {len(weights)} weight(s). Received {len(arrays)} saved weight(s)'
                if not skip_mismatch:
                    raise ValueError(f'Weight count mismatch for layer #{place} (named {layer.name}). {text}')
                warnings.warn(f'Skipping loading of weights for layer #{place} (named {layer.name}) due to mismatch in number '
                              f'of weights. {text}', stacklevel=2)
        return
    stored = [(name, arrays) for name, arrays in stored if arrays]
    layers = [layer for layer in model.layers if layer.weights]
    if len(stored) != len(layers):
        raise ValueError(f'Layer count mismatch when loading weights from file. Model expected {len(layers)} layers, found '
                         f'{len(stored)} saved layers.')
    for place, (layer, (name, arrays)) in enumerate(zip(layers, stored)):
        weights = _weights_of(layer)
        if len(weights) != len(arrays):
            raise ValueError(f'Weight count mismatch for layer #{place} (named {layer.name} in the current model, {name} in '
                             f'the save file). Layer expects {len(weights)} weight(s). Received {len(arrays)} saved weight(s)')
        _take(plan, layer, weights, arrays, f'layer #{place} (named {layer.name})', skip_mismatch)
    top = group['items'].get('top_level_model_weights')
    if isinstance(top, dict) and not _keras_files.is_native(type(model)):
        _take(plan, model, _keras_files.own_weights(model), _arrays(top, path), 'top-level model', skip_mismatch)


def load_model(path, custom_objects, compile, described):
    tree = _keras_files.h5_read(path)
    config = tree['attrs'].get('model_config')
    if not isinstance(config, str):
        raise ValueError(f'No model config found in the file at {path}.')
    try:
        config = json.loads(config)
    except ValueError as error:
        raise ValueError(f'{path}: model_config is damaged: {error}') from None
    with CustomObjectScope(custom_objects):
        model = described(config, path, custom_objects, False)
    plan = Plan()
    plan_weights(model, tree['items'].get('model_weights', group_of()), plan, False, False, path)
    plan.carry_out()
    training = tree['attrs'].get('training_config')
    if not compile or not isinstance(training, str):
        if compile:
            warnings.warn('No training configuration found in the save file, so the model was *not* compiled. Compile it '
                          'manually.', stacklevel=2)
        return model
    try:
        _compile(model, json.loads(training), custom_objects)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ValueError(f'{path}: training_config is damaged: {error}') from None
    weights = tree['items'].get('optimizer_weights')
    if isinstance(weights, dict):
        restore_optimizer(model, _pairs(_names(weights, 'weight_names') or [], _arrays(weights, path)))
    return model


def _pairs(names, arrays):
    """Optimizer weights of Keras 2 before 2.11, which has all first moments before all second ones, as today's."""
    first = [array for name, array in zip(names, arrays) if name.endswith('/m:0')]
    second = [array for name, array in zip(names, arrays) if name.endswith('/v:0')]
    if not first or len(first) != len(second):
        return arrays
    others = [array for name, array in zip(names, arrays) if not name.endswith(('/m:0', '/v:0'))]
    return others + [array for pair in zip(first, second) for array in pair]


def _compile(model, training, custom_objects):
    optimizer = training.pop('optimizer_config', None)
    if optimizer is not None:
        name = optimizer['class_name'].removeprefix('Custom>')  # as Keras 2.11 and later wrote its own
        training['optimizer'] = {'class_name': name, 'config': _todays_optimizer(optimizer['config'])}
    with CustomObjectScope(custom_objects):
        compile_from(model, {key: value for key, value in training.items()
                             if key in ('optimizer', 'loss', 'metrics', 'loss_weights', 'weighted_metrics')}, custom_objects)


def _todays_optimizer(config):
    config = dict(config)
    if 'lr' in config:
        config['learning_rate'] = config.pop('lr')
    for gone in ('decay', 'is_legacy_optimizer', 'jit_compile', 'schedule_decay'):
        config.pop(gone, None)
    return config
