"""sklearn.preprocessing's encoders: labels and categories as numbers."""
import numpy as np
from _scipy_sparse import csr_matrix
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils import _array_of, _labels, _num_samples, _unique
from sklearn.utils._param_validation import invalid


def _one_dimension(y):
    shape = getattr(y, 'shape', None)
    if shape is None:
        if len(y) and isinstance(y[0], (list, tuple)):
            y = np.asarray(y)
            shape = y.shape
        else:
            return y
    if len(shape) == 2 and shape[1] == 1:
        return y.reshape(-1) if hasattr(y, 'reshape') else np.asarray(y).reshape(-1)
    if len(shape) != 1:
        raise ValueError(f"y should be a 1d array, got an array of shape {tuple(shape)} instead.")
    return y


class LabelEncoder(TransformerMixin, BaseEstimator):
    """The place of each label among the sorted ones."""

    def fit(self, y):
        self._classes = _unique(_one_dimension(y))[0]
        self._fitted_ = True
        return self

    @property
    def classes_(self):
        if '_classes' not in self.__dict__:
            raise AttributeError("'LabelEncoder' object has no attribute 'classes_'")
        return _array_of(self._classes)

    def fit_transform(self, y):
        self._classes, places = _unique(_one_dimension(y))
        return places

    def transform(self, y):
        self._check_fitted('_classes')
        given = y
        y = _labels(_one_dimension(y))
        if len(y) == 0:
            return np.array([], dtype=np.int64)
        known = list(self._classes)
        at = {label: i for i, label in enumerate(known)}
        values = y if isinstance(y, list) else y.tolist()
        unseen = [v for v in values if v not in at]
        if unseen and isinstance(y, list):
            raise ValueError(f"y contains previously unseen labels: {_shown(unseen[0], given)}")
        if unseen:
            raise ValueError(f"y contains previously unseen labels: {[y.dtype.type(v) for v in sorted(set(unseen))]!r}")
        return np.array([at[v] for v in values], dtype=np.int64)

    def inverse_transform(self, y):
        self._check_fitted('_classes')
        y = np.asarray(_one_dimension(y))
        if len(y) == 0:
            return np.array([])
        bad = sorted(set(y.tolist()) - set(range(len(self._classes))))
        if bad:
            raise ValueError(f"y contains previously unseen labels: {_array_of(bad)!s}")
        if isinstance(self._classes, list):
            return _array_of([self._classes[i] for i in y.tolist()])
        return self._classes[y]


def _shown(text, given):
    """A label as numpy writes it: texts of a list or of a text array are numpy's own."""
    return repr(text) if getattr(getattr(given, 'dtype', None), 'kind', 'U') == 'O' else f'np.str_({text!r})'


class LabelBinarizer(TransformerMixin, BaseEstimator):
    """A column for each label; one column where there are two."""

    def __init__(self, *, neg_label=0, pos_label=1, sparse_output=False):
        self.neg_label = neg_label
        self.pos_label = pos_label
        self.sparse_output = sparse_output

    def fit(self, y):
        if self.neg_label >= self.pos_label:
            raise ValueError(f"neg_label={self.neg_label} must be strictly less than pos_label={self.pos_label}.")
        if _num_samples(y) == 0:
            raise ValueError(f"y has 0 samples: {y!r}")
        self._classes = _unique(_one_dimension(y))[0]
        self.y_type_ = 'binary' if len(self._classes) <= 2 else 'multiclass'
        return self

    @property
    def classes_(self):
        self._check_fitted('_classes')
        return _array_of(self._classes)

    def transform(self, y):
        self._check_fitted('_classes')
        out = _binarized(_labels(_one_dimension(y)), list(self._classes), self.neg_label, self.pos_label)
        return csr_matrix(out) if self.sparse_output else out

    def inverse_transform(self, Y, threshold=None):
        self._check_fitted('_classes')
        Y = Y.toarray() if hasattr(Y, 'toarray') else np.asarray(Y)
        if threshold is None:
            threshold = (self.pos_label + self.neg_label) / 2.0
        if self.y_type_ == 'multiclass':
            places = np.argmax(Y, axis=1)
        elif len(self._classes) == 1:
            places = np.zeros(Y.shape[0], dtype=np.int64)
        else:
            column = Y.reshape(-1) if Y.ndim == 1 or Y.shape[1] == 1 else Y[:, 1]
            places = (column > threshold).astype(np.int64)
        if isinstance(self._classes, list):
            return _array_of([self._classes[i] for i in places.tolist()])
        return self._classes[places]


