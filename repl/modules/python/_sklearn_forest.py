"""Forests: many trees, each of rows drawn with replacement, whose answers are averaged."""
import numpy as np
from _sklearn_checks import chosen, labels_of, rows_like, rows_of, targets_of
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor
from sklearn.utils import check_random_state
from sklearn.utils._param_validation import invalid
from sklearn.utils.class_weight import check_class_weight, compute_sample_weight

_TREE = ('criterion', 'max_depth', 'min_samples_split', 'min_samples_leaf', 'min_weight_fraction_leaf', 'max_features',
         'max_leaf_nodes', 'min_impurity_decrease', 'ccp_alpha', 'monotonic_cst')


def tree_parameters(estimator):
    """The parameters of an ensemble that are those of its trees."""
    return {name: getattr(estimator, name) for name in _TREE}


class BaseForest(BaseEstimator):
    """What all forests share."""
    _splitter = 'best'

    def _plant(self, rows, y, classes, sample_weight):
        if not isinstance(self.n_estimators, (int, np.integer)) or self.n_estimators < 1:
            invalid('n_estimators', type(self).__name__, 'an int in the range [1, inf)', self.n_estimators)
        if self.warm_start:
            raise NotImplementedError("nnsh's forests do not go on growing: warm_start=False")
        if not self.bootstrap and self.oob_score:
            raise ValueError("Out of bag estimation only available if bootstrap=True")
        if not self.bootstrap and self.max_samples is not None:
            raise ValueError("`max_sample` cannot be set if `bootstrap=False`. Either switch to `bootstrap=True` or "
                             "set `max_sample=None`.")
        n = len(rows)
        many = n if self.max_samples is None else self.max_samples if isinstance(
            self.max_samples, (int, np.integer)) else max(round(n * self.max_samples), 1)
        rng = check_random_state(self.random_state)
        kind = DecisionTreeClassifier if classes else DecisionTreeRegressor
        more = {'splitter': self._splitter}
        self.estimators_, self._bags = [], []
        for seed in [int(rng.randint(2147483647)) for _ in range(self.n_estimators)]:
            tree = kind(random_state=seed, **tree_parameters(self), **more)
            weights = sample_weight
            if self.bootstrap:
                own = np.random.RandomState(seed)
                if sample_weight is None:
                    drawn = own.randint(0, n, many)
                else:
                    drawn = own.choice(n, many, replace=True, p=sample_weight / np.sum(sample_weight))
                counts = np.bincount(drawn, minlength=n)
                weights = counts.astype(np.float64)
                if getattr(self, 'class_weight', None) == 'balanced_subsample':
                    weights = weights * self._balanced(y, drawn)
                self._bags.append(counts)
            tree.n_features_in_ = rows.shape[1]
            if classes:
                tree.classes_, tree.n_classes_ = np.arange(classes).astype(np.float64), classes
            tree._grow(rows, y, classes, weights, seed)
            self.estimators_.append(tree)
        self.n_outputs_ = 1

    @staticmethod
    def _balanced(y, drawn):
        counts = np.bincount(y[drawn], minlength=int(y.max()) + 1).astype(np.float64)
        there = (counts > 0).sum()
        shares = np.where(counts > 0, len(drawn) / (there * np.where(counts > 0, counts, 1)), 0.0)
        return shares[y]

    def _mean(self, rows):
        total = self.estimators_[0].tree_.predict(rows)
        total = total + 0.0
        for tree in self.estimators_[1:]:
            total += tree.tree_.predict(rows)
        return total / len(self.estimators_)

    def _outside(self, rows):
        """The mean answer of the trees that did not see each row."""
        total, counts = 0.0, np.zeros(len(rows))
        for tree, bag in zip(self.estimators_, self._bags):
            unseen = bag == 0
            total = total + tree.tree_.predict(rows) * unseen[:, None]
            counts += unseen
        return total / np.maximum(counts, 1)[:, None]

    def apply(self, X):
        """The leaf of each row in each tree."""
        self._check_fitted('estimators_')
        rows = rows_like(self, X)
        return np.stack([tree.tree_.apply(rows) for tree in self.estimators_], axis=1)

    @property
    def feature_importances_(self):
        self._check_fitted('estimators_')
        found = [tree.feature_importances_ for tree in self.estimators_ if tree.tree_.node_count > 1]
        if not found:
            return np.zeros(self.n_features_in_)
        mean = np.mean(np.array(found), axis=0)
        return mean / np.sum(mean)

    def __len__(self):
        return len(self.estimators_)

    def __getitem__(self, index):
        return self.estimators_[index]

    def __iter__(self):
        return iter(self.estimators_)


