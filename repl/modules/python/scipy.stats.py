"""scipy.stats: the normal and the uniform distribution, scores and correlations."""
import math
import numpy as np
from scipy.special import erf, erfinv, ndtr, ndtri
from _scipy_distributions import _generator, bernoulli, beta, binom, chi2, f, gamma, poisson, t
from _scipy_results import result
from _scipy_tests import (boxcox, boxcox_llf, chi2_contingency, chisquare, describe, f_oneway, gmean, hmean, iqr,
                          kruskal, levene, linregress, mannwhitneyu, percentileofscore, probplot, shapiro, trim_mean,
                          ttest_1samp, ttest_rel)


class _Distribution:
    """Functions of a distribution with a location and a scale."""

    def pdf(self, x, loc=0, scale=1):
        return self._density((np.asarray(x) - loc) / scale) / scale

    def logpdf(self, x, loc=0, scale=1):
        return np.log(self.pdf(x, loc, scale))

    def cdf(self, x, loc=0, scale=1):
        return self._below((np.asarray(x) - loc) / scale)

    def sf(self, x, loc=0, scale=1):
        return 1 - self.cdf(x, loc, scale)

    def ppf(self, q, loc=0, scale=1):
        return self._inverse(np.asarray(q)) * scale + loc

    def interval(self, confidence, loc=0, scale=1):
        return self.ppf((1 - confidence) / 2, loc, scale), self.ppf((1 + confidence) / 2, loc, scale)

    def __call__(self, loc=0, scale=1):
        return _Frozen(self, loc, scale)


class _Frozen:
    """A distribution whose location and scale are set."""

    def __init__(self, distribution, loc, scale):
        self._distribution, self._loc, self._scale = distribution, loc, scale

    def rvs(self, size=None, random_state=None):
        """Draws."""
        return self._distribution.rvs(self._loc, self._scale, size, random_state)

    def __getattr__(self, name):
        if name.startswith('_') or not hasattr(self._distribution, name):
            raise AttributeError(f"'rv_continuous_frozen' object has no attribute {name!r}")
        function = getattr(self._distribution, name)

        def bound(*args, **kwargs):
            return function(*args, loc=self._loc, scale=self._scale, **kwargs)
        return bound


class _Normal(_Distribution):
    def _density(self, x):
        return np.exp(-x ** 2 / 2.0) / math.sqrt(2 * math.pi)

    def _below(self, x):
        return ndtr(x)

    def _inverse(self, q):
        return ndtri(q)

    def rvs(self, loc=0, scale=1, size=None, random_state=None):
        return _generator(random_state).standard_normal(size) * scale + loc

    def mean(self, loc=0, scale=1):
        return np.float64(loc)

    def std(self, loc=0, scale=1):
        return np.float64(scale)

    def var(self, loc=0, scale=1):
        return np.float64(scale) ** 2

    def fit(self, data):
        data = np.asarray(data)
        return data.mean(), np.sqrt(((data - data.mean()) ** 2).mean())


class _Uniform(_Distribution):
    def _density(self, x):
        return 1.0 * ((x >= 0) & (x <= 1))

    def _below(self, x):
        return np.clip(x, 0.0, 1.0)

    def _inverse(self, q):
        return q

    def rvs(self, loc=0, scale=1, size=None, random_state=None):
        return _generator(random_state).uniform(0.0, 1.0, size) * scale + loc

    def mean(self, loc=0, scale=1):
        return np.float64(loc + scale / 2)

    def std(self, loc=0, scale=1):
        return np.float64(scale / math.sqrt(12))


class _Exponential(_Distribution):
    def _density(self, x):
        return np.where(x >= 0, np.exp(-np.abs(x)), 0.0)

    def _below(self, x):
        return np.where(x >= 0, -np.expm1(-np.abs(x)), 0.0)

    def _inverse(self, q):
        return -np.log1p(-q)

    def rvs(self, loc=0, scale=1, size=None, random_state=None):
        return _generator(random_state).standard_exponential(size) * scale + loc

    def mean(self, loc=0, scale=1):
        return np.float64(loc + scale)

    def std(self, loc=0, scale=1):
        return np.float64(scale)


class _Shaped:
    """A distribution with two parameters of its own; called with them it is frozen."""

    def __init__(self, kind):
        self._kind = kind

    def __call__(self, low, high):
        return self._kind(low, high)

    def rvs(self, low, high, size=None, random_state=None):
        return self._kind(low, high).rvs(size, random_state)


class _Whole:
    """The whole numbers from low up to high, which is left out."""

    def __init__(self, low, high):
        self._low, self._high = low, high

    def rvs(self, size=None, random_state=None):
        return _generator(random_state).randint(self._low, self._high, size)

    def pmf(self, k):
        k = np.asarray(k)
        return np.where((k >= self._low) & (k < self._high), 1.0 / (self._high - self._low), 0.0)

    def mean(self):
        return np.float64((self._high + self._low - 1) / 2)


class _LogUniform:
    """Numbers between low and high whose logarithms are spread evenly."""

    def __init__(self, low, high):
        self._low, self._high = math.log(low), math.log(high)

    def rvs(self, size=None, random_state=None):
        return self.ppf(_generator(random_state).uniform(size=size))

    def pdf(self, x):
        x = np.asarray(x, dtype=np.float64)
        inside = (x >= math.exp(self._low)) & (x <= math.exp(self._high))
        return np.where(inside, 1.0 / np.where(inside, x, 1.0) / (self._high - self._low), 0.0)

    def ppf(self, q):
        return np.exp(self._low + np.asarray(q) * (self._high - self._low))


