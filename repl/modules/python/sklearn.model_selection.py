"""sklearn.model_selection: splitting data, and scores of several splits."""
import numpy as np
from _sklearn import split_indices
from sklearn.utils import (_approximate_mode, _num_samples, _safe_indexing, _unique, check_consistent_length,
                           check_random_state)
from sklearn.utils._param_validation import invalid


def _check_size(value, name):
    if value is None or isinstance(value, (int, np.integer)) and not isinstance(value, bool) and value >= 1:
        return
    if isinstance(value, (float, np.floating)) and 0 < value < 1:
        return
    invalid(name, 'train_test_split', 'a float in the range (0.0, 1.0), an int in the range [1, inf) or None', value)


def train_test_split(*arrays, test_size=None, train_size=None, random_state=None, shuffle=True, stratify=None):
    """Splits rows at random into training and test."""
    if len(arrays) == 0:
        raise ValueError("At least one array required as input")
    _check_size(test_size, 'test_size')
    _check_size(train_size, 'train_size')
    check_consistent_length(*arrays)
    n = _num_samples(arrays[0])
    if stratify is not None:
        if not shuffle:
            raise ValueError("Stratified train/test split is not implemented for shuffle=False")
        check_consistent_length(arrays[0], stratify)
        array = stratify if isinstance(stratify, np.ndarray) else np.asarray(_rows_as_labels(stratify))
        stratify = array if array.ndim == 1 else _rows_as_labels(array)
    train, test = split_indices(n, test_size, train_size, random_state, shuffle, stratify)
    out = []
    for array in arrays:
        out.append(_safe_indexing(array, train))
        out.append(_safe_indexing(array, test))
    return out


def _rows_as_labels(y):
    """Whatever labels are, as numbers of classes in sorted order."""
    if hasattr(y, 'ndim') and y.ndim == 2:
        rows = np.asarray(y).tolist()
        names = sorted({' '.join(str(v) for v in row) for row in rows})
        at = {name: i for i, name in enumerate(names)}
        return np.array([at[' '.join(str(v) for v in row)] for row in rows])
    if isinstance(y, (list, tuple)) and len(y) and isinstance(y[0], (list, tuple)):
        return _rows_as_labels(np.asarray(y))
    return _unique(y)[1]


class _Splitter:
    """What all splitters share: split gives (train, test) indices."""

    def split(self, X, y=None, groups=None):
        n = _num_samples(X)
        rows = np.arange(n)
        for test in self._tests(n, y):
            mask = np.zeros(n, dtype=bool)
            mask[test] = True
            yield rows[~mask], rows[mask]

    def get_n_splits(self, X=None, y=None, groups=None):
        return self.n_splits

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in self._shown)})"


class KFold(_Splitter):
    """n_splits parts; each is the test set once."""
    _shown = ('n_splits', 'random_state', 'shuffle')

    def __init__(self, n_splits=5, *, shuffle=False, random_state=None):
        if not isinstance(n_splits, (int, np.integer)):
            raise ValueError(f"The number of folds must be of Integral type. {n_splits} of type {type(n_splits)} was "
                             "passed.")
        if n_splits <= 1:
            raise ValueError("k-fold cross-validation requires at least one train/test split by setting n_splits=2 or "
                             f"more, got n_splits={n_splits}.")
        if not isinstance(shuffle, bool):
            raise TypeError(f"shuffle must be True or False; got {shuffle}")
        if not shuffle and random_state is not None:
            raise ValueError("Setting a random_state has no effect since shuffle is False. You should leave "
                             "random_state to its default (None), or set shuffle=True.")
        self.n_splits = int(n_splits)
        self.shuffle = shuffle
        self.random_state = random_state

    def _tests(self, n, y):
        if self.n_splits > n:
            raise ValueError(f"Cannot have number of splits n_splits={self.n_splits} greater than the number of "
                             f"samples: n_samples={n}.")
        rows = np.arange(n)
        if self.shuffle:
            check_random_state(self.random_state).shuffle(rows)
        at = 0
        for i in range(self.n_splits):
            size = n // self.n_splits + (1 if i < n % self.n_splits else 0)
            yield rows[at:at + size]
            at += size


