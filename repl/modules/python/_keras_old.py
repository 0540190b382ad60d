"""Old spellings while a program runs. The table is _keras_old_rows.py; keras_old.c asks here."""
from _keras_old_rows import (ATTRIBUTES, DATA_FORMATS, HISTORY, KEYWORDS, MERGES, MODULES, NAMES, POSITIONS)

_names = {(where, old): new for where, old, new in NAMES}
_attributes = {(kind, old): new for kind, old, new in ATTRIBUTES}


# ---- modules and their names ----

def module(name):
    """A module under its old name, or None."""
    if name.startswith('tensorflow.keras.'):
        name = name[len('tensorflow.'):]
    if name in ('tensorflow.compat', 'tensorflow.compat.v1'):
        return tf_compat().v1 if name.endswith('v1') else tf_compat()
    if name.startswith('tensorflow.compat.v1.'):
        return _import('tensorflow' + name[len('tensorflow.compat.v1'):])
    new = MODULES.get(name)
    return None if new is None else _import(new)


def _import(name):
    return __import__(name, fromlist=['*'])


def attribute(where, name):
    """An attribute of one of Keras's modules that it does not have today, or None."""
    new = _names.get((where, name))
    if new is None:
        if where == 'keras.datasets' and name in ('boston_housing', 'california_housing', 'imdb', 'reuters'):
            return _import(where + '.' + name)
        moved = MODULES.get(where + '.' + name)
        return None if moved is None else _import(moved)
    if new[0] == '=':
        function = globals()[new[1:]]
        if new in ('=gone', '=tf_logging', '=tf_compat', '=tf_train', '=text_module'):
            return function(where + '.' + name) if new == '=gone' else function()
        return function
    if new in MODULES.values() or new == 'tensorflow':
        return _import(new)
    holder, _, last = new.rpartition('.')
    return getattr(_import(holder), last, None)


def object_attribute(kind, name, it):
    """An attribute of a model, layer or optimizer, or None."""
    for family in (kind, 'Layer') if kind == 'Model' else (kind,):
        if (family, name) in _attributes:
            return _members[family, name](it)
    return None


def _output_shape(it):
    return tuple(it.output.shape)


def _input_shape(it):
    return tuple(it.input.shape)


def _predict_classes(it):
    def predict_classes(x, batch_size=32, verbose=0):
        probabilities = it.predict(x, batch_size=batch_size, verbose=verbose)
        if probabilities.shape[-1] > 1:
            return probabilities.argmax(axis=-1)
        return (probabilities > 0.5).astype('int32')
    return predict_classes


def _generator_fit(it):
    def fit_generator(generator, *given, **named):
        return _generated(it.fit, generator, ('steps_per_epoch', 'epochs', 'verbose', 'callbacks', 'validation_data',
                                              'validation_steps'), given, named)
    return fit_generator


# The positions of evaluate_generator and predict_generator, which said nothing unless asked.
_ONCE = ('steps', 'callbacks', 'max_queue_size', 'workers', 'use_multiprocessing', 'verbose')


def _generator_evaluate(it):
    def evaluate_generator(generator, *given, **named):
        return _generated(it.evaluate, generator, _ONCE, given, {'verbose': 0, **named})
    return evaluate_generator


def _generator_predict(it):
    def predict_generator(generator, *given, **named):
        return _generated(it.predict, generator, _ONCE, given, {'verbose': 0, **named})
    return predict_generator


