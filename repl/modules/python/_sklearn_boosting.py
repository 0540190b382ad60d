"""Boosting: trees one after the other, each for what those before it got wrong."""
import math
import numpy as np
from _sklearn_checks import chosen, labels_of, rows_like, rows_of, targets_of
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin, clone
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor
from sklearn.utils import check_random_state
from sklearn.utils._param_validation import invalid


def _expit(x):
    return 1.0 / (1.0 + np.exp(-x))


def _softmax(x):
    shifted = np.exp(x - x.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)


class _GradientBoosting(BaseEstimator):
    """What both kinds of gradient boosting share: self._start (what is predicted without trees), trees by stage."""

    def _check(self):
        name = type(self).__name__
        if not isinstance(self.n_estimators, (int, np.integer)) or self.n_estimators < 1:
            invalid('n_estimators', name, 'an int in the range [1, inf)', self.n_estimators)
        if self.loss not in self._losses:
            invalid('loss', name, f"a str among {{{', '.join([repr(loss) for loss in self._losses])}}}", self.loss)
        if self.loss != self._loss_name:
            raise NotImplementedError(f"nnsh's {name} has no loss {self.loss!r}: take {self._loss_name!r}")
        for what, wanted in (('init', None), ('warm_start', False), ('n_iter_no_change', None)):
            if getattr(self, what) != wanted:
                raise NotImplementedError(f"nnsh's {name} has no {what}")

    def _boost(self, rows, y, raw, weights):
        """Adds the trees; `raw` is what is predicted so far, a column for each tree of a stage."""
        rng = check_random_state(self.random_state)
        n, kinds = raw.shape
        weights = np.ones(n) if weights is None else weights
        self.estimators_, self.train_score_ = [], []
        for _ in range(self.n_estimators):
            mask = None
            if self.subsample < 1.0:
                mask = self._mask(n, max(1, int(self.subsample * n)), rng)
            used = weights if mask is None else weights * mask
            gradients = self._gradients(y, raw)
            stage = []
            for k in range(kinds):
                tree = DecisionTreeRegressor(
                    max_depth=self.max_depth, min_samples_split=self.min_samples_split,
                    min_samples_leaf=self.min_samples_leaf, min_weight_fraction_leaf=self.min_weight_fraction_leaf,
                    min_impurity_decrease=self.min_impurity_decrease, max_features=self.max_features,
                    max_leaf_nodes=self.max_leaf_nodes, random_state=rng, ccp_alpha=self.ccp_alpha)
                tree.n_features_in_ = rows.shape[1]
                tree._grow(rows, gradients[:, k], 0, used, rng)
                ends = tree.tree_.apply(rows)
                self._set_leaves(tree.tree_, ends, y, gradients[:, k], used, mask, k, kinds)
                raw[:, k] += self.learning_rate * tree.tree_.value[ends, 0, 0]
                stage.append(tree)
            self.estimators_.append(stage)
            inside = slice(None) if mask is None else mask
            self.train_score_.append(self._score_of(y[inside], raw[inside], weights[inside]))
        self.estimators_ = np.array(self.estimators_, dtype=object).reshape(self.n_estimators, kinds)
        self.train_score_ = np.array(self.train_score_)
        self.n_estimators_ = self.n_estimators

    @staticmethod
    def _mask(n, many, rng):
        draws, out, found = rng.uniform(size=n), np.zeros(n, dtype=bool), 0
        for i in range(n):
            if draws[i] * (n - i) < many - found:
                out[i] = True
                found += 1
        return out

    def _raw(self, X):
        self._check_fitted('estimators_')
        rows = rows_like(self, X)
        raw = np.zeros((len(rows), self.estimators_.shape[1])) + self._start
        for raw_so_far in self._stages(rows, raw):
            raw = raw_so_far
        return raw

    def _stages(self, rows, raw):
        for i in range(self.estimators_.shape[0]):
            for k in range(self.estimators_.shape[1]):
                raw[:, k] += self.learning_rate * self.estimators_[i, k].tree_.predict(rows)[:, 0]
            yield raw

    @property
    def feature_importances_(self):
        self._check_fitted('estimators_')
        found = [t.tree_.compute_feature_importances(normalize=False) for stage in self.estimators_ for t in stage
                 if t.tree_.node_count > 1]
        if not found:
            return np.zeros(self.n_features_in_)
        mean = np.mean(np.array(found), axis=0)
        return mean / np.sum(mean)


