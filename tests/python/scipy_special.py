# Special functions of numbers and arrays.
import numpy as np
from scipy import special
from scipy.special import (comb, entr, erf, erfc, erfinv, expit, factorial, gamma, gammaln, log_softmax, logit,
                           logsumexp, ndtr, ndtri, perm, rel_entr, softmax, xlogy)

x = np.array([-2.0, 0.0, 0.5, 3.0])
print(expit(x), expit(0.0), logit([0.1, 0.5]), special.expit(-1000))
print(softmax(x), softmax(np.array([[1.0, 2.0], [3.0, 3.0]]), axis=1), log_softmax(x).round(6), logsumexp(x))
print(erf(x), erf(0.5), erfc(1.0).round(12), erfinv([0.5, -0.2]).round(10))
print(gamma([1, 5, 0.5]), gamma(6), gammaln(100).round(8), factorial(5), factorial([3, 4]), factorial(20, exact=True))
print(comb(10, 3), comb(10, [0, 2, 5]), comb(5, 2, exact=True), perm(5, 2), perm(5, 2, exact=True))
print(xlogy([0, 2], [0, 3]), entr(0.5), rel_entr(0.5, 0.25), ndtr(0.0), ndtri(0.975).round(10))
