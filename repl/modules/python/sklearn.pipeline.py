"""sklearn.pipeline: steps one after the other."""
import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin, _not_fitted, clone


def _named(estimators):
    """Names for steps: their classes in small letters, numbered where one occurs twice."""
    names = [each if isinstance(each, str) else type(each).__name__.lower() for each in estimators]
    out, seen = [], {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        out.append(f'{name}-{seen[name]}' if names.count(name) > 1 else name)
    return list(zip(out, estimators))


def _idle(step):
    return step is None or (isinstance(step, str) and step == 'passthrough')


class _Steps(BaseEstimator):
    """Parameters of named steps: step__name."""
    _list = 'steps'
    set_output = TransformerMixin.set_output

    def get_params(self, deep=True):
        out = super().get_params(deep=False)
        if deep:
            for item in getattr(self, self._list):
                out[item[0]] = item[1]
                if hasattr(item[1], 'get_params'):
                    for key, value in item[1].get_params().items():
                        out[f'{item[0]}__{key}'] = value
        return out

    def set_params(self, **params):
        items = [list(item) for item in getattr(self, self._list)]
        for i, item in enumerate(items):
            if item[0] in params:
                items[i][1] = params.pop(item[0])
        setattr(self, self._list, [tuple(item) for item in items])
        return super().set_params(**params)


class Pipeline(_Steps):
    """Transformers, then an estimator."""

    def __init__(self, steps, *, transform_input=None, memory=None, verbose=False):
        self.steps = steps
        self.transform_input = transform_input
        self.memory = memory
        self.verbose = verbose

    @property
    def named_steps(self):
        from sklearn.utils import Bunch
        return Bunch(**dict(self.steps))

    @property
    def _final_estimator(self):
        return self.steps[-1][1]

    @property
    def _estimator_type(self):
        return getattr(self.steps[-1][1], '_estimator_type', None)

    def __len__(self):
        return len(self.steps)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return type(self)(self.steps[key], memory=self.memory, verbose=self.verbose)
        if isinstance(key, str):
            return dict(self.steps)[key]
        return self.steps[key][1]

    def _validate(self):
        if not self.steps:
            raise ValueError("The pipeline is empty. Please add steps.")
        names = [name for name, _ in self.steps]
        if len(set(names)) != len(names):
            raise ValueError(f"Names provided are not unique: {names!r}")
        if any('__' in name for name in names):
            raise ValueError(f"Estimator names must not contain __: got {[n for n in names if '__' in n]!r}")
        for name, step in self.steps[:-1]:
            if _idle(step):
                continue
            if not (hasattr(step, 'fit') or hasattr(step, 'fit_transform')) or not hasattr(step, 'transform'):
                raise TypeError("All intermediate steps should be transformers and implement fit and transform or be "
                                f"the string 'passthrough' '{step}' (type {type(step)}) doesn't")
        last = self.steps[-1][1]
        if not _idle(last) and not hasattr(last, 'fit'):
            raise TypeError("Last step of Pipeline should implement fit or be the string 'passthrough'. "
                            f"'{last}' (type {type(last)}) doesn't")

    def _parameters_of(self, fit_params):
        out = {name: {} for name, _ in self.steps}
        for key, value in fit_params.items():
            name, _, inner = key.partition('__')
            if not inner:
                raise ValueError(f"Pipeline.fit does not accept the {key} parameter. You can pass parameters to "
                                 "specific steps of your pipeline using the stepname__parameter format, e.g. "
                                 "`Pipeline.fit(X, y, logisticregression__sample_weight=sample_weight)`.")
            out[name][inner] = value
        return out

    def _fit_before(self, X, y, params):
        self._validate()
        self.steps = list(self.steps)
        for i, (name, step) in enumerate(self.steps[:-1]):
            if _idle(step):
                continue
            step = clone(step)
            X = step.fit_transform(X, y, **params[name]) if hasattr(step, 'fit_transform') else \
                step.fit(X, y, **params[name]).transform(X)
            self.steps[i] = (name, step)
        return X

    def fit(self, X, y=None, **fit_params):
        params = self._parameters_of(fit_params)
        X = self._fit_before(X, y, params)
        name, last = self.steps[-1]
        if not _idle(last):
            if y is None:
                last.fit(X, **params[name])
            else:
                last.fit(X, y, **params[name])
        self._fitted = True
        return self

    def fit_transform(self, X, y=None, **fit_params):
        params = self._parameters_of(fit_params)
        X = self._fit_before(X, y, params)
        self._fitted = True
        name, last = self.steps[-1]
        if _idle(last):
            return X
        if hasattr(last, 'fit_transform'):
            return last.fit_transform(X, y, **params[name])
        return last.fit(X, y, **params[name]).transform(X)

    def fit_predict(self, X, y=None):
        X = self._fit_before(X, y, self._parameters_of({}))
        self._fitted = True
        return self.steps[-1][1].fit_predict(X)

    def _before(self, X):
        last = self.steps[-1][1]
        if '_fitted' not in self.__dict__ and not _idle(last) and not any(n.endswith('_') for n in last.__dict__):
            _not_fitted(self)
        for name, step in self.steps[:-1]:
            if not _idle(step):
                X = step.transform(X)
        return X

    def predict(self, X, **params):
        return self.steps[-1][1].predict(self._before(X), **params)

    def predict_proba(self, X):
        return self.steps[-1][1].predict_proba(self._before(X))

    def decision_function(self, X):
        return self.steps[-1][1].decision_function(self._before(X))

    def score(self, X, y=None):
        return self.steps[-1][1].score(self._before(X), y)

    def transform(self, X):
        X = self._before(X)
        return X if _idle(self.steps[-1][1]) else self.steps[-1][1].transform(X)

    def inverse_transform(self, X):
        for name, step in reversed(self.steps):
            if not _idle(step):
                X = step.inverse_transform(X)
        return X

    def get_feature_names_out(self, input_features=None):
        names = input_features
        for name, step in self.steps:
            if not _idle(step):
                names = step.get_feature_names_out(names)
        return names

    @property
    def classes_(self):
        return self.steps[-1][1].classes_


def make_pipeline(*steps, memory=None, transform_input=None, verbose=False):
    """A pipeline whose steps have the names of their classes."""
    return Pipeline(_named(steps), memory=memory, transform_input=transform_input, verbose=verbose)


class FeatureUnion(_Steps, TransformerMixin):
    """The columns of several transformers side by side."""
    _list = 'transformer_list'

    def __init__(self, transformer_list, *, n_jobs=None, transformer_weights=None, verbose=False,
                 verbose_feature_names_out=True):
        self.transformer_list = transformer_list
        self.n_jobs = n_jobs
        self.transformer_weights = transformer_weights
        self.verbose = verbose
        self.verbose_feature_names_out = verbose_feature_names_out

    def fit(self, X, y=None):
        for name, step in self.transformer_list:
            step.fit(X, y)
        return self

    def transform(self, X):
        parts = []
        for name, step in self.transformer_list:
            part = np.asarray(_dense(step.transform(X)))
            weight = (self.transformer_weights or {}).get(name)
            parts.append(part if weight is None else part * weight)
        return np.hstack(parts)


def make_union(*transformers, n_jobs=None, verbose=False):
    return FeatureUnion(_named(transformers), n_jobs=n_jobs, verbose=verbose)


def _dense(X):
    return X.toarray() if hasattr(X, 'toarray') else X
