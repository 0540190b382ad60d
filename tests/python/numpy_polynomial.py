import numpy as np
from numpy.polynomial import Polynomial
from numpy.polynomial import polynomial as P

p = Polynomial([1, 2, 3])
print(repr(p))
print(p, p(2), p([0, 1]), p.degree(), p.coef)
print(p + 1, p * 2, p ** 2, p - p, -p, sep="\n")
print(p.deriv(), p.integ(), Polynomial([2, -3, 1]).roots(), Polynomial.fromroots([1, 2]))
print(p // Polynomial([1, 1]), p % Polynomial([1, 1]), Polynomial([1, -1.5]), p == Polynomial([1, 2, 3]))
fit = Polynomial.fit([0, 1, 2, 3], [1, 3, 5, 8], 1)
print(np.round(fit.convert().coef, 6), fit.domain, round(fit(2), 6))
print(P.polyval(2, [1, 2, 3]), P.polyadd([1, 2], [1]), P.polymul([1, 2], [1, 3]), P.polysub([1, 2], [1]), P.polyder([1, 2, 3]))
print(np.round(P.polyfit([0, 1, 2], [1, 3, 5], 1), 6), P.polyroots([2, -3, 1]), P.polyfromroots([1, 2]), P.polyint([1, 2]))
print(P.polydiv([1, 3, 2], [1, 1]), P.polypow([1, 1], 3), P.polyvander([1, 2], 2), P.polytrim([1, 2, 0, 0]))
x, y = Polynomial([0, 1]).linspace(3)
print(x, y, Polynomial.basis(2), Polynomial.identity(), p.trim(), p.copy() == p, divmod(p, Polynomial([0, 1])))