class StratifiedKFold(KFold):
    """Parts with the same share of each class."""

    def _tests(self, n, y):
        if y is None:
            raise TypeError("StratifiedKFold.split() missing 1 required positional argument: 'y'")
        if self.n_splits > n:
            raise ValueError(f"Cannot have number of splits n_splits={self.n_splits} greater than the number of "
                             f"samples: n_samples={n}.")
        y = _labels_only(y)
        rng = check_random_state(self.random_state)
        _, places = _unique(y)
        # Classes are numbered in the order in which they first occur.
        _, first, inverse = np.unique(places, return_index=True, return_inverse=True)
        order = np.argsort(np.argsort(first))
        encoded = order[inverse]
        classes = len(first)
        counts = np.bincount(encoded)
        if np.all(self.n_splits > counts):
            raise ValueError(f"n_splits={self.n_splits} cannot be greater than the number of members in each class.")
        sorted_labels = np.sort(encoded)
        allocation = [np.bincount(sorted_labels[i::self.n_splits], minlength=classes) for i in range(self.n_splits)]
        folds = np.zeros(n, dtype=np.int64)
        for c in range(classes):
            mine = np.concatenate([np.full(int(allocation[f][c]), f) for f in range(self.n_splits)])
            if self.shuffle:
                rng.shuffle(mine)
            folds[encoded == c] = mine
        for i in range(self.n_splits):
            yield np.flatnonzero(folds == i)


def _labels_only(y):
    if hasattr(y, 'ndim') and y.ndim == 2:
        array = np.asarray(y)
        if array.shape[1] == 1:
            return array.reshape(-1)
        raise ValueError("Supported target types are: ('binary', 'multiclass'). Got 'multilabel-indicator' instead.")
    if hasattr(y, 'dtype') and y.dtype.kind == 'f' and np.any(np.asarray(y) != np.floor(np.asarray(y))):
        raise ValueError("Supported target types are: ('binary', 'multiclass'). Got 'continuous' instead.")
    return y


class LeaveOneOut(_Splitter):
    """Each sample is the test set once."""
    _shown = ()

    def _tests(self, n, y):
        if n <= 1:
            raise ValueError(f"Cannot perform LeaveOneOut with n_samples={n}.")
        for i in range(n):
            yield np.array([i])

    def get_n_splits(self, X, y=None, groups=None):
        if X is None:
            raise ValueError("The 'X' parameter should not be None.")
        return _num_samples(X)


class ShuffleSplit(_Splitter):
    """Random splits."""
    _shown = ('n_splits', 'random_state', 'test_size', 'train_size')

    def __init__(self, n_splits=10, *, test_size=None, train_size=None, random_state=None):
        self.n_splits = n_splits
        self.test_size = test_size
        self.train_size = train_size
        self.random_state = random_state

    def _sizes(self, n):
        test, train = self.test_size, self.train_size
        for name, size in (('test_size', test), ('train_size', train)):
            if size is not None and not isinstance(size, (int, float, np.number)):
                raise ValueError(f"Invalid value for {name}: {size}")
            if isinstance(size, float) and not 0 < size < 1:
                raise ValueError(f"{name}={size} should be either positive and smaller than the number of samples {n} "
                                 f"or a float "
                                 "in the (0, 1) range")
        chosen, left = split_indices(n, 0.1 if test is None and train is None else test, train, None, False, None)
        return len(chosen), len(left)

    def split(self, X, y=None, groups=None):
        n = _num_samples(X)
        n_train, n_test = self._sizes(n)
        rng = check_random_state(self.random_state)
        for i in range(self.n_splits):
            order = rng.permutation(n)
            yield order[n_test:n_test + n_train], order[:n_test]


class StratifiedShuffleSplit(ShuffleSplit):
    """Random splits with the same share of each class."""

    def split(self, X, y, groups=None):
        n = _num_samples(X)
        n_train, n_test = self._sizes(n)
        classes, places = _unique(_labels_only(y))
        counts = np.bincount(places)
        if np.min(counts) < 2:
            names = classes if isinstance(classes, list) else classes.tolist()
            few = [name for name, count in zip(names, counts.tolist()) if count < 2]
            raise ValueError("The least populated classes in y have only 1 member, which is too few. The minimum "
                             f"number of groups for any class cannot be less than 2. Classes with too few members "
                             f"are: {few}")
        if n_train < len(classes) or n_test < len(classes):
            raise ValueError(f"The {'train' if n_train < len(classes) else 'test'}_size = "
                             f"{n_train if n_train < len(classes) else n_test} should be greater or equal to the "
                             f"number of classes = {len(classes)}")
        members = np.split(np.argsort(places, kind='mergesort'), np.cumsum(counts)[:-1])
        rng = check_random_state(self.random_state)
        for _ in range(self.n_splits):
            n_i = _approximate_mode(counts, n_train, rng)
            t_i = _approximate_mode(counts - n_i, n_test, rng)
            train, test = [], []
            for i in range(len(classes)):
                mine = members[i][rng.permutation(int(counts[i]))]
                train.extend(mine[:int(n_i[i])].tolist())
                test.extend(mine[int(n_i[i]):int(n_i[i] + t_i[i])].tolist())
            yield rng.permutation(train), rng.permutation(test)


