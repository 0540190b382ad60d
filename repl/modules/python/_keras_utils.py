"""The helpers of keras.utils that are written in the language."""
import os


def pack_x_y_sample_weight(x, y=None, sample_weight=None):
    if y is None:
        return x if not isinstance(x, (list, tuple)) else (x,)
    return (x, y) if sample_weight is None else (x, y, sample_weight)


def unpack_x_y_sample_weight(data):
    if isinstance(data, list):
        data = tuple(data)
    if not isinstance(data, tuple):
        return data, None, None
    if len(data) in (1, 2, 3):
        return data + (None,) * (3 - len(data))
    raise ValueError('Data is expected to be in format `x`, `(x,)`, `(x, y)`, or `(x, y, sample_weight)`, found: '
                     f'{data}')


def get_file(fname=None, origin=None, untar=False, md5_hash=None, file_hash=None, cache_subdir='datasets',
             hash_algorithm='auto', extract=False, archive_format='auto', cache_dir=None, force_download=False):
    """The path of a file in Keras's cache, or of one named by file:. Nothing is ever downloaded."""
    if origin is None:
        raise ValueError('Please specify the "origin" argument (URL of the file to download).')
    if force_download:
        raise NotImplementedError('get_file(force_download=True) is not there: nnsh opens no connections')
    name = os.path.basename(str(fname or origin.split('?')[0]))
    if not name:
        raise ValueError(f"Can't parse the file name from the origin provided: '{origin}'.Please specify the `fname` "
                         'argument.')
    if origin.startswith('file://'):
        path = origin[len('file://'):]
        if not os.path.exists(path):
            print(f'Downloading data from {origin}')
            raise Exception(f"URL fetch failure on {origin}: None -- [Errno 2] No such file or directory: '{path}'")
    else:
        base = cache_dir or os.environ.get('KERAS_HOME') or os.path.join(os.path.expanduser('~'), '.keras')
        folder = os.path.join(os.path.expanduser(str(base)), cache_subdir)
        path = os.path.join(folder, name)
        if not os.path.exists(path) and not os.path.exists(os.path.join(folder, _stem(name))):
            raise OSError(f'get_file found no {name} in {folder}: nnsh opens no connections; fetch {origin} by other means '
                          'and put it there')
    if file_hash or md5_hash:
        _check(path, file_hash or md5_hash, hash_algorithm if file_hash else 'md5')
    if not (extract or untar):
        return path
    return _extracted(path)


def _stem(name):
    for end in ('.tar.gz', '.tgz', '.tar', '.zip'):
        if name.endswith(end):
            return name[:-len(end)]
    return name


def _check(path, wanted, algorithm):
    import hashlib
    sha = algorithm == 'sha256' or (algorithm == 'auto' and len(wanted) == 64)
    with open(path, 'rb') as file:
        data = file.read()
    found = (hashlib.sha256(data) if sha else hashlib.md5(data)).hexdigest()
    if found != wanted:
        raise ValueError(f'Incomplete or corrupted file detected. The {algorithm} file hash does '
                         f'not match the provided value of {wanted}.')


def _extracted(path):
    folder = os.path.join(os.path.dirname(path), _stem(os.path.basename(path)))
    if os.path.exists(folder) and folder != path:
        return folder
    if path.endswith('.zip'):
        import zipfile
        with zipfile.ZipFile(path) as archive:
            archive.extractall(folder)
    else:
        import tarfile
        with tarfile.open(path) as archive:
            archive.extractall(folder)
    return folder


# ---- plot_model ----

def plot_model(model, to_file='model.png', show_shapes=False, show_dtype=False, show_layer_names=False, rankdir='TB',
               expand_nested=False, dpi=200, show_layer_activations=False, show_trainable=False, splines='ortho', **kwargs):
    """Draws the layers as boxes: into a text file, or on the screen where the file would be a picture."""
    if not model.built:
        raise ValueError('This model has not yet been built. Build the model first by calling `build()` or by calling the '
                         'model on a batch of data.')
    names = kwargs.pop('layer_range', None)
    if kwargs:
        raise ValueError(f'Unrecognized keyword arguments: {kwargs}')
    if rankdir != 'TB':
        raise NotImplementedError(f"plot_model(rankdir={rankdir!r}) is not there: boxes of characters stand one below the "
                                  'other')
    from _keras_graph import picture
    text = picture(model, layer_range(model, names) if names else None, show_shapes, show_dtype, show_layer_names,
                   expand_nested, show_layer_activations, show_trainable)
    path = None if to_file is None else os.fspath(to_file)
    if path is not None and path.endswith(('.txt', '.text')):
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return
    print(text, end='')
    if path is not None:
        import sys
        print(f'note: plot_model draws with characters: {path} was not written; to_file="model.txt" writes this drawing',
              file=sys.stderr)


