"""Many copies of one estimator on drawn rows, and estimators that learn from the answers of others."""
import numpy as np
from _sklearn_checks import chosen, labels_of, targets_of
from _sklearn_voting import _Voting
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin, clone, is_classifier
from sklearn.utils import Bunch, _features, _matrix, check_random_state


def _seeded(estimator, seed):
    """A clone whose random_state, where it has one, is drawn from a seed's stream."""
    random = np.random.RandomState(seed)
    made = clone(estimator)
    names = [name for name in sorted(made.get_params(deep=True)) if name == 'random_state' or name.endswith(
        '__random_state')]
    if names:
        made.set_params(**{name: int(random.randint(np.iinfo(np.int32).max)) for name in names})
    return made


class _Bagging(BaseEstimator):
    """What both kinds share."""

    def __init__(self, estimator=None, n_estimators=10, *, max_samples=None, max_features=1.0, bootstrap=True,
                 bootstrap_features=False, oob_score=False, warm_start=False, n_jobs=None, random_state=None,
                 verbose=0):
        self.estimator = estimator
        self.n_estimators = n_estimators
        self.max_samples = max_samples
        self.max_features = max_features
        self.bootstrap = bootstrap
        self.bootstrap_features = bootstrap_features
        self.oob_score = oob_score
        self.warm_start = warm_start
        self.n_jobs = n_jobs
        self.random_state = random_state
        self.verbose = verbose

    def _grow(self, X, y, sample_weight):
        n, p = X.shape
        whole = (int, np.integer)
        rows = n if self.max_samples is None else self.max_samples if isinstance(self.max_samples, whole) else \
            max(1, int(self.max_samples * n))
        columns = self.max_features if isinstance(self.max_features, whole) else max(1, int(self.max_features * p))
        if not self.bootstrap and rows > n:
            raise ValueError(f"Effective max_samples={rows} must be <= n_samples={n} to be able to sample without "
                             "replacement.")
        if columns > p:
            raise ValueError("max_features must be <= n_features")
        if not self.bootstrap and self.oob_score:
            raise ValueError("Out of bag estimation only available if bootstrap=True")
        random = check_random_state(self.random_state)
        self.estimator_ = self._default() if self.estimator is None else self.estimator
        self.estimators_, self.estimators_features_, self._drawn = [], [], []
        weighs = 'sample_weight' in _arguments(self.estimator_)
        for seed in random.randint(np.iinfo(np.int32).max, size=self.n_estimators).tolist():
            made = _seeded(self.estimator_, seed)
            own = np.random.RandomState(seed)
            features = _drawn(own, self.bootstrap_features, p, columns)
            if sample_weight is None:
                indices = _drawn(own, self.bootstrap, n, rows)
            else:
                indices = own.choice(n, rows, replace=self.bootstrap, p=sample_weight / np.sum(sample_weight))
            part = X if not self.bootstrap_features and columns == p else X[:, features]
            if weighs:
                made.fit(part, y, sample_weight=np.bincount(indices, minlength=n).astype(np.float64))
            else:
                made.fit(part[indices], y[indices])
            self.estimators_.append(made)
            self.estimators_features_.append(features)
            self._drawn.append(indices)

    @property
    def estimators_samples_(self):
        """The rows that each estimator saw."""
        return self._drawn

    def _part(self, X, k):
        features = self.estimators_features_[k]
        return X if not self.bootstrap_features and len(features) == X.shape[1] else X[:, features]


def _drawn(random, again, n, count):
    """Numbers below n, with replacement or without."""
    if again:
        return random.randint(0, n, count)
    return _without_replacement(random, n, count)


def _without_replacement(random, n, count):
    """scikit-learn's choice of a method by the share that is drawn."""
    share = count / n if n else 1.0
    if 0.01 < share < 0.99:
        return random.permutation(n)[:count]
    if share < 0.2:
        seen, out = set(), []
        while len(out) < count:
            j = int(random.randint(n))
            if j not in seen:
                seen.add(j)
                out.append(j)
        return np.array(out, dtype=np.int64)
    out = np.arange(count)
    for i in range(count, n):
        j = int(random.randint(0, i + 1))
        if j < count:
            out[j] = i
    return out


def _arguments(estimator):
    from _sklearn import parameter_names
    return parameter_names(type(estimator).fit)


class BaggingClassifier(ClassifierMixin, _Bagging):
    """The mean of the shares that many copies of a classifier give."""

    def _default(self):
        from sklearn.tree import DecisionTreeClassifier
        return DecisionTreeClassifier()

    def fit(self, X, y, sample_weight=None):
        self._remember(X)
        X = _matrix(X, self)
        self.n_features_in_ = X.shape[1]
        self.classes_, places = labels_of(self, y, X)
        self.n_classes_ = len(self.classes_)
        self._grow(X, places, sample_weight)
        if self.oob_score:
            shares = np.zeros((len(X), self.n_classes_))
            for k, made in enumerate(self.estimators_):
                mask = np.ones(len(X), dtype=bool)
                mask[self._drawn[k]] = False
                shares[mask] += self._shares(made, self._part(X[mask], k))
            with np.errstate(invalid='ignore'):
                self.oob_decision_function_ = shares / shares.sum(axis=1, keepdims=True)
            self.oob_score_ = float(np.mean(places == np.argmax(shares, axis=1)))
        return self

    def _shares(self, made, X):
        out = np.zeros((len(X), self.n_classes_))
        places = np.asarray(made.classes_).astype(np.int64)
        if hasattr(made, 'predict_proba'):
            out[:, places] = made.predict_proba(X)
        else:
            out[np.arange(len(X)), np.asarray(made.predict(X)).astype(np.int64)] = 1
        return out

    def predict_proba(self, X):
        self._check_fitted('estimators_')
        X = _features(self, _matrix(X, self))
        total = sum(self._shares(made, self._part(X, k)) for k, made in enumerate(self.estimators_))
        return total / len(self.estimators_)

    def predict(self, X):
        return chosen(self.classes_, np.argmax(self.predict_proba(X), axis=1))