class GradientBoostingClassifier(ClassifierMixin, _GradientBoosting):
    """Trees that follow the gradient of the log loss."""
    _loss_name = 'log_loss'
    _losses = ('exponential', 'log_loss')

    def __init__(self, *, loss='log_loss', learning_rate=0.1, n_estimators=100, subsample=1.0, criterion='deprecated',
                 min_samples_split=2, min_samples_leaf=1, min_weight_fraction_leaf=0.0, max_depth=3,
                 min_impurity_decrease=0.0, init=None, random_state=None, max_features=None, verbose=0,
                 max_leaf_nodes=None, warm_start=False, validation_fraction=0.1, n_iter_no_change=None, tol=1e-4,
                 ccp_alpha=0.0):
        self.loss = loss
        self.learning_rate = learning_rate
        self.n_estimators = n_estimators
        self.subsample = subsample
        self.criterion = criterion
        self.min_samples_split = min_samples_split
        self.min_samples_leaf = min_samples_leaf
        self.min_weight_fraction_leaf = min_weight_fraction_leaf
        self.max_depth = max_depth
        self.min_impurity_decrease = min_impurity_decrease
        self.init = init
        self.random_state = random_state
        self.max_features = max_features
        self.verbose = verbose
        self.max_leaf_nodes = max_leaf_nodes
        self.warm_start = warm_start
        self.validation_fraction = validation_fraction
        self.n_iter_no_change = n_iter_no_change
        self.tol = tol
        self.ccp_alpha = ccp_alpha

    def fit(self, X, y, sample_weight=None):
        self._check()
        rows = rows_of(self, X)
        self.classes_, places = labels_of(self, y, rows)
        self.n_classes_ = count = len(self.classes_)
        if count < 2:
            raise ValueError(f"y contains {count} class after sample_weight trimmed classes with zero weights, while a "
                             "minimum of 2 classes are required.")
        weights = None if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        shares = np.bincount(places, weights=weights, minlength=count)
        eps = np.finfo(np.float64).eps
        shares = np.clip(shares / shares.sum(), eps, 1 - eps)
        if count == 2:
            self._start = np.log(shares[1] / (1 - shares[1]))
            raw = np.zeros((len(rows), 1)) + self._start
        else:
            self._start = np.log(shares) - np.log(shares).mean()
            raw = np.zeros((len(rows), count)) + self._start
        self._boost(rows, places, raw, weights)
        return self

    def _gradients(self, y, raw):
        """One by one with the C library's exp, as scikit-learn has it: where two splits are equally good, the last
        digit decides."""
        if raw.shape[1] == 1:
            out = []
            for label, value in zip(y.tolist(), raw[:, 0].tolist()):
                if value > -37:
                    small = math.exp(-value)
                    out.append(-(((1 - label) - label * small) / (1 + small)))
                else:
                    out.append(-(math.exp(value) - label))
            return np.array(out).reshape(-1, 1)
        out = []
        for label, values in zip(y.tolist(), raw.tolist()):
            most = max(values)
            shares = [math.exp(v - most) for v in values]
            total = 0.0
            for share in shares:
                total += share
            out.append([-(share / total - (1 if k == label else 0)) for k, share in enumerate(shares)])
        return np.array(out)

    def _set_leaves(self, tree, ends, y, gradient, weights, mask, k, kinds):
        """One step of Newton's in each leaf."""
        own = y.astype(np.float64) if kinds == 1 else (y == k).astype(np.float64)
        for leaf in np.flatnonzero(tree.children_left < 0).tolist():
            there = ends == leaf if mask is None else (ends == leaf) & mask
            at = np.flatnonzero(there)
            if not len(at):
                tree.value[leaf, 0, 0] = 0.0
                continue
            slope, share = gradient[at], weights[at]
            chance = own[at] - slope
            above = np.average(slope, weights=share) * (1.0 if kinds == 1 else (kinds - 1) / kinds)
            below = np.average(chance * (1 - chance), weights=share)
            tree.value[leaf, 0, 0] = 0.0 if abs(below) < 1e-150 else above / below

    def _score_of(self, y, raw, weights):
        if raw.shape[1] == 1:
            losses = np.logaddexp(0, raw[:, 0]) - y * raw[:, 0]
            return 2 * np.average(losses, weights=weights)
        losses = np.log(np.exp(raw - raw.max(axis=1, keepdims=True)).sum(axis=1)) + raw.max(axis=1) - raw[
            np.arange(len(y)), y]
        return np.average(losses, weights=weights)

    def decision_function(self, X):
        raw = self._raw(X)
        return raw[:, 0] if raw.shape[1] == 1 else raw

    def _proba(self, raw):
        if raw.shape[1] > 1:
            return _softmax(raw)
        positive = _expit(raw[:, 0])
        return np.stack([1 - positive, positive], axis=1)

    def predict_proba(self, X):
        return self._proba(self._raw(X))

    def _labels(self, raw):
        places = (raw[:, 0] >= 0).astype(np.int64) if raw.shape[1] == 1 else np.argmax(raw, axis=1)
        return chosen(self.classes_, places)

    def predict(self, X):
        return self._labels(self._raw(X))

    def staged_predict(self, X):
        """The prediction after each stage."""
        self._check_fitted('estimators_')
        rows = rows_like(self, X)
        for raw in self._stages(rows, np.zeros((len(rows), self.estimators_.shape[1])) + self._start):
            yield self._labels(raw)