def _binarized(y, classes, neg_label=0, pos_label=1):
    values = y if isinstance(y, list) else y.tolist()
    at = {label: i for i, label in enumerate(classes)}
    places = np.array([at.get(v, -1) for v in values], dtype=np.int64)
    if len(classes) == 1:
        return np.full((len(values), 1), neg_label, dtype=np.int64)
    out = np.full((len(values), len(classes)), neg_label, dtype=np.int64)
    known = np.flatnonzero(places >= 0)
    out[known, places[known]] = pos_label
    return out[:, 1:] if len(classes) == 2 else out


def label_binarize(y, *, classes, neg_label=0, pos_label=1, sparse_output=False):
    """A column for each of the given classes."""
    classes = classes.tolist() if hasattr(classes, 'tolist') else list(classes)
    order = sorted(classes)
    out = _binarized(_labels(_one_dimension(y)), order, neg_label, pos_label)
    if len(classes) > 2 and order != classes:
        out = out[:, [order.index(c) for c in classes]]
    return csr_matrix(out) if sparse_output else out


class MultiLabelBinarizer(TransformerMixin, BaseEstimator):
    """A column for each label; a row may have several."""

    def __init__(self, *, classes=None, sparse_output=False):
        self.classes = classes
        self.sparse_output = sparse_output

    def fit(self, y):
        if self.classes is not None:
            if len(set(self.classes)) < len(self.classes):
                raise ValueError("The classes argument contains duplicate classes. Remove these duplicates before "
                                 "passing them to MultiLabelBinarizer.")
            self._classes = list(self.classes)
        else:
            self._classes = sorted({label for row in y for label in row})
        return self

    @property
    def classes_(self):
        self._check_fitted('_classes')
        if all(isinstance(c, int) for c in self._classes):
            return np.array(self._classes)
        return np.array(self._classes, dtype=object)

    def fit_transform(self, y):
        y = [list(row) for row in y]
        return self.fit(y).transform(y)

    def transform(self, y):
        self._check_fitted('_classes')
        at = {label: i for i, label in enumerate(self._classes)}
        out = np.zeros((len(y), len(at)), dtype=np.int64)
        for i, row in enumerate(y):
            for label in row:
                if label in at:
                    out[i, at[label]] = 1
        return csr_matrix(out) if self.sparse_output else out

    def inverse_transform(self, yt):
        self._check_fitted('_classes')
        yt = yt.toarray() if hasattr(yt, 'toarray') else np.asarray(yt)
        if yt.shape[1] != len(self._classes):
            raise ValueError(f"Expected indicator for {len(self._classes)} classes, but got {yt.shape[1]}")
        names = list(self.classes_)
        return [tuple(names[j] for j in np.flatnonzero(row).tolist()) for row in yt]


def _columns(X, estimator):
    """The columns of a table, each as an array of numbers or a list."""
    if hasattr(X, 'iloc') and hasattr(X, 'columns'):
        return [_labels(X.iloc[:, i]) for i in range(X.shape[1])]
    if hasattr(X, 'iloc') or (hasattr(X, 'ndim') and X.ndim == 1) or (len(X) and not hasattr(X[0], '__len__')) or (
            len(X) and isinstance(X[0], str)):
        shown = np.asarray(X) if not isinstance(X, list) else np.array(X)
        raise ValueError(f"Expected 2D array, got 1D array instead:\narray={shown}.\nReshape your data either using "
                         "array.reshape(-1, 1) if your data has a single feature or array.reshape(1, -1) if it "
                         "contains a single sample.")
    if hasattr(X, 'dtype') and X.dtype.kind in 'biuf':
        return [X[:, i] for i in range(X.shape[1])]
    rows = X.tolist() if hasattr(X, 'tolist') else [list(row) for row in X]
    out = []
    texts = any(isinstance(v, str) for row in rows for v in row)
    numeric = not texts
    for i in range(len(rows[0])):
        column = [row[i] for row in rows]
        out.append(np.asarray(column) if numeric or not any(isinstance(v, str) or v is None for v in column)
                   else column)
    return out