class BaggingRegressor(RegressorMixin, _Bagging):
    """The mean of the answers of many copies of a regressor."""

    def _default(self):
        from sklearn.tree import DecisionTreeRegressor
        return DecisionTreeRegressor()

    def fit(self, X, y, sample_weight=None):
        self._remember(X)
        X = _matrix(X, self)
        self.n_features_in_ = X.shape[1]
        y = targets_of(self, y, X)
        self._grow(X, y, sample_weight)
        if self.oob_score:
            total, counts = np.zeros(len(X)), np.zeros(len(X))
            for k, made in enumerate(self.estimators_):
                mask = np.ones(len(X), dtype=bool)
                mask[self._drawn[k]] = False
                total[mask] += made.predict(self._part(X[mask], k))
                counts[mask] += 1
            counts[counts == 0] = 1
            from sklearn.metrics import r2_score
            self.oob_prediction_ = total / counts
            self.oob_score_ = r2_score(y, self.oob_prediction_)
        return self

    def predict(self, X):
        self._check_fitted('estimators_')
        X = _features(self, _matrix(X, self))
        return sum(made.predict(self._part(X, k)) for k, made in enumerate(self.estimators_)) / len(self.estimators_)


class _Stacking(_Voting):
    """Estimators whose answers, each for rows it has not seen, are what the last one learns from."""

    def _learn(self, X, y):
        from sklearn.model_selection import cross_val_predict
        used = [(name, each) for name, each in self.estimators if not isinstance(each, str)]
        self.estimators_ = [clone(each).fit(X, y) for _, each in used]
        self.named_estimators_ = Bunch(**{name: made for (name, _), made in zip(used, self.estimators_)})
        self.stack_method_ = [self._way(each) for _, each in used]
        parts = [cross_val_predict(clone(each), X, y, cv=self.cv, method=way)
                 for (_, each), way in zip(used, self.stack_method_)]
        self.final_estimator_ = clone(self._default() if self.final_estimator is None else self.final_estimator)
        self.final_estimator_.fit(self._side_by_side(X, parts), y)
        self.n_features_in_ = np.asarray(X).shape[1]
        return self

    def _side_by_side(self, X, parts):
        out = []
        for part in parts:
            part = np.asarray(part)
            if part.ndim == 1:
                out.append(part.reshape(-1, 1))
            elif part.shape[1] == 2 and is_classifier(self):
                out.append(part[:, 1:])
            else:
                out.append(part)
        if self.passthrough:
            out.append(np.asarray(X))
        return np.hstack(out)

    def transform(self, X):
        """The answers of the first estimators."""
        self._check_fitted('estimators_')
        return self._side_by_side(X, [getattr(made, way)(X) for made, way in zip(self.estimators_,
                                                                               self.stack_method_)])


class StackingClassifier(ClassifierMixin, _Stacking):
    """A classifier that learns from the shares other classifiers give."""

    def __init__(self, estimators, final_estimator=None, *, cv=None, stack_method='auto', n_jobs=None,
                 passthrough=False, verbose=0):
        self.estimators = estimators
        self.final_estimator = final_estimator
        self.cv = cv
        self.stack_method = stack_method
        self.n_jobs = n_jobs
        self.passthrough = passthrough
        self.verbose = verbose

    def _default(self):
        from sklearn.linear_model import LogisticRegression
        return LogisticRegression()

    def _way(self, estimator):
        if self.stack_method != 'auto':
            return self.stack_method
        return next(name for name in ('predict_proba', 'decision_function', 'predict') if hasattr(estimator, name))

    def fit(self, X, y):
        self.classes_, places = labels_of(self, y, X)
        return self._learn(X, places)

    def predict(self, X):
        return chosen(self.classes_, np.asarray(self.final_estimator_.predict(self.transform(X))).astype(np.int64))

    def predict_proba(self, X):
        return self.final_estimator_.predict_proba(self.transform(X))


class StackingRegressor(RegressorMixin, _Stacking):
    """A regressor that learns from the answers of other regressors."""

    def __init__(self, estimators, final_estimator=None, *, cv=None, n_jobs=None, passthrough=False, verbose=0):
        self.estimators = estimators
        self.final_estimator = final_estimator
        self.cv = cv
        self.n_jobs = n_jobs
        self.passthrough = passthrough
        self.verbose = verbose

    def _default(self):
        from sklearn.linear_model import RidgeCV
        return RidgeCV()

    def _way(self, estimator):
        return 'predict'

    def fit(self, X, y):
        return self._learn(X, np.asarray(y, dtype=np.float64))

    def predict(self, X):
        return self.final_estimator_.predict(self.transform(X))
