"""The weights of a model as the tree of groups that a .weights.h5 file is (keras/src/saving/saving_lib.py).

A group's place is the path of attributes that leads to a layer; a list of layers names them by their classes. What was
seen on one path is not stored again on another. Trees: {'attrs': {name: value}, 'items': {name: array or such a tree}}.
"""
import re
import warnings

import _keras_files
import numpy as np


def snake(name):
    name = re.sub(r'\W+', '', name)
    name = re.sub('(.)([A-Z][a-z]+)', r'\1_\2', name)
    return re.sub('([a-z])([A-Z])', r'\1_\2', name).lower()


_CELLS = ('LSTM', 'GRU', 'SimpleRNN')
_HEADS = ('query_dense', 'key_dense', 'value_dense', 'output_dense')


def group_of(name=None):
    return {'attrs': {} if name is None else {'name': name}, 'items': {}}


def _vars(name, arrays):
    group = group_of(name)
    for place, array in enumerate(arrays):
        group['items'][str(place)] = array
    return group


# ---- the walk over a model ----

def _parts(layer):
    """Where Keras puts the weights of a layer that is made of others: (path, name, weights)."""
    kind, weights = type(layer).__name__, list(layer.weights)
    if kind in _CELLS:
        return [('cell', snake(kind) + '_cell', weights)]
    if kind == 'Bidirectional':
        half = len(weights) // 2
        return [('forward_layer/cell', layer.name, weights[:half]), ('backward_layer/cell', layer.name, weights[half:])]
    if kind == 'MultiHeadAttention':
        each = len(weights) // len(_HEADS)
        return [(head, head, weights[place * each:(place + 1) * each]) for place, head in enumerate(_HEADS)]
    return []


def _is_layer(thing):
    return hasattr(thing, 'count_params') and hasattr(thing, 'weights')


def is_model(layer):
    return hasattr(layer, 'layers') and hasattr(layer, 'summary')


def _unique(name, used):
    used[name] = used.get(name, -1) + 1
    return name if used[name] == 0 else f'{name}_{used[name]}'


def _children(layer):
    """The layers that a layer holds, as pairs of an attribute and what it is."""
    native = _keras_files.is_native(type(layer))
    if native:
        if is_model(layer):
            return [('layers', layer.layers)]
        return [('layer', layer.layer)] if type(layer).__name__ == 'TimeDistributed' else []
    found = [(name, value) for name, value in vars(layer).items() if not name.startswith('__')]
    if is_model(layer):
        found.append(('layers', layer.layers))
    return sorted(found, key=lambda pair: '~' + pair[0] if pair[0].startswith('_') else pair[0])


def _own(layer):
    native = _keras_files.is_native(type(layer))
    if not native:
        weights = _keras_files.own_weights(layer)
        return [each for each in weights if each.trainable] + [each for each in weights if not each.trainable]
    return [] if is_model(layer) or _parts(layer) or type(layer).__name__ == 'TimeDistributed' else list(layer.weights)


def _walk_items(items, path, seen):
    used = {}
    for each in items.values() if isinstance(items, dict) else items:
        if _is_layer(each):
            yield from walk(each, f"{path}/{_unique(snake(type(each).__name__), used)}", seen)
        elif isinstance(each, (list, tuple, dict)):
            yield from _walk_items(each, f"{path}/{_unique('container', used)}", seen)


def walk(layer, path='', seen=None):
    """(path, layer, name, weights) of a layer and of all that it holds."""
    seen = set() if seen is None else seen
    if _keras_files.identity(layer) in seen:
        return
    seen.add(_keras_files.identity(layer))
    yield path, layer, layer.name, _own(layer)
    start = path + '/' if path else ''
    for part, name, weights in _parts(layer):
        yield start + part, layer, name, weights
    for name, child in _children(layer):
        if _is_layer(child):
            yield from walk(child, start + name, seen)
        elif isinstance(child, (list, tuple, dict)):
            yield from _walk_items(child, start + name, seen)


# ---- optimizers ----

