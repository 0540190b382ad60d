"""Tests of hypotheses, fits and summaries of samples."""
import math
import numpy as np
from _scipy_distributions import chi2, f as f_distribution, t as student
from _scipy_results import result
from scipy.special import ndtr, ndtri


def _floats(a):
    return np.asarray(a).astype(np.float64)


def _of_t(statistic, df, alternative='two-sided'):
    below = student.cdf(statistic, df)
    p = {'two-sided': 2 * student.sf(abs(statistic), df), 'less': below, 'greater': student.sf(statistic, df)}
    return result('TtestResult', statistic=np.float64(statistic), pvalue=np.float64(p[alternative]),
                  df=np.int64(df) if df == int(df) else np.float64(df))


def ttest_1samp(a, popmean, axis=0, nan_policy='propagate', alternative='two-sided'):
    """Whether a sample's mean is a given one."""
    a = _floats(a)
    n = len(a)
    return _of_t((a.mean() - popmean) / np.sqrt(a.var(ddof=1) / n), n - 1, alternative)


def ttest_rel(a, b, axis=0, nan_policy='propagate', alternative='two-sided'):
    """Whether pairs have the same mean."""
    a, b = _floats(a), _floats(b)
    return ttest_1samp(a - b, 0.0, alternative=alternative)


def f_oneway(*samples, axis=0):
    """Whether several samples have one mean."""
    samples = [_floats(s) for s in samples]
    if len(samples) < 2:
        raise TypeError(f"At least two samples are required; got {len(samples)}.")
    whole = np.concatenate(samples)
    offset = whole.mean()
    n, k = len(whole), len(samples)
    total = ((whole - offset) ** 2).sum()
    between = sum((s - offset).sum() ** 2 / len(s) for s in samples)
    statistic = between / (k - 1) / ((total - between) / (n - k))
    return result('F_onewayResult', statistic=np.float64(statistic),
                  pvalue=np.float64(f_distribution.sf(statistic, k - 1, n - k)))


def chi2_contingency(observed, correction=True, lambda_=None):
    """Whether the rows and columns of a table of counts go their own ways."""
    observed = _floats(observed)
    if np.any(observed < 0):
        raise ValueError("All values in `observed` must be nonnegative.")
    expected = observed.sum(axis=1, keepdims=True) * observed.sum(axis=0, keepdims=True) / observed.sum()
    dof = (observed.shape[0] - 1) * (observed.shape[1] - 1)
    if dof == 1 and correction:
        gap = expected - observed
        observed = observed + np.minimum(0.5, np.abs(gap)) * np.sign(gap)
    statistic = ((observed - expected) ** 2 / expected).sum()
    return Contingency(np.float64(statistic), np.float64(chi2.sf(statistic, dof)) if dof else np.float64(1.0), dof,
                       expected)


class Contingency(tuple):
    """statistic, pvalue, dof, expected_freq"""

    def __new__(cls, *parts):
        return super().__new__(cls, parts)

    statistic = property(lambda self: self[0])
    pvalue = property(lambda self: self[1])
    dof = property(lambda self: self[2])
    expected_freq = property(lambda self: self[3])

    def __repr__(self):
        return (f'Chi2ContingencyResult(statistic={self[0]!r}, pvalue={self[1]!r}, dof={self[2]!r}, '
                f'expected_freq={self[3]!r})')


def chisquare(f_obs, f_exp=None, ddof=0, axis=0):
    """Whether counts are as expected (by default: all the same)."""
    observed = _floats(f_obs)
    expected = np.full(len(observed), observed.mean()) if f_exp is None else _floats(f_exp)
    statistic = ((observed - expected) ** 2 / expected).sum()
    return result('Power_divergenceResult', statistic=np.float64(statistic),
                  pvalue=np.float64(chi2.sf(statistic, len(observed) - 1 - ddof)))


