"""Linear models that choose their own penalty: RidgeCV, LassoCV, ElasticNetCV."""
import numpy as np
from _sklearn_descent import ElasticNet, Lasso
from sklearn.linear_model import Ridge, _Linear
from sklearn.utils import _given_target, _matrix


class RidgeCV(_Linear):
    """Ridge with the alpha whose errors are least: each row left out once, or by cross-validation."""

    def __init__(self, alphas=(0.1, 1.0, 10.0), *, fit_intercept=True, scoring=None, cv=None, gcv_mode=None,
                 store_cv_results=False, alpha_per_target=False):
        self.alphas = alphas
        self.fit_intercept = fit_intercept
        self.scoring = scoring
        self.cv = cv
        self.gcv_mode = gcv_mode
        self.store_cv_results = store_cv_results
        self.alpha_per_target = alpha_per_target

    def fit(self, X, y, sample_weight=None):
        alphas = [float(a) for a in np.atleast_1d(np.asarray(self.alphas))]
        if any(a <= 0 for a in alphas):
            raise ValueError(f"alphas[{[a <= 0 for a in alphas].index(True)}] == {min(alphas)}, must be > 0.0.")
        if self.cv is not None:
            from sklearn.model_selection import GridSearchCV
            search = GridSearchCV(Ridge(fit_intercept=self.fit_intercept), {'alpha': alphas}, cv=self.cv,
                                  scoring=self.scoring).fit(X, y)
            best = search.best_estimator_
            self._remember(X)
            self.n_features_in_ = best.n_features_in_
            self.alpha_, self.best_score_ = best.alpha, search.best_score_
            self.coef_, self.intercept_ = best.coef_, best.intercept_
            return self
        given = np.asarray(_given_target(y, self)).astype(np.float64)
        X, y, x_mean, y_mean = self._prepared(X, y, sample_weight)
        scored = None
        if self.scoring is not None:
            from sklearn.metrics import get_scorer
            scored = get_scorer(self.scoring)
        U, S, _ = np.linalg.svd(X, full_matrices=False)
        best = None
        for alpha in alphas:
            # The error of each row, had it been left out, is its error by one minus its leverage.
            shares = S ** 2 / (S ** 2 + alpha)
            hat = (U ** 2 * shares).sum(axis=1)
            if self.fit_intercept:
                hat = hat + 1.0 / len(X)
            rest = y - np.dot(U, shares.reshape(-1, 1) * np.dot(U.T, y) if y.ndim == 2 else shares * np.dot(U.T, y))
            left = rest / (1 - (hat.reshape(-1, 1) if y.ndim == 2 else hat))
            score = -float(np.mean(left ** 2)) if scored is None else scored(_Known(given - left), None, given)
            if best is None or score > best[0]:
                best = score, alpha
        self.best_score_, self.alpha_ = best
        w = np.linalg.solve(np.dot(X.T, X) + self.alpha_ * np.eye(X.shape[1]), np.dot(X.T, y))
        return self._finish(w, x_mean, y_mean)


class _Known:
    """Predictions that are there already, for a scorer."""
    _estimator_type = 'regressor'

    def __init__(self, values):
        self._values = values

    def predict(self, X):
        return self._values


class ElasticNetCV(ElasticNet):
    """ElasticNet with the alpha, and the l1_ratio, whose errors in cross-validation are least."""
    _single = ElasticNet

    def __init__(self, *, l1_ratio=0.5, eps=1e-3, alphas=100, fit_intercept=True, precompute='auto', max_iter=1000,
                 tol=1e-4, cv=None, copy_X=True, verbose=0, n_jobs=None, positive=False, random_state=None,
                 selection='cyclic'):
        self.l1_ratio = l1_ratio
        self.eps = eps
        self.alphas = alphas
        self.fit_intercept = fit_intercept
        self.precompute = precompute
        self.max_iter = max_iter
        self.tol = tol
        self.cv = cv
        self.copy_X = copy_X
        self.verbose = verbose
        self.n_jobs = n_jobs
        self.positive = positive
        self.random_state = random_state
        self.selection = selection

    def _path(self, X, y, ratio):
        """The alphas to be tried, from the least one that leaves no coefficient."""
        if hasattr(self.alphas, '__len__'):
            return np.sort(np.asarray(self.alphas, dtype=np.float64))[::-1]
        if self.fit_intercept:
            X, y = X - X.mean(axis=0), y - y.mean()
        most = np.abs(np.dot(X.T, y)).max() / (len(X) * ratio)
        if most <= np.finfo(np.float64).resolution:
            return np.full(self.alphas, np.finfo(np.float64).resolution)
        return np.geomspace(most, most * self.eps, num=self.alphas)

    def fit(self, X, y, sample_weight=None):
        from sklearn.model_selection import check_cv
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        y = np.asarray(_given_target(y, self), dtype=np.float64)
        folds = list(check_cv(self.cv if self.cv is not None else 5).split(X, y))
        ratios = [1.0] if self._single is Lasso else np.atleast_1d(np.asarray(self.l1_ratio)).tolist()
        best, paths, tables = None, [], []
        for ratio in ratios:
            path = self._path(X, y, ratio)
            errors = np.zeros((len(path), len(folds)))
            for f, (train, test) in enumerate(folds):
                for a, alpha in enumerate(path.tolist()):
                    made = self._made(alpha, ratio).fit(X[train], y[train])
                    errors[a, f] = np.mean((made.predict(X[test]) - y[test]) ** 2)
            paths.append(path)
            tables.append(errors)
            means = errors.mean(axis=1)
            place = int(np.argmin(means))
            if best is None or means[place] < best[0]:
                best = means[place], path[place], ratio
        self.alpha_, self.l1_ratio_ = float(best[1]), best[2]
        self.alphas_ = paths[0] if len(paths) == 1 else np.array(paths)
        self.mse_path_ = tables[0] if len(tables) == 1 else np.array(tables)
        made = self._made(self.alpha_, self.l1_ratio_).fit(X, y)
        self.coef_, self.intercept_, self.n_iter_ = made.coef_, made.intercept_, made.n_iter_
        self.dual_gap_, self.n_features_in_ = made.dual_gap_, made.n_features_in_
        return self

    def _made(self, alpha, ratio):
        more = {} if self._single is Lasso else {'l1_ratio': ratio}
        return self._single(alpha, fit_intercept=self.fit_intercept, max_iter=self.max_iter, tol=self.tol,
                            positive=self.positive, **more)


class LassoCV(ElasticNetCV):
    """Lasso with the alpha whose errors in cross-validation are least."""
    _single = Lasso

    def __init__(self, *, eps=1e-3, alphas=100, fit_intercept=True, precompute='auto', max_iter=1000, tol=1e-4,
                 copy_X=True, cv=None, verbose=False, n_jobs=None, positive=False, random_state=None,
                 selection='cyclic'):
        self.eps = eps
        self.alphas = alphas
        self.fit_intercept = fit_intercept
        self.precompute = precompute
        self.max_iter = max_iter
        self.tol = tol
        self.copy_X = copy_X
        self.cv = cv
        self.verbose = verbose
        self.n_jobs = n_jobs
        self.positive = positive
        self.random_state = random_state
        self.selection = selection
