# Distributions, scores and correlations.
import numpy as np
from scipy import stats
from scipy.stats import norm, pearsonr, uniform, zscore

print(norm.pdf(0), norm.pdf([0, 1], loc=1, scale=2), norm.cdf(1.96).round(10), norm.ppf([0.025, 0.5]).round(8), norm.sf(1).round(8))
print(norm.rvs(size=3, random_state=0), norm(5, 2).cdf(5), norm.rvs(loc=3, scale=0.5, size=2, random_state=1))
np.random.seed(3)
print(norm.rvs(size=2), uniform.rvs(size=2), uniform.pdf([0.5, 2]), uniform.cdf([0.2, 3]), uniform(2, 4).rvs(size=2, random_state=5))
a, b = [1.0, 2.0, 4.0, 7.0, 7.5], [2.0, 1.0, 5.0, 6.0, 9.0]
print(zscore(a), zscore(np.array([[1, 2], [3, 6]]), axis=1), stats.skew(a).round(10), stats.kurtosis(a).round(10))
r, p = pearsonr(a, b)
print(round(float(r), 10), round(float(p), 10), round(float(stats.spearmanr(a, b).statistic), 10))
m = stats.mode([3, 1, 3, 2, 1])
print(m.mode, m.count, m, stats.mode(np.array([[1, 2], [1, 3]])).mode)
t = stats.ttest_ind(a, b)
print(round(float(t.statistic), 10), round(float(t.pvalue), 10), stats.rankdata([3, 1, 3]), stats.sem(a).round(10), stats.entropy([1, 1, 2]).round(10))
