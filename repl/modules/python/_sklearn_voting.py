"""Several estimators whose answers are counted or averaged."""
import numpy as np
from _sklearn_checks import chosen, labels_of
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin, clone
from sklearn.utils import Bunch
from sklearn.utils._param_validation import invalid


class _Voting(BaseEstimator):
    """What both kinds of voting share."""

    def _fit_all(self, X, y, sample_weight):
        if not self.estimators or any(not isinstance(pair, tuple) for pair in self.estimators):
            raise ValueError("Invalid 'estimators' attribute, 'estimators' should be a non-empty list of (string, "
                             "estimator) tuples.")
        if self.weights is not None and len(self.weights) != len(self.estimators):
            raise ValueError("Number of `estimators` and weights must be equal; got "
                             f"{len(self.weights)} weights, {len(self.estimators)} estimators")
        used = [(name, each) for name, each in self.estimators if not isinstance(each, str)]
        more = {} if sample_weight is None else {'sample_weight': sample_weight}
        self.estimators_ = [clone(each).fit(X, y, **more) for _, each in used]
        self.named_estimators_ = Bunch(**{name: made for (name, _), made in zip(used, self.estimators_)})
        self._shares = None if self.weights is None else [
            w for (_, each), w in zip(self.estimators, self.weights) if not isinstance(each, str)]
        return self

    @property
    def named_estimators(self):
        return Bunch(**dict(self.estimators))

    def get_params(self, deep=True):
        out = super().get_params(deep=False)
        if deep:
            for name, each in self.estimators:
                out[name] = each
                for key, value in each.get_params().items():
                    out[f'{name}__{key}'] = value
        return out


class VotingClassifier(ClassifierMixin, _Voting):
    """The class that most estimators name, or with the greatest mean share."""

    def __init__(self, estimators, *, voting='hard', weights=None, n_jobs=None, flatten_transform=True, verbose=False):
        self.estimators = estimators
        self.voting = voting
        self.weights = weights
        self.n_jobs = n_jobs
        self.flatten_transform = flatten_transform
        self.verbose = verbose

    def fit(self, X, y, sample_weight=None):
        if self.voting not in ('hard', 'soft'):
            invalid('voting', type(self).__name__, "a str among {'hard', 'soft'}", self.voting)
        self.classes_, places = labels_of(self, y, X)
        return self._fit_all(X, places, sample_weight)

    def _votes(self, X):
        return np.stack([np.asarray(each.predict(X)).astype(np.int64) for each in self.estimators_], axis=1)

    def predict(self, X):
        self._check_fitted('estimators_')
        if self.voting == 'soft':
            places = np.argmax(self.predict_proba(X), axis=1)
            return chosen(self.classes_, places)
        counts = [np.bincount(row, weights=self._shares) for row in self._votes(X)]
        return chosen(self.classes_, np.array([int(np.argmax(c)) for c in counts]))

    def predict_proba(self, X):
        if self.voting == 'hard':
            raise AttributeError("This 'VotingClassifier' has no attribute 'predict_proba'")
        self._check_fitted('estimators_')
        return np.average(np.stack([each.predict_proba(X) for each in self.estimators_]), axis=0, weights=self._shares)

    def transform(self, X):
        self._check_fitted('estimators_')
        if self.voting == 'soft':
            parts = [each.predict_proba(X) for each in self.estimators_]
            return np.concatenate(parts, axis=1) if self.flatten_transform else np.stack(parts)
        return self._votes(X)


class VotingRegressor(RegressorMixin, _Voting):
    """The mean of several estimators' values."""

    def __init__(self, estimators, *, weights=None, n_jobs=None, verbose=False):
        self.estimators = estimators
        self.weights = weights
        self.n_jobs = n_jobs
        self.verbose = verbose

    def fit(self, X, y, sample_weight=None):
        return self._fit_all(X, np.asarray(y), sample_weight)

    def transform(self, X):
        self._check_fitted('estimators_')
        return np.stack([each.predict(X) for each in self.estimators_], axis=1)

    def predict(self, X):
        return np.average(self.transform(X), axis=1, weights=self._shares)