class ForestClassifier(ClassifierMixin, BaseForest):
    """The class with the greatest mean share."""

    def fit(self, X, y, sample_weight=None):
        rows = rows_of(self, X)
        self.classes_, places = labels_of(self, y, rows, True)
        self.n_classes_ = len(self.classes_)
        check_class_weight(self.class_weight, type(self).__name__, "a str among {'balanced', 'balanced_subsample'}, "
                                                                   "an instance of "
                           "'dict', an instance of 'list' or None", ('balanced_subsample',))
        weights = None if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        if self.class_weight is not None and not (self.class_weight == 'balanced_subsample' and self.bootstrap):
            how = 'balanced' if self.class_weight == 'balanced_subsample' else self.class_weight
            own = compute_sample_weight(how, y)
            weights = own if weights is None else weights * own
        self._plant(rows, places, self.n_classes_, weights)
        if self.oob_score:
            self.oob_decision_function_ = self._outside(rows)
            self.oob_score_ = float(np.mean(np.argmax(self.oob_decision_function_, axis=1) == places))
        return self

    def predict_proba(self, X):
        self._check_fitted('estimators_')
        return self._mean(rows_like(self, X))

    def predict_log_proba(self, X):
        return np.log(self.predict_proba(X))

    def predict(self, X):
        places = np.argmax(self.predict_proba(X), axis=1)
        return chosen(self.classes_, places)


class ForestRegressor(RegressorMixin, BaseForest):
    """The mean of the trees' values."""

    def fit(self, X, y, sample_weight=None):
        rows = rows_of(self, X)
        values = targets_of(self, y, rows)
        weights = None if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        self._plant(rows, values, 0, weights)
        if self.oob_score:
            from sklearn.metrics import r2_score
            self.oob_prediction_ = self._outside(rows)[:, 0]
            self.oob_score_ = r2_score(values, self.oob_prediction_)
        return self

    def predict(self, X):
        self._check_fitted('estimators_')
        return self._mean(rows_like(self, X))[:, 0]


class RandomForestClassifier(ForestClassifier):
    """Trees of rows drawn with replacement, each question among a few features."""

    def __init__(self, n_estimators=100, *, criterion='gini', max_depth=None, min_samples_split=2, min_samples_leaf=1,
                 min_weight_fraction_leaf=0.0, max_features='sqrt', max_leaf_nodes=None, min_impurity_decrease=0.0,
                 bootstrap=True, oob_score=False, n_jobs=None, random_state=None, verbose=0, warm_start=False,
                 class_weight=None, ccp_alpha=0.0, max_samples=None, monotonic_cst=None):
        self.n_estimators = n_estimators
        self.criterion = criterion
        self.max_depth = max_depth
        self.min_samples_split = min_samples_split
        self.min_samples_leaf = min_samples_leaf
        self.min_weight_fraction_leaf = min_weight_fraction_leaf
        self.max_features = max_features
        self.max_leaf_nodes = max_leaf_nodes
        self.min_impurity_decrease = min_impurity_decrease
        self.bootstrap = bootstrap
        self.oob_score = oob_score
        self.n_jobs = n_jobs
        self.random_state = random_state
        self.verbose = verbose
        self.warm_start = warm_start
        self.class_weight = class_weight
        self.ccp_alpha = ccp_alpha
        self.max_samples = max_samples
        self.monotonic_cst = monotonic_cst