class GradientBoostingRegressor(RegressorMixin, _GradientBoosting):
    """Trees that follow the gradient of the squared error."""
    _loss_name = 'squared_error'
    _losses = ('absolute_error', 'huber', 'quantile', 'squared_error')

    def __init__(self, *, loss='squared_error', learning_rate=0.1, n_estimators=100, subsample=1.0,
                 criterion='deprecated', min_samples_split=2, min_samples_leaf=1, min_weight_fraction_leaf=0.0,
                 max_depth=3, min_impurity_decrease=0.0, init=None, random_state=None, max_features=None, alpha=0.9,
                 verbose=0, max_leaf_nodes=None, warm_start=False, validation_fraction=0.1, n_iter_no_change=None,
                 tol=1e-4, ccp_alpha=0.0):
        self.loss = loss
        self.learning_rate = learning_rate
        self.n_estimators = n_estimators
        self.subsample = subsample
        self.criterion = criterion
        self.min_samples_split = min_samples_split
        self.min_samples_leaf = min_samples_leaf
        self.min_weight_fraction_leaf = min_weight_fraction_leaf
        self.max_depth = max_depth
        self.min_impurity_decrease = min_impurity_decrease
        self.init = init
        self.random_state = random_state
        self.max_features = max_features
        self.alpha = alpha
        self.verbose = verbose
        self.max_leaf_nodes = max_leaf_nodes
        self.warm_start = warm_start
        self.validation_fraction = validation_fraction
        self.n_iter_no_change = n_iter_no_change
        self.tol = tol
        self.ccp_alpha = ccp_alpha

    def fit(self, X, y, sample_weight=None):
        self._check()
        rows = rows_of(self, X)
        values = targets_of(self, y, rows)
        weights = None if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        self._start = np.average(values, weights=weights)
        self._boost(rows, values, np.zeros((len(rows), 1)) + self._start, weights)
        return self

    def _gradients(self, y, raw):
        return y[:, None] - raw

    def _set_leaves(self, tree, ends, y, gradient, weights, mask, k, kinds):
        """The tree's own means are right."""

    def _score_of(self, y, raw, weights):
        return np.average((y - raw[:, 0]) ** 2, weights=weights)

    def predict(self, X):
        return self._raw(X)[:, 0]

    def staged_predict(self, X):
        """The prediction after each stage."""
        self._check_fitted('estimators_')
        rows = rows_like(self, X)
        for raw in self._stages(rows, np.zeros((len(rows), 1)) + self._start):
            yield raw[:, 0].copy()


