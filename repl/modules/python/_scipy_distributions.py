"""Distributions with shapes: Student's t, chi-squared, F, gamma, beta, the binomial and Poisson's."""
import math
import numpy as np
from scipy.special import betainc, gammaincc, gammaln


def _generator(random_state):
    if random_state is None:
        return np.random
    return np.random.RandomState(random_state) if isinstance(random_state, (int, np.integer)) else random_state


class _Shaped:
    """What they share. `shapes` names the parameters that come before loc and scale."""
    shapes = ()

    def _parts(self, args, kwargs):
        names = self.shapes + ('loc', 'scale')
        values = dict(zip(names, args))
        values.update(kwargs)
        for name in self.shapes:
            if name not in values:
                raise TypeError(f"_parse_args() missing {len(self.shapes)} required positional arguments: "
                                + ' and '.join(repr(n) for n in self.shapes) if len(self.shapes) > 1 else
                                f"_parse_args() missing 1 required positional argument: '{name}'")
        return [values[name] for name in self.shapes], values.get('loc', 0), values.get('scale', 1)

    def __call__(self, *args, **kwargs):
        return FrozenShape(self, args, kwargs)

    def cdf(self, x, *args, **kwargs):
        """The chance of at most x."""
        shape, loc, scale = self._parts(args, kwargs)
        return self._below((np.asarray(x, dtype=np.float64) - loc) / scale, *shape)

    def sf(self, x, *args, **kwargs):
        """The chance of more than x."""
        shape, loc, scale = self._parts(args, kwargs)
        return self._above((np.asarray(x, dtype=np.float64) - loc) / scale, *shape)

    def _above(self, x, *shape):
        return 1 - self._below(x, *shape)

    def _moments(self, name, args, kwargs):
        shape, loc, scale = self._parts(args, kwargs)
        mean, var = self._mean_and_var(*[float(s) for s in shape])
        return np.float64({'mean': loc + scale * mean, 'var': scale ** 2 * var, 'std': scale * math.sqrt(var)}[name])

    def mean(self, *args, **kwargs):
        """The mean."""
        return self._moments('mean', args, kwargs)

    def var(self, *args, **kwargs):
        """The variance."""
        return self._moments('var', args, kwargs)

    def std(self, *args, **kwargs):
        """The standard deviation."""
        return self._moments('std', args, kwargs)


class FrozenShape:
    """A distribution whose parameters are set."""

    def __init__(self, distribution, args, kwargs):
        self._distribution, self._args, self._kwargs = distribution, args, kwargs

    def __getattr__(self, name):
        if name.startswith('_') or not hasattr(self._distribution, name):
            raise AttributeError(f"'rv_frozen' object has no attribute {name!r}")
        function = getattr(self._distribution, name)
        if name == 'rvs':
            return lambda size=1, random_state=None: function(*self._args, size=size, random_state=random_state,
                                                              **self._kwargs)
        return lambda *args: function(*args, *self._args, **self._kwargs)


class _Continuous(_Shaped):
    def pdf(self, x, *args, **kwargs):
        """The density at x."""
        return np.exp(self.logpdf(x, *args, **kwargs))

    def logpdf(self, x, *args, **kwargs):
        """Its logarithm."""
        shape, loc, scale = self._parts(args, kwargs)
        x = (np.asarray(x, dtype=np.float64) - loc) / scale
        with np.errstate(all='ignore'):
            return np.where(self._inside(x), self._log_density(x, *shape), -np.inf)[()] - np.log(scale)

    def _inside(self, x):
        return x >= 0

    def ppf(self, q, *args, **kwargs):
        """The x below which a part q lies, by halving an interval."""
        shape, loc, scale = self._parts(args, kwargs)
        q = np.asarray(q, dtype=np.float64)
        out = np.array([self._inverse_one(p, shape) for p in q.reshape(-1).tolist()]).reshape(q.shape)
        return (out * scale + loc)[()]

    def _inverse_one(self, p, shape):
        lowest, highest = self._range
        if not 0 < p < 1:
            return lowest if p == 0 else highest if p == 1 else math.nan
        low, high = (-1.0 if lowest == -math.inf else lowest), (1.0 if highest == math.inf else highest)
        while highest == math.inf and float(self._below(np.float64(high), *shape)) < p:
            high = max(high * 2, 1.0)
        while lowest == -math.inf and float(self._below(np.float64(low), *shape)) > p:
            low *= 2
        for _ in range(200):
            middle = (low + high) / 2
            if middle in (low, high):
                break
            below = float(self._below(np.float64(middle), *shape)) if p < 0.5 else 1 - float(
                self._above(np.float64(middle), *shape))
            if below < p:
                low = middle
            else:
                high = middle
        return (low + high) / 2

    def isf(self, q, *args, **kwargs):
        """The x above which a part q lies."""
        return self.ppf(1 - np.asarray(q, dtype=np.float64), *args, **kwargs)

    def interval(self, confidence, *args, **kwargs):
        """The middle part of the distribution."""
        return (self.ppf((1 - confidence) / 2, *args, **kwargs), self.ppf((1 + confidence) / 2, *args, **kwargs))

    _range = (0.0, math.inf)


class _Student(_Continuous):
    shapes, _range = ('df',), (-math.inf, math.inf)

    def _inside(self, x):
        return x == x

    def _log_density(self, x, df):
        return (gammaln((df + 1) / 2) - gammaln(df / 2) - 0.5 * np.log(df * np.pi)
                - (df + 1) / 2 * np.log1p(x * x / df))

    def _below(self, x, df):
        tail = 0.5 * betainc(df / 2, 0.5, df / (df + x * x))
        return np.where(x < 0, tail, 1 - tail)[()]

    def _above(self, x, df):
        return self._below(-x, df)

    def _inverse_one(self, p, shape):
        return 0.0 if p == 0.5 else super()._inverse_one(p, shape)

    def _mean_and_var(self, df):
        return 0.0, df / (df - 2) if df > 2 else math.inf

    def rvs(self, df, loc=0, scale=1, size=1, random_state=None):
        """Draws."""
        return _generator(random_state).standard_t(df, size=size) * scale + loc