class ExtraTreesClassifier(RandomForestClassifier):
    """Trees of all rows, each question drawn by chance."""
    _splitter = 'random'

    def __init__(self, n_estimators=100, *, criterion='gini', max_depth=None, min_samples_split=2, min_samples_leaf=1,
                 min_weight_fraction_leaf=0.0, max_features='sqrt', max_leaf_nodes=None, min_impurity_decrease=0.0,
                 bootstrap=False, oob_score=False, n_jobs=None, random_state=None, verbose=0, warm_start=False,
                 class_weight=None, ccp_alpha=0.0, max_samples=None, monotonic_cst=None):
        super().__init__(n_estimators, criterion=criterion, max_depth=max_depth, min_samples_split=min_samples_split,
                         min_samples_leaf=min_samples_leaf, min_weight_fraction_leaf=min_weight_fraction_leaf,
                         max_features=max_features, max_leaf_nodes=max_leaf_nodes,
                         min_impurity_decrease=min_impurity_decrease, bootstrap=bootstrap, oob_score=oob_score,
                         n_jobs=n_jobs, random_state=random_state, verbose=verbose, warm_start=warm_start,
                         class_weight=class_weight, ccp_alpha=ccp_alpha, max_samples=max_samples,
                         monotonic_cst=monotonic_cst)


class RandomForestRegressor(ForestRegressor):
    """Trees of rows drawn with replacement."""

    def __init__(self, n_estimators=100, *, criterion='squared_error', max_depth=None, min_samples_split=2,
                 min_samples_leaf=1, min_weight_fraction_leaf=0.0, max_features=1.0, max_leaf_nodes=None,
                 min_impurity_decrease=0.0, bootstrap=True, oob_score=False, n_jobs=None, random_state=None, verbose=0,
                 warm_start=False, ccp_alpha=0.0, max_samples=None, monotonic_cst=None):
        self.n_estimators = n_estimators
        self.criterion = criterion
        self.max_depth = max_depth
        self.min_samples_split = min_samples_split
        self.min_samples_leaf = min_samples_leaf
        self.min_weight_fraction_leaf = min_weight_fraction_leaf
        self.max_features = max_features
        self.max_leaf_nodes = max_leaf_nodes
        self.min_impurity_decrease = min_impurity_decrease
        self.bootstrap = bootstrap
        self.oob_score = oob_score
        self.n_jobs = n_jobs
        self.random_state = random_state
        self.verbose = verbose
        self.warm_start = warm_start
        self.ccp_alpha = ccp_alpha
        self.max_samples = max_samples
        self.monotonic_cst = monotonic_cst


class ExtraTreesRegressor(RandomForestRegressor):
    """Trees of all rows, each question drawn by chance."""
    _splitter = 'random'

    def __init__(self, n_estimators=100, *, criterion='squared_error', max_depth=None, min_samples_split=2,
                 min_samples_leaf=1, min_weight_fraction_leaf=0.0, max_features=1.0, max_leaf_nodes=None,
                 min_impurity_decrease=0.0, bootstrap=False, oob_score=False, n_jobs=None, random_state=None, verbose=0,
                 warm_start=False, ccp_alpha=0.0, max_samples=None, monotonic_cst=None):
        super().__init__(n_estimators, criterion=criterion, max_depth=max_depth, min_samples_split=min_samples_split,
                         min_samples_leaf=min_samples_leaf, min_weight_fraction_leaf=min_weight_fraction_leaf,
                         max_features=max_features, max_leaf_nodes=max_leaf_nodes,
                         min_impurity_decrease=min_impurity_decrease, bootstrap=bootstrap, oob_score=oob_score,
                         n_jobs=n_jobs, random_state=random_state, verbose=verbose, warm_start=warm_start,
                         ccp_alpha=ccp_alpha, max_samples=max_samples, monotonic_cst=monotonic_cst)
