# scipy.stats: tests and distributions with shapes; scipy.optimize, linalg, integrate, special.
import numpy as np
from scipy import integrate, linalg, optimize, special, stats

np.random.seed(0)
a, b, c = np.random.normal(5, 1, 30), np.random.normal(5.5, 1.2, 30), np.random.normal(6, 1, 25)
print(np.round(stats.ttest_rel(a, b), 6), np.round(stats.ttest_1samp(a, 5, alternative='greater'), 6), np.round(stats.f_oneway(a, b, c), 6), np.round(stats.kruskal(a, b, c), 6))
chi, p, dof, expected = stats.chi2_contingency([[10, 20, 30], [6, 9, 17]])
print(round(chi, 6), round(p, 6), dof, expected.round(3), round(stats.chi2_contingency([[8, 2], [1, 5]]).pvalue, 6), np.round(stats.chisquare([16, 18, 16, 14, 12, 12]), 6))
line = stats.linregress(a, b)
print(np.round(line, 6), round(line.slope, 6), round(line.intercept, 6), round(line.rvalue, 6), round(line.pvalue, 6), round(line.stderr, 6), round(line.intercept_stderr, 6))
print(np.round(stats.mannwhitneyu(a, b), 6), np.round(stats.mannwhitneyu([1, 2, 5], [3, 4, 6, 7]), 6), np.round(stats.levene(a, b), 6), np.round(stats.levene(a, b, center='mean'), 6))
for n in (3, 5, 9, 30):
    print(n, np.round(stats.shapiro(a[:n]), 4))
x, lam = stats.boxcox(np.exp(a / 3))
print(round(lam, 4), x[:3].round(4), stats.boxcox([1.0, 2.0], 0).round(4), stats.boxcox_llf(0.5, np.exp(a / 3)).round(4))
(osm, osr), (slope, intercept, r) = stats.probplot(a, dist='norm')
print(osm[:2].round(4), round(slope, 5), round(intercept, 5), round(r, 5), stats.probplot(a, dist=stats.expon, fit=False)[0][:2].round(4))
d = stats.describe(a)
print(d.nobs, np.round(d.minmax, 4), d.mean.round(4), d.variance.round(4), d.skewness.round(4), d.kurtosis.round(4), stats.iqr(a).round(4), stats.trim_mean(a, 0.1).round(4))
print(stats.gmean([1, 2, 4]).round(4), stats.hmean([1, 2, 4]).round(4), [stats.percentileofscore([1, 2, 3, 3, 4], 3, kind) for kind in ('rank', 'weak', 'strict', 'mean')])
for name, shape in (('t', (7,)), ('chi2', (3,)), ('f', (4, 10)), ('gamma', (2.5,)), ('beta', (2, 3))):
    dist = getattr(stats, name)
    print(name, dist.pdf(0.4, *shape).round(6), dist.logpdf(0.4, *shape).round(5), dist.cdf(0.4, *shape).round(6), dist.sf(0.4, *shape).round(6), dist.ppf([0.05, 0.5, 0.975], *shape).round(5),
          np.round(dist.interval(0.9, *shape), 4), dist.isf(0.1, *shape).round(4), round(float(dist.mean(*shape)), 4), round(float(dist.var(*shape)), 4), round(float(dist.std(*shape)), 4))
print(stats.t(5).cdf(1.0).round(6), stats.t.interval(0.95, 9, loc=1, scale=2)[0].round(4), stats.chi2(4).rvs(3, random_state=1).round(4), stats.gamma.rvs(2.0, size=2, random_state=0).round(4))
print(stats.t.rvs(4, size=2, random_state=0).round(4), stats.beta.rvs(2, 3, size=2, random_state=0).round(4), stats.poisson(3).rvs(4, random_state=0), stats.binom.rvs(10, 0.3, size=4, random_state=0))
print(stats.binom.pmf([0, 3], 10, 0.5).round(6), stats.binom.cdf(3, 10, 0.5).round(6), stats.binom.ppf(0.5, 10, 0.3), stats.poisson.pmf(2, 3).round(6), stats.poisson.cdf(2, 3).round(6), stats.poisson.sf(2, 3).round(6))
print(stats.bernoulli.pmf(1, 0.3), stats.bernoulli.rvs(0.5, size=4, random_state=0), stats.bernoulli.mean(0.3), stats.binom.var(10, 0.5), stats.poisson.std(4))
print(special.gammaincc(2.0, 3.0).round(8), special.gammainc(2.0, 0.5).round(8))
popt, pcov = optimize.curve_fit(lambda x, a, b, c: a * np.exp(-b * x) + c, np.linspace(0, 4, 20), 2.5 * np.exp(-1.3 * np.linspace(0, 4, 20)) + 0.5 + 0.01 * np.sin(np.arange(20)))
print(popt.round(5), np.sqrt(np.diag(pcov)).round(6), optimize.curve_fit(lambda x, m: m * x, [1, 2, 3], [2, 4, 6.3], p0=[1], sigma=[1, 1, 2], absolute_sigma=True)[1].round(5))
print(round(optimize.brentq(lambda x: x ** 3 - 2, 0, 2), 10), round(optimize.bisect(lambda x: x ** 2 - 3, 0, 2), 8), round(optimize.newton(lambda x: x ** 2 - 2, 1), 8), round(optimize.newton(lambda x: x ** 2 - 2, 1, lambda x: 2 * x), 8))
print(round(optimize.brent(lambda x: (x - 2) ** 2), 6), round(optimize.minimize_scalar(lambda x: (x - 2) ** 2 + 1).fun, 6), round(optimize.minimize_scalar(np.cos, bounds=(2, 4)).x, 4))
A = np.array([[4.0, 2.0], [2.0, 3.0]])
print(linalg.det(A), linalg.inv(A), linalg.eig(A)[0], linalg.eigvals(A), linalg.eigh(A)[0], linalg.eigvalsh(A), linalg.cholesky(A).round(4), linalg.cholesky(A, lower=True).round(4), linalg.block_diag([1], A))
print(integrate.trapezoid([1, 2, 3], dx=0.5), integrate.simpson([1, 4, 9, 16], dx=1).round(6), integrate.simpson([1, 4, 9], x=[0, 1, 3]).round(6), integrate.cumulative_trapezoid([1, 2, 4], initial=0))
for call in (lambda: stats.f_oneway(a), lambda: stats.chi2_contingency([[-1, 2], [1, 1]]), lambda: stats.linregress([1, 1], [1, 2]), lambda: stats.shapiro([1, 2]),
             lambda: stats.boxcox([-1.0, 1.0]), lambda: stats.boxcox([1.0, 1.0]), lambda: stats.levene(a), lambda: optimize.brentq(lambda x: x, 1, 2), lambda: optimize.bisect(lambda x: x, 1, 2),
             lambda: linalg.det([[1, 2]])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error)[:110])