def _categories(column):
    """The sorted values of a column; None and nan come last."""
    values = column if isinstance(column, list) else column.tolist()
    missing = [v for v in values if v is None or v != v]
    found = set(v for v in values if not (v is None or v != v))
    if any(isinstance(v, str) for v in found) and not all(isinstance(v, str) for v in found):
        kinds = sorted(set(type(v).__name__ for v in found))
        raise TypeError(f"Encoders require their input argument must be uniformly strings or numbers. Got {kinds}")
    out = sorted(found)
    if any(v is None for v in missing):
        out.append(None)
    if any(v is not None for v in missing):
        out.append(float('nan'))
    return out


class _Key:
    """Places of categories; nan is found too."""

    def __init__(self, categories):
        self.at = {}
        self.nan = -1
        for i, value in enumerate(categories):
            if value is not None and value != value:
                self.nan = i
            else:
                self.at[value] = i

    def get(self, value):
        if value is not None and value != value:
            return self.nan
        return self.at.get(value, -1)


class _CategoryEncoder(TransformerMixin, BaseEstimator):
    """What OneHotEncoder and OrdinalEncoder share."""

    def _learn(self, X):
        self._remember(X)
        columns = _columns(X, self)
        self.n_features_in_ = len(columns)
        if isinstance(self.categories, str):
            self._categories = [_categories(c) for c in columns]
        else:
            if len(self.categories) != len(columns):
                raise ValueError("Shape mismatch: if categories is an array, it has to be of shape (n_features,).")
            self._categories = [list(c.tolist() if hasattr(c, 'tolist') else c) for c in self.categories]
        self._kinds = [None if isinstance(c, list) else c.dtype for c in columns]
        if not isinstance(self.categories, str) and self.handle_unknown == 'error':
            self._places(columns, 'fit')
        return columns

    @property
    def categories_(self):
        if '_categories' not in self.__dict__:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute 'categories_'")
        return [np.array(c, dtype=object) if kind is None else np.array(c, dtype=kind)
                for c, kind in zip(self._categories, self._kinds)]

    def _places(self, columns, stage='transform'):
        out = []
        for i, column in enumerate(columns):
            key = _Key(self._categories[i])
            values = column if isinstance(column, list) else column.tolist()
            places = np.array([key.get(v) for v in values], dtype=np.int64)
            if self.handle_unknown == 'error' and np.any(places < 0):
                unknown = []
                for v, p in zip(values, places.tolist()):
                    if p < 0 and v not in unknown:
                        unknown.append(v)
                unknown = sorted(unknown) if all(isinstance(v, str) for v in unknown) else unknown
                kind = self._kinds[i]
                shown = [v if isinstance(v, str) or kind is None else kind.type(v) for v in unknown]
                raise ValueError(f"Found unknown categories {shown!r} in column {i} during {stage}")
            out.append(places)
        return out

    def _input(self, X):
        self._check_fitted('_categories')
        columns = _columns(X, self)
        if len(columns) != self.n_features_in_:
            raise ValueError(f"X has {len(columns)} features, but {type(self).__name__} is expecting "
                             f"{self.n_features_in_} features as input.")
        return columns


def _table(columns, kinds):
    """Columns of decoded values as a matrix: of numbers where all are."""
    if any(kind is None for kind in kinds):
        return np.array([list(row) for row in zip(*columns)], dtype=object)
    return np.stack([np.array(c, dtype=kind) for c, kind in zip(columns, kinds)], axis=1)


