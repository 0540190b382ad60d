"""sklearn.utils: checks of what estimators are given, shuffling and resampling."""
import numpy as np


class Bunch(dict):
    """A dict whose keys are attributes too."""

    def __init__(self, **kwargs):
        super().__init__(kwargs)

    def __getattr__(self, key):
        if key in self:
            return self[key]
        raise AttributeError(key)

    def __setattr__(self, key, value):
        self[key] = value

    def __dir__(self):
        return self.keys()


def check_random_state(seed):
    if seed is None or seed is np.random:
        return np.random
    if isinstance(seed, (int, np.integer)):
        return np.random.RandomState(seed)
    if isinstance(seed, np.random.RandomState):
        return seed
    raise ValueError(f"{seed!r} cannot be used to seed a numpy.random.RandomState instance")


def _num_samples(x):
    if hasattr(x, 'shape') and x.shape is not None and len(x.shape) == 0:
        raise TypeError(f"Input should have at least 1 dimension i.e. satisfy `len(x.shape) > 0`, got scalar `{x!r}` "
                        "instead.")
    if not hasattr(x, '__len__'):
        raise TypeError(f"Expected sequence or array-like, got {type(x)}")
    return x.shape[0] if hasattr(x, 'shape') else len(x)


def check_consistent_length(*arrays):
    lengths = [int(_num_samples(x)) for x in arrays if x is not None]
    if len(set(lengths)) > 1:
        raise ValueError(f"Found input variables with inconsistent numbers of samples: {lengths!r}")


def indexable(*iterables):
    check_consistent_length(*iterables)
    return list(iterables)


def _safe_indexing(x, indices, axis=0):
    """Rows by number (or a mask) of an array, a table, or a list."""
    if x is None:
        return None
    if hasattr(x, 'iloc'):
        return x.iloc[indices] if axis == 0 else x.iloc[:, indices]
    if axis == 1:
        return np.asarray(x)[:, indices]
    if isinstance(x, (list, tuple)) or (hasattr(x, '__getitem__') and not hasattr(x, 'shape')):
        return [x[int(i)] for i in indices]
    return x[np.asarray(indices)]


def shuffle(*arrays, random_state=None, n_samples=None):
    """Arrays in one random order."""
    return resample(*arrays, replace=False, n_samples=n_samples, random_state=random_state)


def resample(*arrays, replace=True, n_samples=None, random_state=None, stratify=None, sample_weight=None):
    """Rows drawn at random, the same ones of each array."""
    if len(arrays) == 0:
        return None
    random_state = check_random_state(random_state)
    first = arrays[0]
    n = _num_samples(first)
    count = n if n_samples is None else n_samples
    if count > n and not replace:
        raise ValueError(f"Cannot sample {count} out of arrays with dim {n} when replace is False")
    check_consistent_length(*arrays)
    if stratify is None:
        if replace:
            indices = random_state.randint(0, n, size=(count,))
        else:
            indices = np.arange(n)
            random_state.shuffle(indices)
            indices = indices[:count]
    else:
        y = np.asarray(stratify)
        classes, places, counts = np.unique(y, return_inverse=True, return_counts=True)
        grouped = np.split(np.argsort(places, kind='mergesort'), np.cumsum(counts)[:-1])
        drawn = _approximate_mode(counts, count, random_state)
        indices = []
        for i in range(len(classes)):
            indices.extend(random_state.choice(grouped[i], int(drawn[i]), replace=replace).tolist())
        indices = random_state.permutation(indices)
    out = [_safe_indexing(a, indices) for a in arrays]
    return out[0] if len(out) == 1 else out


def _approximate_mode(class_counts, n_draws, rng):
    """How many of each class to draw: the shares, and the rest where most is missing (ties at random)."""
    continuous = class_counts / class_counts.sum() * n_draws
    floored = np.floor(continuous)
    missing = int(n_draws - floored.sum())
    if missing > 0:
        remainder = continuous - floored
        for value in np.sort(np.unique(remainder))[::-1]:
            inds, = np.where(remainder == value)
            now = min(len(inds), missing)
            inds = rng.choice(inds, size=now, replace=False)
            floored[inds] += 1
            missing -= now
            if missing == 0:
                break
    return floored.astype(int)


def _matrix(X, estimator=None, dtype=None, missing=False):
    """X as a matrix of floats, or scikit-learn's error."""
    if hasattr(X, 'toarray'):
        X = X.toarray()
    array = np.asarray(X)
    if array.dtype.kind not in 'biuf':
        array = _numbers(X, array)
    name = estimator if estimator is None or isinstance(estimator, str) else type(estimator).__name__
    if array.ndim == 0:
        raise ValueError(f"Expected 2D array, got scalar array instead:\narray={array}.\nReshape your data either "
                         "using array.reshape(-1, 1) if your data has a single feature or array.reshape(1, -1) if it "
                         "contains a single sample.")
    if array.ndim == 1:
        raise ValueError(f"Expected 2D array, got 1D array instead:\narray={array}.\nReshape your data either using "
                         "array.reshape(-1, 1) if your data has a single feature or array.reshape(1, -1) if it "
                         "contains a single sample.")
    if array.ndim > 2:
        if name:
            raise ValueError(f"Found array with dim {array.ndim}, while dim <= 2 is required by {name}.")
        raise ValueError(f"Found array with dim {array.ndim}, while dim <= 2 is required.")
    # A list has no dtype of its own, whatever its rows have: it becomes float64.
    if dtype != 'any' and (isinstance(X, (list, tuple)) or array.dtype not in (np.float32, np.float64, np.float16)):
        array = array.astype(np.float64)
    by = f" by {name}" if name else ''
    if array.shape[0] < 1:
        raise ValueError(f"Found array with {array.shape[0]} sample(s) (shape={array.shape}) while a minimum of 1 is "
                         f"required{by}.")
    if array.shape[1] < 1:
        raise ValueError(f"Found array with {array.shape[1]} feature(s) (shape={array.shape}) while a minimum of 1 is "
                         f"required{by}.")
    if not missing and array.dtype.kind == 'f':
        _finite(array, name)
    return array