def _generated(method, generator, names, given, named):
    named = dict(zip(names, given), **named)
    if 'samples_per_epoch' in named or 'nb_val_samples' in named or 'val_samples' in named:
        first = next(generator)
        batch = len(first[0][0] if isinstance(first[0], (list, tuple)) else first[0])
        generator = _chained(first, generator)
        for old, new in (('samples_per_epoch', 'steps_per_epoch'), ('nb_val_samples', 'validation_steps'),
                         ('val_samples', 'steps')):
            if old in named:
                named[new] = max(1, -(-named.pop(old) // batch))
    if 'nb_epoch' in named:
        named['epochs'] = named.pop('nb_epoch')
    for old in ('nb_worker', 'workers', 'pickle_safe', 'use_multiprocessing', 'max_q_size', 'max_queue_size'):
        named.pop(old, None)
    return method(generator, **named)


def _chained(first, rest):
    yield first
    yield from rest


_members = {
    ('Model', 'predict_classes'): _predict_classes,
    ('Model', 'predict_proba'): lambda it: it.predict,
    ('Model', 'fit_generator'): _generator_fit,
    ('Model', 'evaluate_generator'): _generator_evaluate,
    ('Model', 'predict_generator'): _generator_predict,
    ('Optimizer', 'lr'): lambda it: it.learning_rate,
    ('Layer', 'W'): lambda it: it.kernel,
    ('Layer', 'b'): lambda it: it.bias,
    ('Layer', 'output_shape'): _output_shape,
    ('Layer', 'input_shape'): _input_shape,
    ('Layer', 'get_output_at'): lambda it: lambda node_index=0: it.output,
    ('Layer', 'get_input_at'): lambda it: lambda node_index=0: it.input,
}


def history_key(name):
    """The other name of a key of history.history, or None."""
    if name in HISTORY:
        return HISTORY[name]
    for old, new in HISTORY.items():
        if name == new:
            return old
    return None


# ---- calls ----

class Runtime:
    """How mend() handles values while a program runs; _keras_check has the same for texts."""

    def literal(self, value):
        return value

    def known(self, value):
        return True

    def make(self, value):
        return value

    def tuple(self, values):
        return tuple(values)

    def is_number(self, value):
        return isinstance(value, int)

    def tail(self, value):
        return tuple(value)[1:]

    def negative(self, value):
        return -value

    def decayed(self, rate, decay):
        import keras
        return keras.optimizers.schedules.InverseTimeDecay(rate, 1, decay)


def rows_for(name, family):
    """The keyword rows that hold for a callee."""
    return KEYWORDS.get(name, []) + (KEYWORDS.get(family, []) if family != name else [])


def mend(name, family, args, kwargs, values):
    """Today's arguments for a call with old ones: (args, kwargs), or None where nothing is old about it."""
    today = TODAY.get(name, name)
    rows = {row[0]: row for row in rows_for(today, family)}
    old = any(key in rows for key in kwargs)
    names = POSITIONS.get(name, '').split()
    sizes = sum(each.startswith('kernel_') and each != 'kernel_initializer' for each in names)
    by_position = sizes and len(args) > sizes and all(values.is_number(each) for each in args[1:1 + sizes])
    if not old and (name == today or not by_position):
        return None
    if by_position:
        kwargs = dict(zip(names, args), **kwargs)
        args = ()
    new = {}
    for key, value in kwargs.items():
        row = rows.get(key)
        if row is None:
            new[key] = value
        elif len(row) == 3:
            if _changes[row[2]](new, row[1], value, values, kwargs) is False:
                return None
        elif row[1] is not None:
            new[row[1]] = value
    _gather_kernel(new, values)
    return args, new


# What a callee with positions of its own is called today.
TODAY = {'Convolution1D': 'Conv1D', 'Convolution2D': 'Conv2D', 'Convolution3D': 'Conv3D',
         'SeparableConvolution2D': 'SeparableConv2D', 'Deconvolution2D': 'Conv2DTranspose'}


def _gather_kernel(new, values):
    parts = [new.pop(part) for part in ('kernel_depth', 'kernel_rows', 'kernel_columns') if part in new]
    if parts:
        rest = {key: new.pop(key) for key in list(new) if key != 'filters'}
        new['kernel_size'] = values.tuple(parts)
        new.update(rest)


def _data_format(new, key, value, values, kwargs):
    if not values.known(value):
        return False
    name = values.literal(value)
    name = DATA_FORMATS.get(name, name)
    if name is not None:
        new[key] = values.make(name)


def _without_batch(new, key, value, values, kwargs):
    new[key] = values.tail(value)


def _only_zero(new, key, value, values, kwargs):
    if values.known(value) and values.literal(value) not in (0, 2):
        return False


def _only_one(new, key, value, values, kwargs):
    if not values.known(value) or values.literal(value) != 1:
        new['save_freq'] = value
        return False


def _plus_minus(new, key, value, values, kwargs):
    new['minval'] = values.negative(value)
    new['maxval'] = value


def _decay(new, key, value, values, kwargs):
    if values.known(value) and not values.literal(value):
        return
    rate = kwargs.get('lr', kwargs.get('learning_rate'))
    if rate is None:
        return False
    new[key] = values.decayed(rate, value)


def _samples(new, key, value, values, kwargs):
    batch = kwargs.get('batch_size')
    new[key] = values.make(1) if batch is None else value


def _nothing(new, key, value, values, kwargs):
    pass


_changes = {'data_format': _data_format, 'without_batch': _without_batch, 'only_zero': _only_zero, 'only_one': _only_one,
            'plus_minus': _plus_minus, 'decay': _decay, 'samples': _samples, 'accuracy': _nothing, 'metrics': _nothing}


def call_again(callee, name, family, it, args, kwargs):
    """Makes a call that was refused under today's spelling: (result,), or None where nothing is old about it."""
    if it is not None and name in ('fit', 'evaluate'):
        wanted = kwargs.get('metrics') or (['accuracy'] if kwargs.get('show_accuracy') else None)
        if wanted and it.compiled and it.metrics_names == ['loss']:
            it.compile(optimizer=it.optimizer, loss=it.loss, metrics=wanted)
    if name in ('fit', 'evaluate', 'predict') and {'samples_per_epoch', 'nb_val_samples', 'val_samples'} & kwargs.keys():
        generator = kwargs.pop('generator', args[0] if args else None)
        return _generated(callee, generator, (), (), kwargs),
    mended = mend(name, family, args, kwargs, Runtime())
    if mended is None:
        return None
    return callee(*mended[0], **mended[1]),


# ---- classes and functions that have no name of their own today ----

def _convolution(old):
    def make(*args, **kwargs):
        from keras import layers
        args, kwargs = mend(old, 'Layer', args, kwargs, Runtime()) or (args, kwargs)
        return getattr(layers, TODAY[old])(*args, **kwargs)
    make.__name__ = old
    return make


Convolution1D = _convolution('Convolution1D')
Convolution2D = _convolution('Convolution2D')
Convolution3D = _convolution('Convolution3D')
SeparableConvolution2D = _convolution('SeparableConvolution2D')
Deconvolution2D = _convolution('Deconvolution2D')


def merge(inputs, mode='sum', dot_axes=-1, concat_axis=-1, output_shape=None, name=None):
    """Several tensors as one, as Keras 1 spelt it."""
    from keras import layers
    named = {} if name is None else {'name': name}
    if mode == 'concat':
        return layers.Concatenate(axis=concat_axis, **named)(inputs)
    if mode in ('dot', 'cos'):
        return layers.Dot(axes=dot_axes, normalize=mode == 'cos', **named)(inputs)
    if mode not in MERGES:
        raise ValueError(f"Invalid merge mode: {mode!r}: one of 'sum', 'mul', 'ave', 'max', 'concat', 'dot', 'cos'")
    return getattr(layers, MERGES[mode].capitalize())(**named)(inputs)


class Merge:
    """Keras 1's layer of the same: called on tensors. Models as its inputs belong to keras.Model today."""

    def __init__(self, layers=None, mode='sum', concat_axis=-1, dot_axes=-1, name=None, **kwargs):
        if layers:
            raise NotImplementedError('Merge([model, ...]) inside Sequential is not there: write '
                                      "keras.Model(inputs, layers.concatenate([a.output, b.output])) instead")
        self.options = {'mode': mode, 'concat_axis': concat_axis, 'dot_axes': dot_axes, 'name': name}

    def __call__(self, inputs):
        return merge(inputs, **self.options)


def TimeDistributedDense(output_dim, **kwargs):
    from keras import layers
    args, kwargs = mend('Dense', 'Layer', (), dict(kwargs, output_dim=output_dim), Runtime())
    return layers.TimeDistributed(layers.Dense(**kwargs))


def ThresholdedReLU(theta=1.0, **kwargs):
    from keras import layers
    return layers.ReLU(threshold=theta, **kwargs)


def gone(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f'{name} is not there: it left Keras, and nothing took its place')
    refuse.__name__ = name.rpartition('.')[2]
    return refuse


def text_module():
    return _import('_keras_text')


# ---- the backend ----

def nothing(*args, **kwargs):
    """Without effect today."""


def always():
    return True


def no_session():
    return Session()


def learning_phase():
    return 0


def image_dim_ordering():
    return 'tf'


def set_image_dim_ordering(dim_ordering):
    set_image_data_format(DATA_FORMATS.get(dim_ordering, dim_ordering))


def set_image_data_format(data_format):
    if data_format == 'channels_first':
        raise NotImplementedError("images with the channels first are not there: use 'channels_last', "
                                  'and x.reshape(n, rows, columns, channels)')
    if data_format != 'channels_last':
        raise ValueError("The `data_format` argument must be one of {'channels_first', 'channels_last'}. "
                         f'Received: data_format={data_format}')


from _keras_backend import get_value, int_shape, set_value  # the old names of keras.backend that it has


# ---- tensorflow 1 ----

class _Options:
    """Takes any attribute, as the options of a session did; none has an effect."""

    def __init__(self, *args, **kwargs):
        self.__dict__.update(kwargs)
        if 'gpu_options' not in kwargs and isinstance(self, ConfigProto):
            self.gpu_options = GPUOptions()


class GPUOptions(_Options):
    pass


class ConfigProto(_Options):
    pass


class Session:
    """A session of TensorFlow 1: there to be made and given to K.set_session."""

    def __init__(self, target='', graph=None, config=None):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return False

    def close(self):
        pass

    def run(self, *args, **kwargs):
        raise NotImplementedError('tf.Session.run() is not there: graphs of TensorFlow 1 cannot be run')


class _Namespace:
    def __init__(self, **names):
        self.__dict__.update(names)


def tf_logging():
    return _Namespace(DEBUG=10, INFO=20, WARN=30, WARNING=30, ERROR=40, FATAL=50, set_verbosity=nothing,
                      get_verbosity=lambda: 30)


def get_logger():
    import logging
    return logging.getLogger('tensorflow')


def tf_train():
    from keras import optimizers
    return _Namespace(AdamOptimizer=optimizers.Adam, GradientDescentOptimizer=optimizers.SGD,
                      RMSPropOptimizer=optimizers.RMSprop, MomentumOptimizer=optimizers.SGD)


class _Version1:
    """tf.compat.v1: its own few names, and tensorflow's."""

    def __getattr__(self, name):
        import tensorflow
        if name == 'random':
            return _Namespace(set_random_seed=tensorflow.random.set_seed, set_seed=tensorflow.random.set_seed)
        if name in ('disable_eager_execution', 'disable_v2_behavior', 'reset_default_graph'):
            return nothing
        return getattr(tensorflow, name)


def tf_compat():
    import tensorflow
    return _Namespace(v1=_Version1(), v2=tensorflow)
