"""sklearn.compose: other steps for other columns."""
import numpy as np
from _scipy_sparse import csr_matrix
from sklearn.base import TransformerMixin, clone
from sklearn.pipeline import _dense, _named, _Steps


class ColumnTransformer(_Steps, TransformerMixin):
    """Transformers for columns, their results side by side."""
    _list = 'transformers'

    def __init__(self, transformers, *, remainder='drop', sparse_threshold=0.3, n_jobs=None, transformer_weights=None,
                 verbose=False, verbose_feature_names_out=True, force_int_remainder_cols='deprecated'):
        self.transformers = transformers
        self.remainder = remainder
        self.sparse_threshold = sparse_threshold
        self.n_jobs = n_jobs
        self.transformer_weights = transformer_weights
        self.verbose = verbose
        self.verbose_feature_names_out = verbose_feature_names_out
        self.force_int_remainder_cols = force_int_remainder_cols

    def _places(self, X, columns):
        """The numbers of the columns that are meant, and whether one alone was named (it goes on as a vector)."""
        if callable(columns):
            columns = columns(X)
        alone = isinstance(columns, (str, int)) and not isinstance(columns, bool)
        if isinstance(columns, slice):
            names = list(range(X.shape[1]))
            if isinstance(columns.start, str) or isinstance(columns.stop, str):
                labels = list(X.columns)
                start = 0 if columns.start is None else labels.index(columns.start)
                stop = len(labels) if columns.stop is None else labels.index(columns.stop) + 1
                return names[start:stop], False
            return names[columns], False
        listed = [columns] if alone else list(columns)
        if listed and isinstance(listed[0], (bool, np.bool_)):
            return [i for i, chosen in enumerate(listed) if chosen], False
        out = []
        for column in listed:
            if isinstance(column, str):
                if not hasattr(X, 'columns'):
                    raise ValueError("Specifying the columns using strings is only supported for dataframes.")
                labels = list(X.columns)
                if column not in labels:
                    raise ValueError("Some column names are not columns of the dataframe: "
                                     f"{set(c for c in listed if c not in labels)!r}")
                out.append(labels.index(column))
            else:
                if not -X.shape[1] <= column < X.shape[1]:
                    raise ValueError(f"all features must be in [0, {X.shape[1] - 1}] or [-{X.shape[1]}, 0]")
                out.append(int(column) if column >= 0 else int(column) + X.shape[1])
        return out, alone

    def _part(self, X, columns, alone):
        if hasattr(X, 'iloc'):
            return X.iloc[:, columns[0]] if alone else X.iloc[:, columns]
        return X[:, columns[0]] if alone else X[:, columns]

    def fit(self, X, y=None):
        self.fit_transform(X, y)
        return self

    def fit_transform(self, X, y=None):
        X = X if hasattr(X, 'iloc') else np.asarray(X)
        self._remember(X)
        self.n_features_in_ = X.shape[1]
        self.transformers_, self._where, parts, used = [], [], [], set()
        for name, step, columns in self.transformers:
            places, alone = self._places(X, columns)
            used.update(places)
            self._where.append((places, alone))
            if not isinstance(step, str):
                step = clone(step)
                part = self._part(X, places, alone)
                parts.append(step.fit_transform(part, y) if hasattr(step, 'fit_transform') else
                             step.fit(part, y).transform(part))
            elif step == 'passthrough':
                parts.append(self._part(X, places, False))
            self.transformers_.append((name, step, columns))
        rest = [i for i in range(X.shape[1]) if i not in used]
        if rest:
            step = self.remainder
            if not isinstance(step, str):
                step = clone(step)
                parts.append(step.fit_transform(self._part(X, rest, False), y))
            elif step == 'passthrough':
                parts.append(self._part(X, rest, False))
            self.transformers_.append(('remainder', step, rest))
            self._where.append((rest, False))
        self._sparse = self._is_sparse(parts)
        return self._joined(parts)

    def _is_sparse(self, parts):
        sparse = [part for part in parts if hasattr(part, 'toarray')]
        if not sparse:
            return False
        stored = sum(part.nnz if hasattr(part, 'toarray') else int(np.asarray(part).size) for part in parts)
        size = sum(part.shape[0] * part.shape[1] for part in parts)
        return stored / size < self.sparse_threshold

    def _joined(self, parts):
        arrays = [np.asarray(_dense(part)) for part in parts]
        arrays = [a.reshape(-1, 1) if a.ndim == 1 else a for a in arrays]
        out = np.hstack(arrays) if arrays else np.zeros((0, 0))
        if self._sparse:
            return csr_matrix(out)
        return out

    def transform(self, X):
        self._check_fitted('transformers_')
        X = X if hasattr(X, 'iloc') else np.asarray(X)
        parts = []
        for (name, step, _), (places, alone) in zip(self.transformers_, self._where):
            if not isinstance(step, str):
                parts.append(step.transform(self._part(X, places, alone)))
            elif step == 'passthrough':
                parts.append(self._part(X, places, False))
        return self._joined(parts)

    @property
    def named_transformers_(self):
        from sklearn.utils import Bunch
        self._check_fitted('transformers_')
        return Bunch(**{name: step for name, step, _ in self.transformers_})

    def get_feature_names_out(self, input_features=None):
        self._check_fitted('transformers_')
        given = getattr(self, 'feature_names_in_', None)
        labels = list(given) if given is not None else [f'x{i}' for i in range(self.n_features_in_)]
        out = []
        for (name, step, _), (places, _) in zip(self.transformers_, self._where):
            mine = [labels[i] for i in places]
            if isinstance(step, str):
                if step == 'drop':
                    continue
                names = mine
            else:
                names = list(step.get_feature_names_out(mine))
            out.extend(f'{name}__{n}' if self.verbose_feature_names_out else n for n in names)
        return np.array(out, dtype=object)


def make_column_transformer(*transformers, remainder='drop', sparse_threshold=0.3, n_jobs=None, verbose=False,
                            verbose_feature_names_out=True):
    """A ColumnTransformer whose steps have the names of their classes."""
    named = _named([step for step, _ in transformers])
    return ColumnTransformer([(name, step, columns) for (name, step), (_, columns) in zip(named, transformers)],
                             remainder=remainder, sparse_threshold=sparse_threshold, verbose=verbose,
                             verbose_feature_names_out=verbose_feature_names_out)


def make_column_selector(pattern=None, *, dtype_include=None, dtype_exclude=None):
    """A function that picks a table's columns by kind or by a regular expression."""
    def select(table):
        chosen = table
        if dtype_include is not None or dtype_exclude is not None:
            chosen = chosen.select_dtypes(include=dtype_include, exclude=dtype_exclude)
        names = list(chosen.columns)
        if pattern is not None:
            import re
            names = [name for name in names if re.search(pattern, name)]
        return names
    return select