def model_to_dot(model, **kwargs):
    raise NotImplementedError('model_to_dot() is not there: plot_model() draws the layers with characters')


def layer_range(model, names):
    """Which layers summary(layer_range=[first, last]) shows, as places from and to before."""
    import re
    if len(names) != 2:
        raise ValueError(f'layer_range must be a list or tuple of length 2. Received: layer_range = {names} of length '
                         f'{len(names)}')
    if not isinstance(names[0], str) or not isinstance(names[1], str):
        raise ValueError(f'layer_range should contain string type only. Received: {names}')
    places = [[place for place, layer in enumerate(model.layers) if re.match(name, layer.name)] for name in names]
    if not places[0] or not places[1]:
        raise ValueError(f'Passed layer_names do not match the layer names in the model. Received: {names}')
    lower, upper = min(places[0]), max(places[1])
    return (lower, upper + 1) if lower <= upper else (min(places[1]), max(places[0]) + 1)


def clear_session(free_memory=True):
    """Forgets the names that were given: the next Dense is 'dense' again."""
    import keras
    keras.backend.clear_session()


# ---- Progress ----

class Progbar:
    """How far a loop is: on a terminal a bar that is written over, in a pipe one line at the end (Keras writes control
    characters there)."""

    def __init__(self, target, width=20, verbose=1, interval=0.05, stateful_metrics=None, stateless_metrics=None,
                 unit_name='step'):
        if stateful_metrics is not None and stateless_metrics is not None:
            raise ValueError('Only one of `stateful_metrics` or `stateless_metrics` can be provided. `stateful_metrics` is used '
                             'to make metrics stateless by default (with an exclusion list), while `stateless_metrics` is used '
                             'to make metrics stateful by default (with an exclusion list).')
        import time
        self.target = target
        self.width = width
        self.verbose = verbose
        self.interval = interval
        self.unit_name = unit_name
        self.stateful_metrics = set(stateful_metrics or ()) if stateless_metrics is None else None
        self.stateless_metrics = None if stateless_metrics is None else set(stateless_metrics)
        self._seen_so_far = 0
        self._values = {}
        self._start = time.time()
        self._last_update = 0
        self._length = 0

    def update(self, current, values=None, finalize=None):
        import sys
        import time
        if finalize is None:
            finalize = self.target is not None and current >= self.target
        for name, value in values or []:
            stateless = name in self.stateless_metrics if self.stateful_metrics is None else name not in self.stateful_metrics
            if not stateless or finalize:
                self._values[name] = [value, 1]
            else:
                count = max(current - self._seen_so_far, 1)
                total, before = self._values.get(name, [0, 0])
                self._values[name] = [total + value * count, before + count]
        self._seen_so_far = current
        now = time.time()
        if self.verbose == 2 and finalize and self.target:
            print(f'{current:{len(str(self.target))}d}/{self.target} - {now - self._start:.0f}s -' + self._shown(current, now))
        elif self.verbose == 1 and (finalize or sys.stdout.isatty() and now - self._last_update >= self.interval):
            done = int(self.width * current / self.target) if self.target else 0
            bar = (f'{current:{len(str(self.target))}d}/{self.target} ' + '\u2501' * done + '\u254c' * (self.width - done)
                   if self.target else f'{current:7d}/Unknown')
            text = f'{bar} {now - self._start:.0f}s' + self._shown(current, now)
            if sys.stdout.isatty():
                print('\r' + text.ljust(self._length), end='\n' if finalize else '', flush=True)
                self._length = len(text)
            else:
                print(text)
        self._last_update = now

    def add(self, n, values=None):
        self.update(self._seen_so_far + n, values)

    def _shown(self, current, now):
        each = (now - self._start) / max(current, 1)
        text = (f' {each:.0f}s/{self.unit_name}' if each >= 1 or each == 0 else
                f' {each * 1e3:.0f}ms/{self.unit_name}' if each >= 1e-3 else f' {each * 1e6:.0f}us/{self.unit_name}')
        for name, (total, count) in self._values.items():
            mean = float(total) / max(1, count)
            text += f' - {name}: {mean:.4f}' if abs(mean) > 1e-3 else f' - {name}: {mean:.4e}'
        return text