def linregress(x, y):
    """The line through points, its correlation and errors."""
    x, y = _floats(x), _floats(y)
    n = len(x)
    if n == 0:
        raise ValueError("Inputs must not be empty.")
    if np.max(x) == np.min(x) and n > 1:
        raise ValueError("Cannot calculate a linear regression if all x values are identical")
    dx, dy = x - x.mean(), y - y.mean()
    xx, xy, yy = (dx * dx).mean(), (dx * dy).mean(), (dy * dy).mean()
    r = 0.0 if xx == 0 or yy == 0 else max(-1.0, min(1.0, xy / math.sqrt(xx * yy)))
    slope = xy / xx
    intercept = y.mean() - slope * x.mean()
    df = n - 2
    statistic = r * math.sqrt(df / ((1.0 - r + 1e-20) * (1.0 + r + 1e-20)))
    error = math.sqrt((1 - r ** 2) * yy / xx / df) if df > 0 else 0.0
    return Line(np.float64(slope), np.float64(intercept), np.float64(r),
                np.float64(2 * student.sf(abs(statistic), df)), np.float64(error),
                np.float64(error * math.sqrt(xx + x.mean() ** 2)))


class Line(tuple):
    """slope, intercept, rvalue, pvalue, stderr; intercept_stderr beside them"""

    def __new__(cls, *parts):
        out = super().__new__(cls, parts[:5])
        out.intercept_stderr = parts[5]
        return out

    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])
    rvalue = property(lambda self: self[2])
    pvalue = property(lambda self: self[3])
    stderr = property(lambda self: self[4])

    def __repr__(self):
        names = ('slope', 'intercept', 'rvalue', 'pvalue', 'stderr')
        return ('LinregressResult(' + ', '.join(f'{n}={v!r}' for n, v in zip(names, self))
                + f', intercept_stderr={self.intercept_stderr!r})')


def _average_ranks(values):
    from _pandas_numbers import ranks
    return ranks(values)


def mannwhitneyu(x, y, use_continuity=True, alternative='two-sided', axis=0, method='auto'):
    """Whether one sample is shifted against the other, by ranks."""
    x, y = _floats(x), _floats(y)
    n, m = len(x), len(y)
    both = np.concatenate([x, y])
    ranks = _average_ranks(both)
    u1 = ranks[:n].sum() - n * (n + 1) / 2
    u2 = n * m - u1
    _, ties = np.unique(both, return_counts=True)
    u = {'greater': u1, 'less': u2, 'two-sided': max(u1, u2)}[alternative]
    factor = 2 if alternative == 'two-sided' else 1
    if method == 'exact' or method == 'auto' and min(n, m) <= 8 and not np.any(ties > 1):
        counts = _u_counts(n, m)
        p = sum(counts[int(math.ceil(u)):]) / sum(counts)
    else:
        whole = n + m
        spread = math.sqrt(n * m / 12 * ((whole + 1) - float((ties.astype(np.float64) ** 3 - ties).sum()) / (
            whole * (whole - 1))))
        z = (u - n * m / 2 - (0.5 if use_continuity else 0)) / spread
        p = float(ndtr(-z))
    return result('MannwhitneyuResult', statistic=np.float64(u1), pvalue=np.float64(min(1.0, max(0.0, p * factor))))


def _u_counts(n, m):
    """In how many orders of n and m values U is 0, 1, 2, ..."""
    counts = [1]
    for k in range(1, n + 1):
        # Multiplied by (1 - q**(m + k)) and divided by (1 - q**k).
        out = [0] * (len(counts) + m)
        wide = counts + [0] * (m + k)
        for i in range(len(wide) - 1, m + k - 1, -1):
            wide[i] -= wide[i - m - k]
        for i in range(len(out)):
            out[i] = wide[i] + (out[i - k] if i >= k else 0)
        counts = out
    return counts


def kruskal(*samples):
    """Whether several samples have one median, by ranks."""
    samples = [_floats(s) for s in samples]
    if len(samples) < 2:
        raise ValueError("Need at least two groups in stats.kruskal()")
    both = np.concatenate(samples)
    ranks, start, total, n = _average_ranks(both), 0, 0.0, len(both)
    _, ties = np.unique(both, return_counts=True)
    for s in samples:
        total += ranks[start:start + len(s)].sum() ** 2 / len(s)
        start += len(s)
    h = 12.0 / (n * (n + 1)) * total - 3 * (n + 1)
    h /= 1 - float((ties.astype(np.float64) ** 3 - ties).sum()) / (n ** 3 - n)
    return result('KruskalResult', statistic=np.float64(h), pvalue=np.float64(chi2.sf(h, len(samples) - 1)))