class AdaBoostClassifier(ClassifierMixin, BaseEstimator):
    """Small trees, each with more weight on the rows that the last ones got wrong (SAMME)."""

    def __init__(self, estimator=None, *, n_estimators=50, learning_rate=1.0, random_state=None):
        self.estimator = estimator
        self.n_estimators = n_estimators
        self.learning_rate = learning_rate
        self.random_state = random_state

    def fit(self, X, y, sample_weight=None):
        if not isinstance(self.n_estimators, (int, np.integer)) or self.n_estimators < 1:
            invalid('n_estimators', 'AdaBoostClassifier', 'an int in the range [1, inf)', self.n_estimators)
        rows = rows_of(self, X).astype(np.float64)
        self.classes_, places = labels_of(self, y, rows)
        self.n_classes_ = count = len(self.classes_)
        labels = chosen(self.classes_, places)
        weights = np.ones(len(rows)) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        weights = weights / weights.sum()
        zero, eps = weights == 0, np.finfo(np.float64).eps
        rng = check_random_state(self.random_state)
        self.estimators_ = []
        self.estimator_weights_, self.estimator_errors_ = np.zeros(self.n_estimators), np.ones(self.n_estimators)
        for i in range(self.n_estimators):
            weights = np.clip(weights, eps, None)
            weights[zero] = 0.0
            each = clone(self.estimator) if self.estimator is not None else DecisionTreeClassifier(max_depth=1)
            seeds = {name: int(rng.randint(2147483647)) for name in sorted(each.get_params(deep=True))
                     if name == 'random_state' or name.endswith('__random_state')}
            each.set_params(**seeds)
            each.fit(rows, labels, sample_weight=weights)
            self.estimators_.append(each)
            wrong = np.asarray(each.predict(rows)) != np.asarray(labels)
            error = np.mean(np.average(wrong, weights=weights, axis=0))
            if error <= 0:
                self.estimator_weights_[i], self.estimator_errors_[i] = 1.0, 0.0
                break
            if error >= 1.0 - 1.0 / count:
                self.estimators_.pop()
                if not self.estimators_:
                    raise ValueError("BaseClassifier in AdaBoostClassifier ensemble is worse than random, ensemble can "
                                     "not be fit.")
                break
            say = self.learning_rate * (np.log((1.0 - error) / error) + np.log(count - 1.0))
            if i < self.n_estimators - 1:
                weights = np.exp(np.log(weights) + say * wrong * (weights > 0))
            self.estimator_weights_[i], self.estimator_errors_[i] = say, error
            if i < self.n_estimators - 1:
                weights = weights / weights.sum()
        return self

    def decision_function(self, X):
        self._check_fitted('estimators_')
        rows = rows_like(self, X).astype(np.float64)
        count, total = self.n_classes_, 0.0
        labels = np.asarray(self.classes_)
        for each, say in zip(self.estimators_, self.estimator_weights_):
            found = np.asarray(each.predict(rows))[:, None] == labels[None, :]
            total = total + np.where(found, say, -1 / (count - 1) * say)
        total = total / self.estimator_weights_.sum()
        if count == 2:
            total[:, 0] *= -1
            return total.sum(axis=1)
        return total

    def predict(self, X):
        found = self.decision_function(X)
        places = (found > 0).astype(np.int64) if self.n_classes_ == 2 else np.argmax(found, axis=1)
        return chosen(self.classes_, places)

    def predict_proba(self, X):
        found = self.decision_function(X)
        found = np.stack([-found, found], axis=1) / 2 if self.n_classes_ == 2 else found / (self.n_classes_ - 1)
        return _softmax(found)

    @property
    def feature_importances_(self):
        self._check_fitted('estimators_')
        shares = self.estimator_weights_[:len(self.estimators_)]
        return sum(w * each.feature_importances_ for w, each in zip(shares, self.estimators_)) / \
            self.estimator_weights_.sum()