class OneHotEncoder(_CategoryEncoder):
    """A column for each value of each column."""

    def __init__(self, *, categories='auto', drop=None, sparse_output=True, dtype=np.float64, handle_unknown='error',
                 min_frequency=None, max_categories=None, feature_name_combiner='concat'):
        self.categories = categories
        self.sparse_output = sparse_output
        self.dtype = dtype
        self.handle_unknown = handle_unknown
        self.drop = drop
        self.min_frequency = min_frequency
        self.max_categories = max_categories
        self.feature_name_combiner = feature_name_combiner

    def fit(self, X, y=None):
        if self.handle_unknown not in ('error', 'ignore', 'infrequent_if_exist', 'warn'):
            invalid('handle_unknown', 'OneHotEncoder',
                    "a str among {'error', 'ignore', 'infrequent_if_exist', 'warn'}", self.handle_unknown)
        if self.min_frequency is not None or self.max_categories is not None:
            raise NotImplementedError("OneHotEncoder(min_frequency=, max_categories=) is not there")
        self._learn(X)
        return self

    def _dropped(self):
        """The place of the category without a column, or -1."""
        out = []
        for i, categories in enumerate(self._categories):
            if self.drop is None:
                out.append(-1)
            elif isinstance(self.drop, str) and self.drop == 'first':
                out.append(0)
            elif isinstance(self.drop, str) and self.drop == 'if_binary':
                out.append(0 if len(categories) == 2 else -1)
            else:
                out.append(list(categories).index(self.drop[i]))
        return out

    @property
    def drop_idx_(self):
        if self.drop is None:
            return None
        return np.array([None if d < 0 else d for d in self._dropped()], dtype=object)

    def transform(self, X):
        columns = self._input(X)
        parts = []
        for places, categories, dropped in zip(self._places(columns), self._categories, self._dropped()):
            part = np.zeros((len(places), len(categories)), dtype=self.dtype)
            known = np.flatnonzero(places >= 0)
            part[known, places[known]] = 1
            if dropped >= 0:
                part = np.delete(part, dropped, axis=1)
            parts.append(part)
        out = np.concatenate(parts, axis=1)
        return csr_matrix(out) if self.sparse_output else out

    def inverse_transform(self, X):
        self._check_fitted('_categories')
        X = X.toarray() if hasattr(X, 'toarray') else np.asarray(X)
        columns, start = [], 0
        for categories, dropped in zip(self._categories, self._dropped()):
            kept = [c for i, c in enumerate(categories) if i != dropped]
            part = X[:, start:start + len(kept)]
            start += len(kept)
            places = np.argmax(part, axis=1).tolist()
            none = (part.sum(axis=1) == 0).tolist()
            columns.append([(categories[dropped] if dropped >= 0 else None) if empty else kept[p]
                            for p, empty in zip(places, none)])
        kinds = self._kinds
        if any(v is None for c in columns for v in c):
            kinds = [None] * len(columns)
        return _table(columns, kinds)

    def get_feature_names_out(self, input_features=None):
        self._check_fitted('_categories')
        from sklearn.preprocessing import _feature_names
        names = _feature_names(self, input_features)
        out = []
        for i, (categories, dropped) in enumerate(zip(self._categories, self._dropped())):
            out.extend(f'{names[i]}_{c}' for j, c in enumerate(categories) if j != dropped)
        return np.array(out, dtype=object)


class OrdinalEncoder(_CategoryEncoder):
    """The place of each value among its column's."""

    def __init__(self, *, categories='auto', dtype=np.float64, handle_unknown='error', unknown_value=None,
                 encoded_missing_value=np.nan, min_frequency=None, max_categories=None):
        self.categories = categories
        self.dtype = dtype
        self.handle_unknown = handle_unknown
        self.unknown_value = unknown_value
        self.encoded_missing_value = encoded_missing_value
        self.min_frequency = min_frequency
        self.max_categories = max_categories

    def fit(self, X, y=None):
        if self.handle_unknown == 'use_encoded_value':
            if not isinstance(self.unknown_value, (int, float, np.integer, np.floating)):
                raise TypeError("unknown_value should be an integer or np.nan when handle_unknown is "
                                f"'use_encoded_value', got {self.unknown_value}.")
        elif self.unknown_value is not None:
            raise TypeError("unknown_value should only be set when handle_unknown is 'use_encoded_value', got "
                            f"{self.unknown_value}.")
        self._learn(X)
        return self

    def transform(self, X):
        columns = self._input(X)
        out = []
        for places, categories in zip(self._places(columns), self._categories):
            column = places.astype(self.dtype)
            if self.handle_unknown == 'use_encoded_value':
                column[places < 0] = self.unknown_value
            for i, c in enumerate(categories):
                if c is None or c != c:
                    column[places == i] = self.encoded_missing_value
            out.append(column)
        return np.stack(out, axis=1)

    def inverse_transform(self, X):
        self._check_fitted('_categories')
        X = np.asarray(X)
        columns = []
        for i, categories in enumerate(self._categories):
            columns.append([categories[int(v)] if v == v and 0 <= v < len(categories) else None
                            for v in X[:, i].tolist()])
        kinds = [None] * len(columns) if any(v is None for c in columns for v in c) else self._kinds
        return _table(columns, kinds)