norm = _Normal()
uniform = _Uniform()
expon = _Exponential()
randint = _Shaped(_Whole)
loguniform = reciprocal = _Shaped(_LogUniform)


def zscore(a, axis=0, ddof=0, nan_policy='propagate'):
    """How many deviations each value is from the mean."""
    a = np.asarray(a)
    return (a - a.mean(axis=axis, keepdims=True)) / a.std(axis=axis, ddof=ddof, keepdims=True)


def mode(a, axis=0, nan_policy='propagate', keepdims=False):
    """The most frequent value (the least of them), and how often it occurs."""
    a = np.asarray(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    if a.ndim == 1:
        values, counts = np.unique(a, return_counts=True)
        best = int(np.argmax(counts))
        return result('ModeResult', mode=values[best], count=counts[best])
    moved = np.moveaxis(a, axis, -1)
    flat = moved.reshape(-1, moved.shape[-1])
    found = [mode(row) for row in flat]
    shape = moved.shape[:-1]
    return result('ModeResult', mode=np.array([f.mode for f in found]).reshape(shape),
                  count=np.array([f.count for f in found]).reshape(shape))


def _two_sided(t, df):
    """The share of Student's t distribution beyond -t and t."""
    from scipy.special import betainc
    return betainc(df / 2, 0.5, df / (df + t * t))


def pearsonr(x, y):
    """The correlation of two variables, and the p-value of none."""
    x, y = np.asarray(x).astype(np.float64), np.asarray(y).astype(np.float64)
    if len(x) != len(y):
        if len(x) != 1 and len(y) != 1:
            raise ValueError('`x` and `y` must be broadcastable.')
        raise ValueError('`x` and `y` must have the same length along `axis`.')
    if len(x) < 2:
        raise ValueError('`x` and `y` must have length at least 2.')
    a, b = x - x.mean(), y - y.mean()
    length_a, length_b = np.sqrt((a * a).sum()), np.sqrt((b * b).sum())
    r = np.clip(np.dot(a / length_a, b / length_b), -1.0, 1.0)
    n = len(x)
    if n == 2:
        p = np.float64(1.0)
    else:
        from scipy.special import betainc
        p = np.float64(2 * betainc(n / 2 - 1, n / 2 - 1, (1 - abs(r)) / 2))
    return result('PearsonRResult', statistic=np.float64(r), pvalue=p)


def rankdata(a, method='average'):
    from _pandas_numbers import ranks
    return ranks(np.asarray(a).astype(np.float64), {'average': 'average', 'min': 'min', 'max': 'max', 'dense': 'dense',
                                                    'ordinal': 'first'}[method])


def spearmanr(a, b):
    """The correlation of ranks."""
    r = np.corrcoef(rankdata(a), rankdata(b))[0, 1]
    n = len(a)
    t = r * np.sqrt((n - 2) / max((1 + r) * (1 - r), 1e-300))
    return result('SignificanceResult', statistic=np.float64(r), pvalue=np.float64(_two_sided(t, n - 2)))


def ttest_ind(a, b, equal_var=True):
    """Whether two samples have the same mean."""
    a, b = np.asarray(a).astype(np.float64), np.asarray(b).astype(np.float64)
    n, m = len(a), len(b)
    va, vb = a.var(ddof=1), b.var(ddof=1)
    if equal_var:
        df = n + m - 2
        spread = np.sqrt(((n - 1) * va + (m - 1) * vb) / df * (1 / n + 1 / m))
    else:
        sa, sb = va / n, vb / m
        df = (sa + sb) ** 2 / (sa ** 2 / (n - 1) + sb ** 2 / (m - 1))
        spread = np.sqrt(sa + sb)
    t = (a.mean() - b.mean()) / spread
    return result('TtestResult', statistic=np.float64(t), pvalue=np.float64(_two_sided(t, df)), df=np.float64(df))


def skew(a, axis=0, bias=True):
    a = np.asarray(a).astype(np.float64)
    gap = a - a.mean(axis=axis, keepdims=True)
    return (gap ** 3).mean(axis=axis) / (gap ** 2).mean(axis=axis) ** 1.5


def kurtosis(a, axis=0, fisher=True, bias=True):
    a = np.asarray(a).astype(np.float64)
    gap = a - a.mean(axis=axis, keepdims=True)
    out = (gap ** 4).mean(axis=axis) / (gap ** 2).mean(axis=axis) ** 2
    return out - 3 if fisher else out


def sem(a, axis=0, ddof=1):
    a = np.asarray(a)
    return a.std(axis=axis, ddof=ddof) / np.sqrt(a.shape[axis])


def entropy(pk, qk=None, base=None, axis=0):
    pk = np.asarray(pk).astype(np.float64)
    pk = pk / pk.sum(axis=axis, keepdims=True)
    if qk is None:
        terms = -np.where(pk > 0, pk * np.log(np.where(pk > 0, pk, 1.0)), 0.0)
    else:
        qk = np.asarray(qk).astype(np.float64)
        qk = qk / qk.sum(axis=axis, keepdims=True)
        terms = np.where(pk > 0, pk * np.log(np.where(pk > 0, pk, 1.0) / qk), 0.0)
    out = terms.sum(axis=axis)
    return out if base is None else out / np.log(base)
