"""sklearn.inspection: what features matter to a model, and where its borders run."""
import numpy as np
from sklearn.utils import Bunch, _matrix, check_random_state


def permutation_importance(estimator, X, y, *, scoring=None, n_repeats=5, n_jobs=None, random_state=None,
                           sample_weight=None, max_samples=1.0):
    """How much the score falls when the values of a feature are shuffled."""
    from sklearn.model_selection import _scorer
    scorer = _scorer(estimator, scoring)
    random = check_random_state(random_state)
    seed = int(random.randint(np.iinfo(np.int32).max + 1))
    baseline = scorer(estimator, X, y)
    table, count = hasattr(X, 'iloc'), X.shape[1]
    scores = np.zeros((count, n_repeats))
    for j in range(count):
        own = np.random.RandomState(seed)
        order = np.arange(len(X))
        moved = X.copy()
        for k in range(n_repeats):
            own.shuffle(order)
            if table:
                column = moved.iloc[order, j].copy()
                column.index = moved.index
                moved[moved.columns[j]] = column
            else:
                moved[:, j] = moved[order, j]
            scores[j, k] = scorer(estimator, moved, y)
    gaps = baseline - scores
    return Bunch(importances_mean=gaps.mean(axis=1), importances_std=gaps.std(axis=1), importances=gaps)


class DecisionBoundaryDisplay:
    """The answers of a model over a plane of two features."""

    def __init__(self, *, xx0, xx1, response, xlabel=None, ylabel=None):
        self.xx0, self.xx1, self.response, self.xlabel, self.ylabel = xx0, xx1, response, xlabel, ylabel

    @classmethod
    def from_estimator(cls, estimator, X, *, grid_resolution=100, eps=1.0, plot_method='contourf',
                       response_method='auto', class_of_interest=None, xlabel=None, ylabel=None, ax=None, **kwargs):
        """Asks the model at the points of a grid round the data, and draws."""
        if plot_method not in ('contourf', 'contour', 'pcolormesh'):
            raise ValueError(f"plot_method must be one of contourf, contour, pcolormesh. Got {plot_method} instead.")
        names = [str(n) for n in X.columns] if hasattr(X, 'columns') else ['', '']
        points = _matrix(X)
        if points.shape[1] != 2:
            raise ValueError(f"n_features must be equal to 2. Got {points.shape[1]} instead.")
        grids = [np.linspace(points[:, k].min() - eps, points[:, k].max() + eps, grid_resolution) for k in range(2)]
        xx0, xx1 = np.meshgrid(*grids)
        where = np.c_[xx0.ravel(), xx1.ravel()]
        if hasattr(X, 'columns'):
            from pandas import DataFrame
            where = DataFrame(where, columns=X.columns)
        classes = getattr(estimator, 'classes_', None)
        ways = {'auto': ('decision_function', 'predict_proba', 'predict')}.get(response_method, (response_method,))
        if response_method == 'auto' and classes is not None and len(classes) > 2:
            ways = ('predict',)
        way = next(name for name in ways if hasattr(estimator, name))
        response = np.asarray(getattr(estimator, way)(where))
        if way == 'predict_proba':
            place = 1 if class_of_interest is None else list(classes).index(class_of_interest)
            response = response[:, place]
        if response.dtype.kind not in 'biuf':
            known = list(classes)
            response = np.array([known.index(v) for v in response.tolist()])
        made = cls(xx0=xx0, xx1=xx1, response=response.reshape(xx0.shape),
                   xlabel=names[0] if xlabel is None else xlabel, ylabel=names[1] if ylabel is None else ylabel)
        return made.plot(ax=ax, plot_method=plot_method, **kwargs)

    def plot(self, plot_method='contourf', ax=None, xlabel=None, ylabel=None, **kwargs):
        """Draws the answers."""
        import matplotlib.pyplot as plt
        if ax is None:
            _, ax = plt.subplots()
        self.surface_ = getattr(ax, plot_method)(self.xx0, self.xx1, self.response, **kwargs)
        ax.set_xlabel(self.xlabel if xlabel is None else xlabel)
        ax.set_ylabel(self.ylabel if ylabel is None else ylabel)
        self.ax_, self.figure_ = ax, ax.figure
        return self