class _ChiSquared(_Continuous):
    shapes = ('df',)

    def _log_density(self, x, df):
        return (df / 2 - 1) * np.log(x) - x / 2 - gammaln(df / 2) - np.log(2) * df / 2

    def _below(self, x, df):
        return 1 - gammaincc(df / 2, x / 2)

    def _above(self, x, df):
        return gammaincc(df / 2, x / 2)

    def _mean_and_var(self, df):
        return df, 2 * df

    def rvs(self, df, loc=0, scale=1, size=1, random_state=None):
        """Draws."""
        return _generator(random_state).chisquare(df, size) * scale + loc


class _F(_Continuous):
    shapes = ('dfn', 'dfd')

    def _log_density(self, x, n, m):
        return (m / 2 * np.log(m) + n / 2 * np.log(n) + (n / 2 - 1) * np.log(x) - (n + m) / 2 * np.log(m + n * x)
                - gammaln(n / 2) - gammaln(m / 2) + gammaln((n + m) / 2))

    def _below(self, x, n, m):
        return 1 - self._above(x, n, m)

    def _above(self, x, n, m):
        return betainc(m / 2, n / 2, m / (m + n * x))

    def _mean_and_var(self, n, m):
        return m / (m - 2), 2 * m ** 2 * (n + m - 2) / (n * (m - 2) ** 2 * (m - 4))


class _Gamma(_Continuous):
    shapes = ('a',)

    def _log_density(self, x, a):
        return (a - 1) * np.log(x) - x - gammaln(a)

    def _below(self, x, a):
        return 1 - gammaincc(a, x)

    def _above(self, x, a):
        return gammaincc(a, x)

    def _mean_and_var(self, a):
        return a, a

    def rvs(self, a, loc=0, scale=1, size=1, random_state=None):
        """Draws."""
        return _generator(random_state).standard_gamma(a, size) * scale + loc


class _Beta(_Continuous):
    shapes, _range = ('a', 'b'), (0.0, 1.0)

    def _inside(self, x):
        return (x >= 0) & (x <= 1)

    def _log_density(self, x, a, b):
        return (a - 1) * np.log(x) + (b - 1) * np.log1p(-x) - (gammaln(a) + gammaln(b) - gammaln(a + b))

    def _below(self, x, a, b):
        return betainc(a, b, x)

    def _mean_and_var(self, a, b):
        return a / (a + b), a * b / ((a + b) ** 2 * (a + b + 1))

    def rvs(self, a, b, loc=0, scale=1, size=1, random_state=None):
        """Draws."""
        return _generator(random_state).beta(a, b, size) * scale + loc


class _Discrete(_Shaped):
    def pmf(self, k, *args, **kwargs):
        """The chance of k."""
        shape, loc, _ = self._parts(args, kwargs)
        k = np.asarray(k, dtype=np.float64) - loc
        out = np.array([self._chance(v, *shape) if v == math.floor(v) and v >= 0 else 0.0
                        for v in k.reshape(-1).tolist()])
        return out.reshape(k.shape)[()]

    def _below(self, x, *shape):
        x = np.asarray(x, dtype=np.float64)
        out = np.array([sum(self._chance(k, *shape) for k in range(int(math.floor(v)) + 1)) if v >= 0 else 0.0
                        for v in x.reshape(-1).tolist()])
        return np.minimum(out, 1.0).reshape(x.shape)[()]

    def ppf(self, q, *args, **kwargs):
        """The least k whose chance of at most k reaches q."""
        shape, loc, _ = self._parts(args, kwargs)
        q, out = np.asarray(q, dtype=np.float64), []
        for p in q.reshape(-1).tolist():
            k, total = 0, self._chance(0, *shape)
            while total < p and k < 10 ** 6:
                k += 1
                total += self._chance(k, *shape)
            out.append(float(k) + loc)
        return np.array(out).reshape(q.shape)[()]


class _Binomial(_Discrete):
    shapes = ('n', 'p')

    def _chance(self, k, n, p):
        return math.comb(int(n), int(k)) * p ** k * (1 - p) ** (n - k) if k <= n else 0.0

    def _mean_and_var(self, n, p):
        return n * p, n * p * (1 - p)

    def rvs(self, n, p, loc=0, size=1, random_state=None):
        """Draws."""
        return _generator(random_state).binomial(n, p, size) + loc


class _Bernoulli(_Binomial):
    shapes = ('p',)

    def _chance(self, k, p):
        return p if k == 1 else 1 - p if k == 0 else 0.0

    def _mean_and_var(self, p):
        return p, p * (1 - p)

    def rvs(self, p, loc=0, size=1, random_state=None):
        """Draws."""
        return _generator(random_state).binomial(1, p, size) + loc


class _Poisson(_Discrete):
    shapes = ('mu',)

    def _chance(self, k, mu):
        return math.exp(k * math.log(mu) - mu - math.lgamma(k + 1)) if mu else float(k == 0)

    def _mean_and_var(self, mu):
        return mu, mu

    def rvs(self, mu, loc=0, size=1, random_state=None):
        """Draws."""
        return _generator(random_state).poisson(mu, size) + loc


t, chi2, f, gamma, beta = _Student(), _ChiSquared(), _F(), _Gamma(), _Beta()
binom, bernoulli, poisson = _Binomial(), _Bernoulli(), _Poisson()
