"""sklearn.discriminant_analysis: normal distributions of the classes, with straight or curved borders."""
import numpy as np
from _sklearn_checks import chosen, labels_of
from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin
from sklearn.utils import _features, _matrix


class _Discriminant(ClassifierMixin, BaseEstimator):
    """What both kinds share."""

    def _seen(self, X, y):
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        self.n_features_in_ = X.shape[1]
        self.classes_, places = labels_of(self, y, X)
        if len(self.classes_) < 2:
            raise ValueError("The number of classes has to be greater than one. Got 1 class." if isinstance(
                self, QuadraticDiscriminantAnalysis) else
                "The number of classes has to be greater than one; got 1 class(es)")
        counts = np.bincount(places)
        self.priors_ = counts / len(X) if self.priors is None else np.asarray(self.priors, dtype=np.float64)
        return X, places, counts

    def predict(self, X):
        scores = self.decision_function(X)
        places = (scores > 0).astype(np.int64) if scores.ndim == 1 else np.argmax(scores, axis=1)
        return chosen(self.classes_, places)

    def predict_log_proba(self, X):
        return np.log(self.predict_proba(X))


class LinearDiscriminantAnalysis(TransformerMixin, _Discriminant):
    """One covariance for all classes: straight borders, and the directions that part the classes best."""

    def __init__(self, solver='svd', shrinkage=None, priors=None, n_components=None, store_covariance=False, tol=1e-4,
                 covariance_estimator=None):
        self.solver = solver
        self.shrinkage = shrinkage
        self.priors = priors
        self.n_components = n_components
        self.store_covariance = store_covariance
        self.tol = tol
        self.covariance_estimator = covariance_estimator

    def fit(self, X, y):
        if self.solver != 'svd':
            raise NotImplementedError("LinearDiscriminantAnalysis has the solver 'svd'")
        X, places, counts = self._seen(X, y)
        n, classes = len(X), len(self.classes_)
        most = min(classes - 1, X.shape[1])
        if self.n_components is not None and self.n_components > most:
            raise ValueError("n_components cannot be larger than min(n_features, n_classes - 1).")
        self._count = most if self.n_components is None else self.n_components
        self.means_ = np.stack([X[places == c].mean(axis=0) for c in range(classes)])
        self.xbar_ = np.dot(self.priors_, self.means_)
        inner = np.concatenate([X[places == c] - self.means_[c] for c in range(classes)])
        std = inner.std(axis=0)
        std[std == 0] = 1.0
        _, S, Vt = np.linalg.svd(np.sqrt(1.0 / n) * (inner / std), full_matrices=False)
        rank = int(np.sum(S > self.tol))
        scalings = (Vt[:rank] / std).T / S[:rank]
        factor = 1.0 if classes == 1 else 1.0 / (classes - 1)
        between = np.dot((np.sqrt((n * self.priors_) * factor) * (self.means_ - self.xbar_).T).T, scalings)
        _, S, Vt = np.linalg.svd(between, full_matrices=False)
        self.explained_variance_ratio_ = (S ** 2 / np.sum(S ** 2))[:self._count]
        rank = int(np.sum(S > self.tol * S[0]))
        self.scalings_ = np.dot(scalings, Vt.T[:, :rank])
        coef = np.dot(self.means_ - self.xbar_, self.scalings_)
        self.intercept_ = -0.5 * np.sum(coef ** 2, axis=1) + np.log(self.priors_)
        self.coef_ = np.dot(coef, self.scalings_.T)
        self.intercept_ = self.intercept_ - np.dot(self.xbar_, self.coef_.T)
        if classes == 2:
            self.coef_ = (self.coef_[1] - self.coef_[0]).reshape(1, -1)
            self.intercept_ = (self.intercept_[1] - self.intercept_[0]).reshape(1)
        return self

    def transform(self, X):
        self._check_fitted('scalings_')
        X = _features(self, _matrix(X, self))
        return np.dot(X - self.xbar_, self.scalings_)[:, :self._count]

    def decision_function(self, X):
        self._check_fitted('coef_')
        scores = np.dot(_features(self, _matrix(X, self)), self.coef_.T) + self.intercept_
        return scores.reshape(-1) if scores.shape[1] == 1 else scores

    def predict_proba(self, X):
        scores = self.decision_function(X)
        if scores.ndim == 1:
            one = 1 / (1 + np.exp(-scores))
            return np.stack([1 - one, one], axis=1)
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        return scores / scores.sum(axis=1, keepdims=True)

    def get_feature_names_out(self, input_features=None):
        return np.array([f'lineardiscriminantanalysis{i}' for i in range(self._count)], dtype=object)


class QuadraticDiscriminantAnalysis(_Discriminant):
    """A covariance for each class: curved borders."""

    def __init__(self, *, solver='svd', shrinkage=None, priors=None, reg_param=0.0, store_covariance=False, tol=1e-4,
                 covariance_estimator=None):
        self.solver = solver
        self.shrinkage = shrinkage
        self.priors = priors
        self.reg_param = reg_param
        self.store_covariance = store_covariance
        self.tol = tol
        self.covariance_estimator = covariance_estimator

    def fit(self, X, y):
        X, places, counts = self._seen(X, y)
        means, self.scalings_, self.rotations_ = [], [], []
        for c in range(len(self.classes_)):
            rows = X[places == c]
            means.append(rows.mean(axis=0))
            if len(rows) == 1:
                raise ValueError(f"y has only 1 sample in class {self.classes_[c]}, covariance is ill defined.")
            _, S, Vt = np.linalg.svd(rows - means[-1], full_matrices=False)
            scaling = (1 - self.reg_param) * (S ** 2 / len(rows)) + self.reg_param
            if int(np.sum(scaling > self.tol)) < X.shape[1]:
                raise np.linalg.LinAlgError(
                    f"The covariance matrix of class {self.classes_[c]} is not full rank. " + (
                        f"When using `solver='svd'` the number of samples in each class should be more than the number "
                        f"of features, but class {self.classes_[c]} has {len(rows)} samples and {X.shape[1]} features. "
                        "Try using `solver='eigen'` and setting the parameter `shrinkage` for regularization."
                        if len(rows) <= X.shape[1] else
                        "Increase the value of `reg_param` to reduce the collinearity."))
            self.scalings_.append(scaling)
            self.rotations_.append(Vt.T)
        self.means_ = np.stack(means)
        return self

    def _joint(self, X):
        self._check_fitted('means_')
        X = _features(self, _matrix(X, self))
        norms, sizes = [], []
        for mean, scaling, rotation in zip(self.means_, self.scalings_, self.rotations_):
            turned = np.dot(X - mean, rotation * scaling ** -0.5)
            norms.append(np.sum(turned ** 2, axis=1))
            sizes.append(np.sum(np.log(scaling)))
        return -0.5 * (np.stack(norms, axis=1) + np.array(sizes)) + np.log(self.priors_)

    def decision_function(self, X):
        scores = self._joint(X)
        return scores[:, 1] - scores[:, 0] if len(self.classes_) == 2 else scores

    def predict_proba(self, X):
        scores = self._joint(X)
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        return scores / scores.sum(axis=1, keepdims=True)