def _order(optimizer, count, each):
    """Where Keras keeps the slots, which here lie weight by weight: Adam's two lie so too, the third and all of RMSprop's
    one kind after the other."""
    together = 1 if type(optimizer).__name__ == 'RMSprop' else min(each, 2)
    weights = range(count // each if each else 0)
    return ([weight * each + slot for weight in weights for slot in range(together)]
            + [weight * each + slot for slot in range(together, each) for weight in weights])


def optimizer_arrays(optimizer):
    iterations, rate, slots, built, each = _keras_files.optimizer_state(optimizer)
    if not built:
        return []
    scheduled = _has_schedule(optimizer)
    return ([('iteration', np.array(iterations, dtype='int64'))]
            + ([] if scheduled else [('learning_rate', np.array(rate, dtype='float32'))])
            + [slots[place] for place in _order(optimizer, len(slots), each)] + _further(optimizer, iterations))


def _further(optimizer, iterations):
    """What an optimizer remembers beside slots: Nadam's product, which follows from the iterations."""
    if type(optimizer).__name__ != 'Nadam':
        return []
    beta, product = optimizer.get_config()['beta_1'], 1.0
    for step in range(1, iterations + 1):
        product *= beta * (1 - 0.5 * 0.96 ** step)
        if product < 1e-45:
            break
    return [('variable', np.array(product, dtype='float32'))]


def _has_schedule(optimizer):
    rate = optimizer.get_config().get('learning_rate')
    return isinstance(rate, dict) or hasattr(rate, 'get_config')


def restore_optimizer(model, arrays, build=True):
    """What a file says of the optimizer; `build` False: as Keras does in load_weights, where one that has not worked yet
    has no place for it."""
    if not model.compiled or model.optimizer is None or not arrays:
        return
    optimizer = model.optimizer
    scheduled = _has_schedule(optimizer)
    has_rate = not scheduled and len(arrays) > 1 and arrays[1].ndim == 0  # Keras 2 leaves it out
    start = 2 if has_rate else 1
    if build:
        _keras_files.optimizer_build(model, optimizer)
    built, each = _keras_files.optimizer_state(optimizer)[3:]
    if built:
        given = list(arrays[start:])
        if type(optimizer).__name__ == 'Nadam' and given:
            given.pop()
        slots = [None] * len(given)
        for place, array in zip(_order(optimizer, len(given), each), given):
            slots[place] = array
        fits = all(array is not None for array in slots)
        rate = float(arrays[1]) if has_rate else None
        if fits and _keras_files.optimizer_restore(optimizer, int(arrays[0]), rate, slots):
            return
    wanted = len(optimizer_arrays(optimizer)) or start
    warnings.warn(f"Skipping variable loading for optimizer '{optimizer.name}', because it has {wanted} variables whereas the "
                  f'saved optimizer has {len(arrays)} variables. ', stacklevel=2)


# ---- trees ----

def weights_tree(model):
    root = group_of()
    for path, _, name, weights in walk(model):
        group = root
        for part in path.split('/') if path else []:
            group = group['items'].setdefault(part, group_of())
        group['items']['vars'] = _vars(name, [weight.numpy() for weight in weights])
    if model.compiled and model.optimizer is not None:
        arrays = optimizer_arrays(model.optimizer)
        if arrays:
            root['items']['optimizer'] = group_of()
            root['items']['optimizer']['items']['vars'] = _vars(model.optimizer.name, [array for _, array in arrays])
    return root


def _in_order(group):
    return [group['items'][key] for key in sorted(group['items'], key=lambda key: (len(key), key))]


def stored(group, path):
    """The arrays of the vars of a group, in their order; none where there is no such group."""
    for part in (path.split('/') if path else []) + ['vars']:
        group = group['items'].get(part)
        if not isinstance(group, dict):
            return []
    return [each for each in _in_order(group) if isinstance(each, np.ndarray)]


class Plan:
    """Assignments that are made once all are known to fit."""

    def __init__(self):
        self.pairs = []
        self.problems = {}  # by layer: the layer and what is wrong

    def add(self, layer, weights, arrays):
        if len(arrays) != len(weights):
            text = (f"Layer '{layer.name}' expected {len(weights)} variables, but received {len(arrays)} variables during "
                    f'loading. Expected: {[weight.name for weight in weights]}')
            if not weights and not layer.built:
                text = (f"Layer '{layer.name}' was never built and thus it doesn't have any variables. However the weights "
                        f'file lists {len(arrays)} variables for this layer.')
            self.problems.setdefault(_keras_files.identity(layer), (layer, text))
            return
        for weight, array in zip(weights, arrays):
            if tuple(weight.shape) != array.shape:
                text = ('The shape of the target variable and the shape of the target value in `variable.assign(value)` must '
                        f'match. variable.shape={tuple(weight.shape)}, Received: value.shape={array.shape}. Target variable: '
                        f'{weight!r}')
                self.problems.setdefault(_keras_files.identity(layer), (layer, text))
                return
        self.pairs += zip(weights, arrays)

    def carry_out(self, skip_mismatch=False):
        if self.problems:
            failed = list(self.problems.values())
            text = (f'A total of {len(failed)} objects could not be loaded. Example error message for object {failed[0][0]}:'
                    f'\n\n{failed[0][1]}\n\nList of objects that could not be loaded:\n{[layer for layer, _ in failed]}')
            if not skip_mismatch:
                raise ValueError(text)
            warnings.warn(text, stacklevel=2)
        for weight, array in self.pairs:
            weight.assign(array)


def plan_weights(model, tree, plan):
    for path, layer, _, weights in walk(model):
        arrays = stored(tree, path)
        if not arrays and '_layer_checkpoint_dependencies' in tree['items']:  # Keras 2.13's name
            arrays = stored(tree, path.replace('layers', '_layer_checkpoint_dependencies'))
        plan.add(layer, weights, arrays)
