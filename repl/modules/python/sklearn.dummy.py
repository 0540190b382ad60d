"""sklearn.dummy: answers that do not look at the features, to compare others with."""
import numpy as np
from _sklearn_checks import chosen, labels_of
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.utils import _given_target, _num_samples, check_consistent_length, check_random_state
from sklearn.utils._param_validation import invalid


class DummyClassifier(ClassifierMixin, BaseEstimator):
    """The most frequent class, the classes' shares, or classes by chance."""

    def __init__(self, *, strategy='prior', random_state=None, constant=None):
        self.strategy = strategy
        self.random_state = random_state
        self.constant = constant

    def fit(self, X, y, sample_weight=None):
        names = ('constant', 'most_frequent', 'prior', 'stratified', 'uniform')
        if self.strategy not in names:
            invalid('strategy', 'DummyClassifier', f"a str among {{{', '.join(repr(n) for n in names)}}}",
                    self.strategy)
        self.classes_, places = labels_of(self, y, np.zeros((_num_samples(X), 1)))
        weights = None if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        counts = np.bincount(places, weights=weights)
        self.n_classes_, self.n_outputs_ = len(self.classes_), 1
        self.class_prior_ = counts / counts.sum()
        if self.strategy == 'constant':
            known = self.classes_.tolist() if hasattr(self.classes_, 'tolist') else list(self.classes_)
            if self.constant not in known:
                raise ValueError("The constant target value must be present in the training data. You provided "
                                 f"constant={self.constant}. Possible values are: {known}.")
            self._place = known.index(self.constant)
        return self

    def predict_proba(self, X):
        self._check_fitted('class_prior_')
        n, k = _num_samples(X), self.n_classes_
        if self.strategy == 'prior':
            return np.ones((n, 1)) * self.class_prior_
        if self.strategy == 'uniform':
            return np.full((n, k), 1.0 / k)
        if self.strategy == 'stratified':
            random = check_random_state(self.random_state)
            return random.multinomial(1, self.class_prior_, size=n).astype(np.float64)
        out = np.zeros((n, k))
        out[:, int(np.argmax(self.class_prior_)) if self.strategy == 'most_frequent' else self._place] = 1.0
        return out

    def predict(self, X):
        self._check_fitted('class_prior_')
        if self.strategy == 'uniform':
            random = check_random_state(self.random_state)
            return chosen(self.classes_, random.randint(self.n_classes_, size=_num_samples(X)))
        return chosen(self.classes_, np.argmax(self.predict_proba(X), axis=1))

    def score(self, X, y, sample_weight=None):
        if X is None:
            X = np.zeros((len(y), 1))
        return super().score(X, y, sample_weight)


class DummyRegressor(RegressorMixin, BaseEstimator):
    """The mean, the median, a quantile or a constant."""

    def __init__(self, *, strategy='mean', constant=None, quantile=None):
        self.strategy = strategy
        self.constant = constant
        self.quantile = quantile

    def fit(self, X, y, sample_weight=None):
        y = np.asarray(_given_target(y, self), dtype=np.float64)
        check_consistent_length(X, y)
        if self.strategy == 'mean':
            value = np.average(y, axis=0, weights=sample_weight)
        elif self.strategy == 'median':
            value = np.median(y, axis=0)
        elif self.strategy == 'quantile':
            if self.quantile is None:
                raise ValueError("When using `strategy='quantile', you have to specify the desired quantile in the "
                                 "range [0, 1].")
            value = np.percentile(y, self.quantile * 100, axis=0)
        elif self.strategy == 'constant':
            if self.constant is None:
                raise TypeError("Constant target value has to be specified when the constant strategy is used.")
            value = self.constant
        else:
            invalid('strategy', 'DummyRegressor', "a str among {'constant', 'mean', 'median', 'quantile'}",
                    self.strategy)
        self.constant_, self.n_outputs_ = np.reshape(value, (1, -1)), 1
        return self

    def predict(self, X):
        self._check_fitted('constant_')
        out = np.full((_num_samples(X), self.constant_.shape[1]), self.constant_)
        return out.ravel() if out.shape[1] == 1 else out