class GroupKFold(_Splitter):
    """No group is in two folds; the largest groups go first, each into the smallest fold."""
    _shown = ('n_splits', 'random_state', 'shuffle')

    def __init__(self, n_splits=5, *, shuffle=False, random_state=None):
        self.n_splits, self.shuffle, self.random_state = n_splits, shuffle, random_state

    def split(self, X, y=None, groups=None):
        if groups is None:
            raise ValueError("The 'groups' parameter should not be None.")
        names, places = _unique(groups)
        if self.n_splits > len(names):
            raise ValueError(f"Cannot have number of splits n_splits={self.n_splits} greater than the number of "
                             f"groups: {len(names)}.")
        if self.shuffle:
            order = check_random_state(self.random_state).permutation(len(names))
            for mine in np.array_split(order, self.n_splits):
                mask = np.isin(places, mine)
                yield np.flatnonzero(~mask), np.flatnonzero(mask)
            return
        counts = np.bincount(places)
        totals = [0] * self.n_splits
        fold = np.zeros(len(names), dtype=np.int64)
        for group in np.argsort(counts)[::-1].tolist():
            lightest = totals.index(min(totals))
            totals[lightest] += int(counts[group])
            fold[group] = lightest
        for i in range(self.n_splits):
            mask = fold[places] == i
            yield np.flatnonzero(~mask), np.flatnonzero(mask)


class _Repeated(_Splitter):
    _shown = ('n_repeats', 'n_splits', 'random_state')

    def __init__(self, *, n_splits=5, n_repeats=10, random_state=None):
        if not isinstance(n_repeats, (int, np.integer)):
            raise ValueError("Number of repetitions must be of Integral type.")
        if n_repeats <= 0:
            raise ValueError("Number of repetitions must be greater than 0.")
        self.n_splits, self.n_repeats, self.random_state = n_splits, n_repeats, random_state

    def split(self, X, y=None, groups=None):
        rng = check_random_state(self.random_state)
        for _ in range(self.n_repeats):
            for pair in self._once(n_splits=self.n_splits, shuffle=True, random_state=rng).split(X, y):
                yield pair

    def get_n_splits(self, X=None, y=None, groups=None):
        return self.n_splits * self.n_repeats


class RepeatedKFold(_Repeated):
    """KFold several times, shuffled anew each time."""
    _once = KFold


class RepeatedStratifiedKFold(_Repeated):
    """StratifiedKFold several times, shuffled anew each time."""
    _once = StratifiedKFold


class TimeSeriesSplit(_Splitter):
    """Each test set comes after its training set."""
    _shown = ('gap', 'max_train_size', 'n_splits', 'test_size')

    def __init__(self, n_splits=5, *, max_train_size=None, test_size=None, gap=0):
        self.n_splits = n_splits
        self.max_train_size = max_train_size
        self.test_size = test_size
        self.gap = gap

    def split(self, X, y=None, groups=None):
        n = _num_samples(X)
        folds = self.n_splits + 1
        size = self.test_size if self.test_size is not None else n // folds
        if folds > n:
            raise ValueError(f"Cannot have number of folds={folds} greater than the number of samples={n}.")
        if n - self.gap - size * self.n_splits <= 0:
            raise ValueError(f"Too many splits={self.n_splits} for number of samples={n} with test_size={size} and "
                             f"gap={self.gap}.")
        rows = np.arange(n)
        for start in range(n - self.n_splits * size, n, size):
            end = start - self.gap
            first = 0 if not self.max_train_size else max(0, end - self.max_train_size)
            yield rows[first:end], rows[start:start + size]


def check_cv(cv=5, y=None, *, classifier=False):
    """A splitter of a number of folds."""
    if cv is None:
        cv = 5
    if isinstance(cv, (int, np.integer)):
        if classifier and y is not None and _is_classes(y):
            return StratifiedKFold(int(cv))
        return KFold(int(cv))
    return cv


def _is_classes(y):
    array = np.asarray(_unique(y)[1]) if not hasattr(y, 'dtype') else y
    if hasattr(array, 'ndim') and array.ndim == 2:
        return False
    if array.dtype.kind == 'f':
        values = np.asarray(array)
        return not np.any(values != np.floor(values))
    return True


def _splits(cv, X, y, estimator, groups=None):
    from sklearn.base import is_classifier
    cv = check_cv(cv, y, classifier=is_classifier(estimator))
    if hasattr(cv, 'split'):
        return list(cv.split(X, y, groups) if groups is not None else cv.split(X, y))
    return list(cv)


