"""Configurations of models: what a file says of layers and how they are called, and the objects that it describes."""
import inspect
import json

import _keras_files
import numpy as np

from _keras_objects import get_registered_name, get_registered_object, is_registered


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
            raise TypeError(f'Cannot serialize object {obj} of type {type(obj)}. To be serializable, a class must implement '
                            'the `get_config()` method.')
        if is_registered(obj) or getattr(obj, '__module__', '') in ('__main__', None):
            return {'module': 'builtins', 'class_name': 'function', 'config': get_registered_name(obj),
                    'registered_name': 'function'}
        return obj.__name__
    config = _keras_files.serialize(obj)
    if config is None:
        kind = type(obj)
        # As Keras names a class: by its module, but for the program's own, which only the register knows.
        module = None if kind.__module__ == '__main__' else kind.__module__
        config = {'module': module, 'class_name': kind.__name__, 'config': serialize_config(obj.get_config()),
                  'registered_name': get_registered_name(kind)}
        build = _keras_files.build_config(obj)
        if build is not None:
            config['build_config'] = build
        if hasattr(obj, 'summary') and hasattr(obj, 'compiled') and obj.compiled:
            config['compile_config'] = compile_config(obj)
        return config
    if config['class_name'] == 'Functional':
        config['module'] = 'keras.src.models.functional'
        config['registered_name'] = 'Functional'
        config['build_config'] = {'input_shape': None}
    if config['class_name'] == 'Sequential' and 'build_config' not in config and obj.built:
        config['build_config'] = {'input_shape': obj.input_shape}
    if config['class_name'] in ('Functional', 'Sequential'):
        config['compile_config'] = compile_config(obj)
    return config


def serialize_config(config):
    """What the user's get_config() gave, with the objects in it as their own configurations."""
    return {key: serialize_keras_object(value) for key, value in config.items()}


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
    function = inner.get('function') if name == 'Lambda' else None
    known = None
    if isinstance(function, str):
        known = get_registered_object(f'Custom>{function}', custom_objects) or get_registered_object(function, custom_objects)
    if known is not None:
        import keras
        return keras.layers.Lambda(known, **{key: inner[key] for key in ('name', 'output_shape', 'mask', 'arguments')})
    if name == '__lambda__' or name == 'Lambda':
        raise ValueError('Requested the deserialization of a `Lambda` layer or function, whose code lies in the file: '
                         'nnsh runs no code from a file. Write a class of your own instead.')
    if name == 'function':
        found = get_registered_object(inner, custom_objects)
        if found is None:
            found = get_registered_object(config.get('registered_name'), custom_objects)
        return inner if found is None else found
    made = _find_class(name, config.get('registered_name'), config.get('module'), custom_objects)
    if inspect.isfunction(made):
        return made
    if not isinstance(made, type) or not (hasattr(made, 'from_config') or _keras_files.is_native(made)):
        raise TypeError(f"Unable to reconstruct an instance of '{name}' because the class is missing a `from_config()` method. Full "
                        f'object config: {config}')
    obj = _from_config(made, inner, custom_objects)
    build = config.get('build_config')
    if build and getattr(obj, 'built', True) is False and build.get('input_shape') and _is_shape(build['input_shape']):
        if hasattr(obj, 'summary') and not _keras_files.is_native(type(obj)) and not _defines(type(obj), 'build'):
            _keras_files.build_by_run(obj, build['input_shape'])
        else:
            obj.build(build['input_shape'])
    compiled = config.get('compile_config')
    if compiled:
        compile_from(obj, compiled, custom_objects)
    return obj


def _is_shape(value):
    return all(each is None or isinstance(each, int) for each in value)


def compile_from(model, config, custom_objects=None):
    config = {key: deserialize_keras_object(each, custom_objects) for key, each in config.items()}
    named = {key: config[key] for key in ('loss', 'loss_weights', 'metrics', 'weighted_metrics')
             if config.get(key) is not None}
    model.compile(optimizer=config.get('optimizer') or 'rmsprop', **named)


def _defines(kind, name):
    """Whether a class of the user's, or one that it derives from, has a method of its own."""
    return isinstance(kind, type) and any(name in vars(each) for each in kind.__mro__ if not _keras_files.is_native(each))


