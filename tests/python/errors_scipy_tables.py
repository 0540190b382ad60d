# Errors of sparse matrices, of scipy's functions and of pandas' periods and levels that seldom come.
import numpy as np
import pandas as pd
from scipy import optimize, stats
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.discriminant_analysis import QuadraticDiscriminantAnalysis
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import SGDRegressor

A = csr_matrix(np.eye(3))
n = pd.Series(range(3), index=pd.period_range('2024-01', periods=3, freq='M'))
g = pd.DataFrame({'k': [1, 1], 'v': [2, 3]}).groupby('k')
print(hasattr(g.rolling(2), '_none'), hasattr(n.index, 'none'), hasattr(pd.Series(n.index).dt, 'none'), hasattr(stats.t(3), 'none'))
print(hasattr(optimize.minimize_scalar(lambda x: x * x), 'none'))
R = np.random.RandomState(0).randn(20, 3)
for call in (lambda: n.droplevel('none'), lambda: n['none'], lambda: n.index.get_loc('none'), lambda: pd.Period('2024', 'X'), lambda: stats.t.cdf(1.0), lambda: stats.f.cdf(1.0),
             lambda: A[[7]], lambda: A[:, [0, -9]], lambda: csr_matrix(np.zeros((2, 2, 2))), lambda: csr_matrix([['a']]), lambda: stats.linregress([], []),
             lambda: CountVectorizer(min_df=2).fit(['aa bb', 'cc dd']), lambda: optimize.newton(lambda x: 1.0, 1.0, lambda x: 1.0),
             lambda: optimize.curve_fit(lambda x, a, b: a * np.exp(-b * x), np.arange(9.0), np.exp(-np.arange(9.0) / 3) * 7, maxfev=4),
             lambda: vstack([A, csr_matrix((1, 2))]), lambda: hstack([A, csr_matrix((1, 2))]), lambda: vstack([A.tocoo(), csr_matrix((1, 2))]), lambda: hstack([A.tocsc(), csr_matrix((1, 2)).tocsc()]),
             lambda: QuadraticDiscriminantAnalysis().fit(R[:5], [0, 1, 1, 1, 1]), lambda: SGDRegressor(random_state=0).fit(R * 1e8, R[:, 0])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error)[:150])
