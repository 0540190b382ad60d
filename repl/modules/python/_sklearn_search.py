"""sklearn.model_selection's searches over parameters."""
import time
import numpy as np
from sklearn.base import BaseEstimator, clone


class _Search(BaseEstimator):
    @property
    def _estimator_type(self):
        return getattr(self.estimator, '_estimator_type', None)

    def fit(self, X, y=None, **fit_params):
        from sklearn.model_selection import _fit_some, _safe_indexing, _scorer, _splits
        scorer = _scorer(self.estimator, self.scoring)
        candidates = list(self._candidates())
        splits = _splits(self.cv, X, y, self.estimator)
        if self.verbose > 0:
            print(f"Fitting {len(splits)} folds for each of {len(candidates)} candidates, totalling "
                  f"{len(candidates) * len(splits)} fits", flush=True)
        scores = np.zeros((len(candidates), len(splits)))
        learnt, spent = np.zeros(scores.shape), np.zeros((2,) + scores.shape)
        for i, params in enumerate(candidates):
            for j, (train, test) in enumerate(splits):
                begun = time.perf_counter()
                fitted = _fit_some(clone(self.estimator).set_params(**params), X, y, train)
                made = time.perf_counter()
                scores[i, j] = scorer(fitted, _safe_indexing(X, test), _safe_indexing(y, test))
                spent[:, i, j] = made - begun, time.perf_counter() - made
                if self.return_train_score:
                    learnt[i, j] = scorer(fitted, _safe_indexing(X, train), _safe_indexing(y, train))
        means = np.average(scores, axis=1)
        deviations = np.sqrt(np.average((scores - means.reshape(-1, 1)) ** 2, axis=1))
        results = {}
        for name, times in zip(('fit', 'score'), spent):
            results[f'mean_{name}_time'], results[f'std_{name}_time'] = times.mean(axis=1), times.std(axis=1)
        for name in sorted({name for params in candidates for name in params}):
            results[f'param_{name}'] = [params.get(name) for params in candidates]
        results['params'] = candidates
        for j in range(len(splits)):
            results[f'split{j}_test_score'] = scores[:, j]
        results['mean_test_score'] = means
        results['std_test_score'] = deviations
        filled = np.nan_to_num(means, nan=-np.inf)
        results['rank_test_score'] = np.array([1 + int((filled > m).sum()) for m in filled], dtype=np.int32)
        if self.return_train_score:
            for j in range(len(splits)):
                results[f'split{j}_train_score'] = learnt[:, j]
            results['mean_train_score'], results['std_train_score'] = learnt.mean(axis=1), learnt.std(axis=1)
        self.cv_results_ = results
        self.best_index_ = int(np.argmax(filled))
        self.best_score_ = means[self.best_index_]
        self.best_params_ = candidates[self.best_index_]
        self.n_splits_ = len(splits)
        self.scorer_ = scorer
        if self.refit:
            best = clone(self.estimator).set_params(**self.best_params_)
            self.best_estimator_ = best.fit(X, **fit_params) if y is None else best.fit(X, y, **fit_params)
        return self

    def _best(self):
        self._check_fitted('best_estimator_')
        return self.best_estimator_

    def predict(self, X):
        return self._best().predict(X)

    def predict_proba(self, X):
        return self._best().predict_proba(X)

    def transform(self, X):
        return self._best().transform(X)

    def score(self, X, y=None):
        self._best()
        return self.scorer_(self.best_estimator_, X, y)

    @property
    def classes_(self):
        return self._best().classes_


class GridSearchCV(_Search):
    """Tries all combinations of parameters."""

    def __init__(self, estimator, param_grid, *, scoring=None, n_jobs=None, refit=True, cv=None, verbose=0,
                 pre_dispatch='2*n_jobs', error_score=np.nan, return_train_score=False):
        self.estimator = estimator
        self.param_grid = param_grid
        self.scoring = scoring
        self.n_jobs = n_jobs
        self.refit = refit
        self.cv = cv
        self.verbose = verbose
        self.pre_dispatch = pre_dispatch
        self.error_score = error_score
        self.return_train_score = return_train_score

    def _candidates(self):
        from sklearn.model_selection import ParameterGrid
        return ParameterGrid(self.param_grid)


class RandomizedSearchCV(_Search):
    """Tries some combinations of listed values, drawn at random."""

    def __init__(self, estimator, param_distributions, *, n_iter=10, scoring=None, n_jobs=None, refit=True, cv=None,
                 verbose=0, pre_dispatch='2*n_jobs', random_state=None, error_score=np.nan,
                 return_train_score=False):
        self.estimator = estimator
        self.param_distributions = param_distributions
        self.n_iter = n_iter
        self.scoring = scoring
        self.n_jobs = n_jobs
        self.refit = refit
        self.cv = cv
        self.verbose = verbose
        self.pre_dispatch = pre_dispatch
        self.random_state = random_state
        self.error_score = error_score
        self.return_train_score = return_train_score

    def _candidates(self):
        from sklearn.model_selection import ParameterGrid
        from sklearn.utils import check_random_state
        rng = check_random_state(self.random_state)
        given = self.param_distributions if isinstance(self.param_distributions, list) else [self.param_distributions]
        if any(hasattr(values, 'rvs') for names in given for values in names.values()):
            return [self._drawn(given, rng) for _ in range(self.n_iter)]
        grid = list(ParameterGrid(self.param_distributions))
        chosen = rng.permutation(len(grid))[:min(self.n_iter, len(grid))]
        # scikit-learn counts such a grid from its last name on, which shows in best_params_.
        return [dict(reversed(list(grid[int(i)].items()))) for i in chosen]

    @staticmethod
    def _drawn(given, rng):
        """One candidate: a draw from each distribution, one of each list."""
        names = given[int(rng.choice(len(given)))]
        return {name: values.rvs(random_state=rng) if hasattr(values, 'rvs') else values[int(rng.randint(len(values)))]
                for name, values in sorted(names.items())}