def _numbers(X, array):
    """Text that holds numbers, as numbers."""
    rows = array.tolist()
    return np.array([[float(v) for v in row] if isinstance(row, list) else float(row) for row in rows])


def _finite(array, name):
    if np.all(np.isfinite(array)):
        return
    if np.any(np.isnan(array)):
        text = "Input X contains NaN."
        if name:
            text += (f"\n{name} does not accept missing values encoded as NaN natively. For supervised learning, you "
                     "might want to consider sklearn.ensemble.HistGradientBoostingClassifier and Regressor which "
                     "accept missing values encoded as NaNs natively. Alternatively, it is possible to preprocess the "
                     "data, for instance by using an imputer transformer in a pipeline or drop samples with missing "
                     "values. See https://scikit-learn.org/stable/modules/impute.html You can find a list of all "
                     "estimators that handle NaN values at the following page: "
                     "https://scikit-learn.org/stable/modules/impute.html"
                     "#estimators-that-handle-nan-values")
        raise ValueError(text)
    raise ValueError(f"Input X contains infinity or a value too large for {array.dtype!r}.")


def _given_target(y, estimator):
    """y as it is, or scikit-learn's error where there is none, or where it holds what is no number."""
    if y is None:
        raise ValueError(f"This {type(estimator).__name__} estimator requires y to be passed, but the target y is "
                         "None.")
    array = np.asarray(y)
    if array.dtype.kind == 'f' and not np.all(np.isfinite(array)):
        if np.any(np.isnan(array)):
            raise ValueError("Input y contains NaN.")
        raise ValueError(f"Input y contains infinity or a value too large for {array.dtype!r}.")
    return y


def _given_labels(y, estimator):
    """Labels of classes: a vector, and whole where they are numbers."""
    _given_target(y, estimator)
    array = np.asarray(y)
    if array.ndim == 2 and array.shape[1] == 1:
        y = array = array.reshape(-1)
    if array.ndim != 1:
        raise ValueError(f"y should be a 1d array, got an array of shape {array.shape} instead.")
    if array.dtype.kind == 'f' and np.any(array != np.floor(array)):
        raise ValueError("Unknown label type: continuous. Maybe you are trying to fit a classifier, which expects "
                         "discrete classes on a regression target with continuous values.")
    return y


def check_array(array, *args, **kwargs):
    return _matrix(array)


def column_or_1d(y, *, dtype=None, warn=False):
    y = np.asarray(y)
    if y.ndim == 2 and y.shape[1] == 1:
        return y.reshape(-1)
    if y.ndim != 1:
        raise ValueError(f"y should be a 1d array, got an array of shape {y.shape} instead.")
    return y


def check_X_y(X, y, *args, **kwargs):
    X = _matrix(X)
    y = column_or_1d(y)
    check_consistent_length(X, y)
    return X, y


def _features(estimator, X):
    """After fit: X must have as many columns as fit saw."""
    if X.shape[1] != estimator.n_features_in_:
        raise ValueError(f"X has {X.shape[1]} features, but {type(estimator).__name__} is expecting "
                         f"{estimator.n_features_in_} features as input.")
    return X


def _texts(values):
    """Labels that are text, as a list of str; None where they are numbers."""
    dtype = getattr(values, 'dtype', None)
    if dtype is not None and getattr(dtype, 'kind', 'O') in 'biuf':
        return None
    flat = values.tolist() if hasattr(values, 'tolist') else list(values)
    if any(isinstance(v, str) for v in flat):
        if dtype is None and all(isinstance(v, (str, int, float, np.generic)) for v in flat):
            return np.array(flat).tolist()
        return flat
    return None


def _labels(y):
    """Labels as (array of numbers or list of str)."""
    texts = _texts(y)
    return texts if texts is not None else np.asarray(y)


def _unique(y):
    """The sorted labels, as a list, and each one's place among them, as an array."""
    y = _labels(y)
    if isinstance(y, list):
        if not all(isinstance(v, str) for v in y):
            kinds = sorted(set(type(v).__name__ for v in y))
            raise TypeError("Encoders require their input argument must be uniformly strings or numbers. Got "
                            f"{kinds}")
        names = sorted(set(y))
        at = {name: i for i, name in enumerate(names)}
        return names, np.array([at[v] for v in y], dtype=np.int64)
    classes, places = np.unique(y, return_inverse=True)
    return classes, places.reshape(-1)


def _array_of(classes):
    """Labels as an array: numbers as they are, texts as numpy's texts."""
    return np.array(classes)
