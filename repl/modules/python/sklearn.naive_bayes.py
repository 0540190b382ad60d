"""sklearn.naive_bayes: classes by the chances of single features."""
import numpy as np
from _sklearn_checks import chosen, labels_of
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils import _features, _matrix


class _Bayes(ClassifierMixin, BaseEstimator):
    """What the three kinds share: self._joint(X) gives the log chance of each row and class."""

    def _seen(self, X, y, sample_weight):
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        self.n_features_in_ = X.shape[1]
        self.classes_, places = labels_of(self, y, X)
        weights = np.ones(len(X)) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        return X, places, weights

    def _joint_of(self, X):
        self._check_fitted('classes_')
        return self._joint(_features(self, _matrix(X, self)).astype(np.float64))

    def predict(self, X):
        places = np.argmax(self._joint_of(X), axis=1)
        return chosen(self.classes_, places)

    def predict_log_proba(self, X):
        joint = self._joint_of(X)
        most = joint.max(axis=1, keepdims=True)
        return joint - (np.log(np.exp(joint - most).sum(axis=1, keepdims=True)) + most)

    def predict_proba(self, X):
        return np.exp(self.predict_log_proba(X))


class GaussianNB(_Bayes):
    """Each feature of a class is normal."""

    def __init__(self, *, priors=None, var_smoothing=1e-9):
        self.priors = priors
        self.var_smoothing = var_smoothing

    def fit(self, X, y, sample_weight=None):
        X, places, weights = self._seen(X, y, sample_weight)
        count = len(self.classes_)
        self.epsilon_ = self.var_smoothing * np.var(X, axis=0).max()
        self.theta_, self.var_ = np.zeros((count, X.shape[1])), np.zeros((count, X.shape[1]))
        self.class_count_ = np.zeros(count)
        for c in range(count):
            rows, own = X[places == c], weights[places == c]
            self.class_count_[c] = own.sum() if sample_weight is not None else len(rows)
            if sample_weight is None:
                self.theta_[c], self.var_[c] = np.mean(rows, axis=0), np.var(rows, axis=0)
            else:
                self.theta_[c] = np.average(rows, axis=0, weights=own)
                self.var_[c] = np.average((rows - self.theta_[c]) ** 2, axis=0, weights=own)
        self.var_ += self.epsilon_
        if self.priors is not None:
            self.class_prior_ = np.asarray(self.priors)
            if len(self.class_prior_) != count:
                raise ValueError("Number of priors must match number of classes.")
            if not np.isclose(self.class_prior_.sum(), 1.0):
                raise ValueError("The sum of the priors should be 1.")
        else:
            self.class_prior_ = self.class_count_ / self.class_count_.sum()
        return self

    def _joint(self, X):
        out = []
        for c in range(len(self.classes_)):
            spread = -0.5 * np.sum(np.log(2.0 * np.pi * self.var_[c]))
            spread = spread - 0.5 * np.sum((X - self.theta_[c]) ** 2 / self.var_[c], axis=1)
            out.append(np.log(self.class_prior_[c]) + spread)
        return np.array(out).T


class _Counting(_Bayes):
    def _priors(self):
        if self.class_prior is not None:
            self.class_log_prior_ = np.log(np.asarray(self.class_prior, dtype=np.float64))
        elif self.fit_prior:
            self.class_log_prior_ = np.log(self.class_count_) - np.log(self.class_count_.sum())
        else:
            self.class_log_prior_ = np.full(len(self.classes_), -np.log(len(self.classes_)))

    def _count(self, X, places, weights):
        ones = (places[:, None] == np.arange(len(self.classes_))).astype(np.float64) * weights[:, None]
        self.feature_count_ = np.dot(ones.T, X)
        self.class_count_ = ones.sum(axis=0)


class MultinomialNB(_Counting):
    """Features are counts, as of words."""

    def __init__(self, *, alpha=1.0, force_alpha=True, fit_prior=True, class_prior=None):
        self.alpha = alpha
        self.force_alpha = force_alpha
        self.fit_prior = fit_prior
        self.class_prior = class_prior

    def fit(self, X, y, sample_weight=None):
        X, places, weights = self._seen(X.toarray() if hasattr(X, 'toarray') else X, y, sample_weight)
        if np.any(X < 0):
            raise ValueError("Negative values in data passed to MultinomialNB (input X).")
        self._count(X, places, weights)
        smoothed = self.feature_count_ + self.alpha
        self.feature_log_prob_ = np.log(smoothed) - np.log(smoothed.sum(axis=1).reshape(-1, 1))
        self._priors()
        return self

    def _joint(self, X):
        return np.dot(X, self.feature_log_prob_.T) + self.class_log_prior_


class BernoulliNB(_Counting):
    """Features are there or not."""

    def __init__(self, *, alpha=1.0, force_alpha=True, binarize=0.0, fit_prior=True, class_prior=None):
        self.alpha = alpha
        self.force_alpha = force_alpha
        self.binarize = binarize
        self.fit_prior = fit_prior
        self.class_prior = class_prior

    def _flags(self, X):
        return X if self.binarize is None else (X > self.binarize).astype(np.float64)

    def fit(self, X, y, sample_weight=None):
        X, places, weights = self._seen(X, y, sample_weight)
        self._count(self._flags(X), places, weights)
        smoothed, whole = self.feature_count_ + self.alpha, self.class_count_ + self.alpha * 2
        self.feature_log_prob_ = np.log(smoothed) - np.log(whole.reshape(-1, 1))
        self._priors()
        return self

    def _joint(self, X):
        absent = np.log(1 - np.exp(self.feature_log_prob_))
        return (np.dot(self._flags(X), (self.feature_log_prob_ - absent).T) + self.class_log_prior_
                + absent.sum(axis=1))