def levene(*samples, center='median', proportiontocut=0.05):
    """Whether several samples have one variance."""
    samples = [_floats(s) for s in samples]
    if len(samples) < 2:
        raise ValueError("Must provide at least two samples.")
    middle = np.mean if center == 'mean' else np.median
    gaps = [np.abs(s - middle(s)) for s in samples]
    n, k = sum(len(g) for g in gaps), len(gaps)
    whole = sum(g.mean() * len(g) for g in gaps) / n
    above = (n - k) * sum(len(g) * (g.mean() - whole) ** 2 for g in gaps)
    below = (k - 1) * sum(((g - g.mean()) ** 2).sum() for g in gaps)
    w = above / below
    return result('LeveneResult', statistic=np.float64(w), pvalue=np.float64(f_distribution.sf(w, k - 1, n - k)))


def _royston(coefficients, x):
    out = 0.0
    for c in reversed(coefficients):
        out = out * x + c
    return out


def shapiro(x):
    """Whether a sample is normal (Royston's approximation)."""
    x = np.sort(_floats(x))
    n = len(x)
    if n < 3:
        return result('ShapiroResult', statistic=np.float64(np.nan), pvalue=np.float64(np.nan))
    x = x - x[n // 2]
    if n == 3:
        a = np.array([math.sqrt(0.5)])
    else:
        m = ndtri((np.arange(1, n // 2 + 1) - 0.375) / (n + 0.25))
        total, root = 2 * float((m * m).sum()), 1 / math.sqrt(n)
        first = _royston([0.0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056], root) - m[0] / math.sqrt(total)
        a = -m / math.sqrt(total)
        if n > 5:
            second = -m[1] / math.sqrt(total) + _royston([0.0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633],
                                                         root)
            below = math.sqrt((total - 2 * m[0] ** 2 - 2 * m[1] ** 2) / (1 - 2 * first ** 2 - 2 * second ** 2))
            a = -m / below
            a[1] = second
        else:
            a = -m / math.sqrt((total - 2 * m[0] ** 2) / (1 - 2 * first ** 2))
        a[0] = first
    half = len(a)
    weights = np.zeros(n)
    weights[:half], weights[n - half:] = -a, a[::-1]
    spread = x - x.mean()
    w = float(np.dot(weights, spread)) ** 2 / float(np.dot(spread, spread)) / float(np.dot(weights, weights))
    if n == 3:
        p = 1.90985931710274 * (math.asin(math.sqrt(w)) - 1.04719755119660)
        return result('ShapiroResult', statistic=np.float64(w), pvalue=np.float64(max(p, 0.0)))
    y, log_n = math.log(1 - w), math.log(n)
    if n <= 11:
        gamma = _royston([-2.273, 0.459], n)
        if y >= gamma:
            return result('ShapiroResult', statistic=np.float64(w), pvalue=np.float64(1e-99))
        y = -math.log(gamma - y)
        mean = _royston([0.544, -0.39978, 0.025054, -6.714e-4], n)
        std = math.exp(_royston([1.3822, -0.77857, 0.062767, -0.0020322], n))
    else:
        mean = _royston([-1.5861, -0.31082, -0.083751, 0.0038915], log_n)
        std = math.exp(_royston([-0.4803, -0.082676, 0.0030302], log_n))
    return result('ShapiroResult', statistic=np.float64(w), pvalue=np.float64(ndtr(-(y - mean) / std)))


def boxcox_llf(lmb, data):
    """The log likelihood that boxcox makes greatest."""
    data = _floats(data)
    logs = np.log(data)
    made = logs if lmb == 0 else data ** lmb / lmb
    return (lmb - 1) * logs.sum() - len(data) / 2 * np.log(made.var())


def boxcox(x, lmbda=None):
    """(x**lambda - 1) / lambda; without lambda, the one that makes x most like normal, and it."""
    x = _floats(x)
    if np.any(x <= 0):
        raise ValueError("Data must be positive.")
    if lmbda is not None:
        return np.log(x) if lmbda == 0 else np.expm1(lmbda * np.log(x)) / lmbda
    if np.all(x == x[0]):
        raise ValueError("Data must not be constant.")
    from scipy.optimize import brent
    best = brent(lambda lmb: -boxcox_llf(lmb, x), brack=(-2.0, 2.0))
    return boxcox(x, best), np.float64(best)


def probplot(x, sparams=(), dist='norm', fit=True, plot=None, rvalue=False):
    """Quantiles of a sample beside those of the normal distribution, and the line through them."""
    if dist not in ('norm',) and getattr(dist, 'ppf', None) is None:
        raise NotImplementedError("probplot compares with dist='norm' or with a distribution that has ppf")
    x = np.sort(_floats(x))
    n = len(x)
    middles = np.zeros(n)
    middles[-1] = 0.5 ** (1.0 / n)
    middles[0] = 1 - middles[-1]
    middles[1:-1] = (np.arange(2, n) - 0.3175) / (n + 0.365)
    there = ndtri(middles) if dist == 'norm' else dist.ppf(middles)
    line = linregress(there, x)
    if plot is not None:
        plot.plot(there, x, 'bo', there, line.slope * there + line.intercept, 'r-')
        label = 'Theoretical quantiles', 'Ordered Values', 'Probability Plot'
        if hasattr(plot, 'set_title'):
            plot.set_xlabel(label[0]), plot.set_ylabel(label[1]), plot.set_title(label[2])
        else:
            plot.xlabel(label[0]), plot.ylabel(label[1]), plot.title(label[2])
    return ((there, x), (line.slope, line.intercept, line.rvalue)) if fit else (there, x)


def describe(a, axis=0, ddof=1, bias=True):
    """How many, least and greatest, mean, variance, skewness and kurtosis."""
    from scipy.stats import kurtosis, skew
    a = np.asarray(a)
    return Described(len(a), (a.min(axis=axis), a.max(axis=axis)), a.mean(axis=axis), a.var(axis=axis, ddof=ddof),
                     skew(a, axis), kurtosis(a, axis))


class Described(tuple):
    """nobs, minmax, mean, variance, skewness, kurtosis"""

    def __new__(cls, *parts):
        return super().__new__(cls, parts)

    nobs = property(lambda self: self[0])
    minmax = property(lambda self: self[1])
    mean = property(lambda self: self[2])
    variance = property(lambda self: self[3])
    skewness = property(lambda self: self[4])
    kurtosis = property(lambda self: self[5])

    def __repr__(self):
        names = ('nobs', 'minmax', 'mean', 'variance', 'skewness', 'kurtosis')
        return 'DescribeResult(' + ', '.join(f'{n}={v!r}' for n, v in zip(names, self)) + ')'


def iqr(x, axis=None, rng=(25, 75), scale=1.0, nan_policy='propagate', interpolation='linear', keepdims=False):
    """From the first quartile to the third."""
    low, high = np.percentile(_floats(x), list(rng), axis=axis)
    return (high - low) / scale


def trim_mean(a, proportiontocut, axis=0):
    """The mean without a part of the least and as many of the greatest."""
    a = np.sort(_floats(a))
    cut = int(proportiontocut * len(a))
    return a[cut:len(a) - cut].mean()


def gmean(a, axis=0):
    """The geometric mean."""
    return np.exp(np.log(_floats(a)).mean(axis=axis))


def hmean(a, axis=0):
    """The harmonic mean."""
    return 1.0 / (1.0 / _floats(a)).mean(axis=axis)


def percentileofscore(a, score, kind='rank', nan_policy='propagate'):
    """How much of a sample is at most a score, in percent."""
    a = _floats(a)
    below, upto = int((a < score).sum()), int((a <= score).sum())
    plus = 1 if below < upto else 0
    return np.float64({'rank': (below + upto + plus) * 50.0 / len(a), 'weak': upto * 100.0 / len(a),
            'strict': below * 100.0 / len(a), 'mean': (below + upto) * 50.0 / len(a)}[kind])