def _scorer(estimator, scoring):
    from sklearn.metrics import get_scorer
    if scoring is None:
        if not hasattr(estimator, 'score'):
            raise TypeError("If no scoring is specified, the estimator passed should have a 'score' method. The "
                            f"estimator {estimator!r} does not.")
        return lambda fitted, X, y: fitted.score(X, y)
    return get_scorer(scoring)


def _fit_some(estimator, X, y, rows):
    if y is None:
        return estimator.fit(_safe_indexing(X, rows))
    return estimator.fit(_safe_indexing(X, rows), _safe_indexing(y, rows))


def cross_val_score(estimator, X, y=None, *, groups=None, scoring=None, cv=None, n_jobs=None, verbose=0, params=None,
                    pre_dispatch='2*n_jobs', error_score=np.nan):
    """The score of each split."""
    from sklearn.base import clone
    if not hasattr(estimator, 'fit'):
        invalid('estimator', 'cross_val_score', "an object implementing 'fit'", estimator)
    if isinstance(cv, (int, np.integer)) and cv < 2:
        invalid('cv', 'cross_val_score', "an int in the range [2, inf), an object implementing 'split' and "
                "'get_n_splits', an iterable or None", cv)
    scorer = _scorer(estimator, scoring)
    out = []
    for train, test in _splits(cv, X, y, estimator, groups):
        fitted = _fit_some(clone(estimator), X, y, train)
        out.append(scorer(fitted, _safe_indexing(X, test), _safe_indexing(y, test)))
    return np.array(out)


def cross_validate(estimator, X, y=None, *, groups=None, scoring=None, cv=None, n_jobs=None, verbose=0, params=None,
                   return_train_score=False, return_estimator=False, error_score=np.nan):
    """Scores and durations of each split, as a dict of arrays."""
    import time
    from sklearn.base import clone
    names = scoring if isinstance(scoring, (list, tuple)) else None
    scorers = {name: _scorer(estimator, name) for name in names} if names else {'score': _scorer(estimator, scoring)}
    out = {'fit_time': [], 'score_time': []}
    if return_estimator:
        out['estimator'] = []
    for train, test in _splits(cv, X, y, estimator, groups):
        started = time.time()
        fitted = _fit_some(clone(estimator), X, y, train)
        done = time.time()
        if return_estimator:
            out['estimator'].append(fitted)
        for name, scorer in scorers.items():
            key = f'test_{name}'
            out.setdefault(key, []).append(scorer(fitted, _safe_indexing(X, test), _safe_indexing(y, test)))
            if return_train_score:
                out.setdefault(f'train_{name}', []).append(
                    scorer(fitted, _safe_indexing(X, train), _safe_indexing(y, train)))
        out['fit_time'].append(done - started)
        out['score_time'].append(time.time() - done)
    return {key: value if key == 'estimator' else np.array(value) for key, value in out.items()}


def cross_val_predict(estimator, X, y=None, *, groups=None, cv=None, n_jobs=None, verbose=0, params=None,
                      pre_dispatch='2*n_jobs', method='predict'):
    """Each sample's prediction while it was in the test set."""
    from sklearn.base import clone
    parts, rows = [], []
    for train, test in _splits(cv, X, y, estimator, groups):
        fitted = _fit_some(clone(estimator), X, y, train)
        parts.append(np.asarray(getattr(fitted, method)(_safe_indexing(X, test))))
        rows.append(test)
    return np.concatenate(parts)[np.argsort(np.concatenate(rows))]


class ParameterGrid:
    """All combinations of values, names in sorted order."""

    def __init__(self, param_grid):
        self.param_grid = [param_grid] if isinstance(param_grid, dict) else list(param_grid)
        for grid in self.param_grid:
            for name, values in grid.items():
                if isinstance(values, str) or not hasattr(values, '__len__'):
                    raise TypeError(f"Parameter grid for parameter {name!r} needs to be a list or a numpy array, but "
                                    f"got {values!r} (of type {type(values).__name__}) instead. Single values need to "
                                    "be wrapped in a list with one element.")
                if len(values) == 0:
                    raise ValueError(f"Parameter grid for parameter {name!r} need to be a non-empty sequence, got: "
                                     f"{values!r}")

    def __iter__(self):
        for grid in self.param_grid:
            made = [{}]
            for name in sorted(grid):
                made = [{**so_far, name: value} for so_far in made for value in grid[name]]
            for each in made:
                yield each

    def __len__(self):
        total = 0
        for grid in self.param_grid:
            count = 1
            for values in grid.values():
                count *= len(values)
            total += count
        return total


from _sklearn_search import GridSearchCV, RandomizedSearchCV
from _sklearn_learning import learning_curve, validation_curve
