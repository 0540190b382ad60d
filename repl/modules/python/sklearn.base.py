"""sklearn.base: what all estimators share, parameters by name and their text."""
import numpy as np
from _sklearn import parameter_names


def _is_missing(value):
    return isinstance(value, (float, np.floating)) and value != value


def _changed(name, value, defaults):
    """Whether a parameter is shown: it is not what the constructor gives by itself."""
    if name not in defaults:
        return True
    default = defaults[name]
    if isinstance(value, BaseEstimator):
        return type(value) is not type(default)
    if _is_missing(value) and _is_missing(default):
        return False
    return repr(value) != repr(default)


def _names(cls):
    return sorted(parameter_names(cls.__init__))


def _changed_params(estimator):
    """The parameters that are shown, sorted by name."""
    function = type(estimator).__init__
    order = parameter_names(function)
    defaults = dict(getattr(function, '__kwdefaults__', None) or {})
    given = getattr(function, '__defaults__', None) or ()
    positional = [name for name in order if name not in defaults]
    for name, value in zip(positional[len(positional) - len(given):], given):
        defaults[name] = value
    shown = [(name, getattr(estimator, name)) for name in sorted(order)]
    return [(name, value) for name, value in shown if _changed(name, value, defaults)]


class BaseEstimator:
    """Parameters are the constructor's arguments, kept under their names."""

    def get_params(self, deep=True):
        out = {}
        for name in _names(type(self)):
            value = getattr(self, name)
            if deep and hasattr(value, 'get_params') and not isinstance(value, type):
                for key, inner in value.get_params().items():
                    out[name + '__' + key] = inner
            out[name] = value
        return out

    def set_params(self, **params):
        if not params:
            return self
        valid = self.get_params(deep=True)
        nested = {}
        for key, value in params.items():
            name, _, inner = key.partition('__')
            if name not in valid:
                local = sorted(_names(type(self)))
                raise ValueError(f"Invalid parameter {name!r} for estimator {self}. Valid parameters are: {local!r}.")
            if inner:
                nested.setdefault(name, {})[inner] = value
            else:
                setattr(self, name, value)
                valid[name] = value
        for name, inner in nested.items():
            valid[name].set_params(**inner)
        return self

    def __repr__(self):
        from _sklearn_text import estimator_text
        return estimator_text(self)

    def _check_fitted(self, attribute):
        if attribute not in self.__dict__:
            _not_fitted(self)

    def _remember(self, X):
        """The columns fit saw: their number, and their names where X is a table."""
        names = getattr(X, 'columns', None)
        if names is not None:
            self._columns_seen = [str(name) for name in names]

    @property
    def feature_names_in_(self):
        if '_columns_seen' not in self.__dict__:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute 'feature_names_in_'")
        return np.array(self._columns_seen, dtype=object)


def _not_fitted(estimator):
    from sklearn.exceptions import NotFittedError
    raise NotFittedError(f"This {type(estimator).__name__} instance is not fitted yet. Call 'fit' with appropriate "
                         "arguments before using this estimator.")


def _giving_tables(estimator, method):
    """The method, its array as a table with the names of the features and the labels of the rows."""
    def call(X, *args, **kwargs):
        made = method(X, *args, **kwargs)
        if hasattr(made, 'toarray'):
            raise ValueError("Pandas output does not support sparse data. Set sparse_output=False to output pandas "
                             "dataframes or disable Pandas output via` ohe.set_output(transform=\"default\").")
        if hasattr(made, 'columns'):
            return made
        from pandas import DataFrame
        table = DataFrame(made, index=getattr(X, 'index', None), columns=estimator.get_feature_names_out())
        return table.infer_objects() if np.asarray(made).dtype.kind == 'O' else table
    return call


class TransformerMixin:
    """fit_transform of fit and transform."""

    def fit_transform(self, X, y=None, **fit_params):
        if y is None:
            return self.fit(X, **fit_params).transform(X)
        return self.fit(X, y, **fit_params).transform(X)

    def set_output(self, *, transform=None):
        """transform='pandas': transform and fit_transform give tables."""
        if transform is None:
            return self
        if transform not in ('default', 'pandas'):
            raise NotImplementedError("nnsh has set_output(transform='default') and 'pandas'")
        for name in ('transform', 'fit_transform'):
            self.__dict__.pop(name, None)
        self._output = transform
        for _, step, *_ in list(getattr(self, 'steps', ())) + list(getattr(self, 'transformers', ())):
            if hasattr(step, 'set_output') and hasattr(step, 'transform'):
                step.set_output(transform='default' if hasattr(self, 'transformers') else transform)
        if transform == 'pandas' and not hasattr(self, 'steps'):
            for name in ('transform', 'fit_transform'):
                setattr(self, name, _giving_tables(self, getattr(self, name)))
        return self


class ClassifierMixin:
    """score is the share of right predictions."""
    _estimator_type = 'classifier'

    def score(self, X, y, sample_weight=None):
        from sklearn.metrics import accuracy_score
        return accuracy_score(y, self.predict(X), sample_weight=sample_weight)


class RegressorMixin:
    """score is r2."""
    _estimator_type = 'regressor'

    def score(self, X, y, sample_weight=None):
        from sklearn.metrics import r2_score
        return r2_score(y, self.predict(X), sample_weight=sample_weight)


class ClusterMixin:
    _estimator_type = 'clusterer'

    def fit_predict(self, X, y=None, **kwargs):
        self.fit(X, **kwargs)
        return self.labels_


class OneToOneFeatureMixin:
    pass


class MetaEstimatorMixin:
    pass


def clone(estimator, *, safe=True):
    """A new estimator of the same parameters, not fitted."""
    if isinstance(estimator, (list, tuple, set, frozenset)):
        return type(estimator)([clone(each, safe=safe) for each in estimator])
    if not hasattr(estimator, 'get_params') or isinstance(estimator, type):
        if not safe:
            import copy
            return copy.deepcopy(estimator)
        if isinstance(estimator, type):
            raise TypeError("Cannot clone object. You should provide an instance of scikit-learn estimator instead of "
                            "a class.")
        raise TypeError(f"Cannot clone object '{estimator!r}' (type {type(estimator)}): it does not seem to be a "
                        "scikit-learn estimator as it does not implement a 'get_params' method.")
    params = {}
    for name, value in estimator.get_params(deep=False).items():
        params[name] = clone(value) if hasattr(value, 'get_params') and not isinstance(value, type) else value
    made = type(estimator)(**params)
    if getattr(estimator, '_output', 'default') != 'default':
        made.set_output(transform=estimator._output)
    return made


def is_classifier(estimator):
    return getattr(estimator, '_estimator_type', None) == 'classifier'


def is_regressor(estimator):
    return getattr(estimator, '_estimator_type', None) == 'regressor'