def from_config(kind, config, custom_objects=None):
    """What Class.from_config(config) gives."""
    import keras
    if not (isinstance(kind, type) and issubclass(kind, keras.layers.Layer)) or kind.__name__ in ('Sequential',
            'Functional', 'Model'):
        return _from_config(kind, config, custom_objects)
    try:
        return _from_config(kind, config, custom_objects)
    except (TypeError, ValueError) as error:
        raise TypeError(f"Error when deserializing class '{kind.__name__}' using config={config}.\n\nException "
                        f"encountered: {error}") from None


def _from_config(kind, config, custom_objects=None):
    name = kind.__name__
    if name == 'Sequential':
        return _sequential(config, custom_objects)
    if name in ('Functional', 'Model') and 'input_layers' in config:
        return _functional(config, custom_objects)
    if _defines(kind, 'from_config'):
        return kind.from_config(config)
    named = {key: deserialize_keras_object(each, custom_objects) for key, each in config.items()}
    if name == 'InputLayer':
        if 'batch_input_shape' in named:
            named['batch_shape'] = named.pop('batch_input_shape')
        named.pop('ragged', None)
    if name in ('LSTM', 'GRU', 'SimpleRNN'):
        # What Bidirectional tells its layers, and what Keras 2 wrote and had no effect.
        for gone in ('zero_output_for_mask', 'implementation') + (() if named.get('time_major') else ('time_major',)):
            named.pop(gone, None)
    named.pop('input_dtype', None)  # Keras 1's
    if name == 'LayerNormalization' and not named.get('rms_scaling'):
        named.pop('rms_scaling', None)
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
    if 'layers' not in config:
        raise ValueError("A Sequential model configuration must be a dictionary containing the 'name' and 'layers' keys. "
                         f"Received: config={config}")
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


def _sources(part):
    """The layers that a node names as those that its inputs come from."""
    if isinstance(part, dict) and 'keras_history' in part:
        yield part['keras_history'][0]
    elif isinstance(part, (dict, list)):
        for each in part.values() if isinstance(part, dict) else part:
            yield from _sources(each)


def operations(model):
    """What a functional model does without a layer (x * 2, ops.exp(x)): (the operation, the how-manyth call, its inputs)."""
    return [(each, place, inputs) for each, place, _, inputs in _keras_files.graph(model)[0] if list(each.get_config()) == ['name']]


class _Origins:
    """The inputs of an operation's call: names of layers, calls and outputs."""

    def __init__(self, inputs):
        self.inputs = [(origin[0].name, origin[1], origin[2]) for origin in inputs]

    def found(self, tensors):
        if any((name, place) not in tensors for name, place, _ in self.inputs):
            return None
        given = [tensors[name, place][output] for name, place, output in self.inputs]
        return [given[0] if len(given) == 1 else given], {}


def _functional(config, custom_objects, clone=None, without_layers=()):
    import keras
    layers, tensors, waiting = {}, {}, []
    for operation, place, inputs in without_layers:
        layers[operation.name] = operation
        waiting.append((operation.name, place, _Origins(inputs)))
    for each in config['layers']:
        name = each.get('name', each['config'].get('name'))
        if each['class_name'] == 'InputLayer':
            tensors[name, 0] = [_input_tensor(each['config'])]
            continue
        layers[name] = clone(name) if clone else deserialize_keras_object(dict(each, build_config=None), custom_objects)
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
            for source in _sources([node for _, _, node in rest if not isinstance(node, _Origins)]):
                if source not in layers and (source, 0) not in tensors:
                    raise ValueError(f'Unknown layer: {source}')
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
    if isinstance(node, _Origins):
        return node.found(tensors)
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
    known = operations(model) if type(model).__name__ == 'Functional' else []
    if clone_function is None and not known:
        return deserialize_keras_object(serialize_keras_object(model))
    import keras
    if type(model).__name__ != 'Sequential':
        clone = None if clone_function is None else lambda name: clone_function(model.get_layer(name))
        return _functional(serialize_keras_object(model)['config'], None, clone, known)
    layers = [clone_function(layer) for layer in model.layers]
    start = [keras.Input(batch_shape=model.input_shape)] if model.built else []
    return keras.Sequential(start + layers, name=model.name)
