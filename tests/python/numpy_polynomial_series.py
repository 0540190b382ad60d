# Chebyshev's, Legendre's, Hermite's and Laguerre's series.
import numpy as np
from numpy.polynomial import Chebyshev, Hermite, HermiteE, Laguerre, Legendre, Polynomial

c = Chebyshev([1, 2, 3])
print(c, repr(c), c(0.5), c.convert(kind=Polynomial), c.roots().round(6), c.deriv(), c.integ(), c * c, f'{c:ascii}')
print(Chebyshev.fit([0, 1, 2, 3], [0, 1, 4, 9.], 2), Chebyshev([1, 2]) + Chebyshev([1]), c - 1, 2 * c, c / 2, -c, c ** 2)
for kind in (Legendre, Hermite, HermiteE, Laguerre):
    k = kind([1, 2, 3])
    print(k, k(0.5), k.convert(kind=Polynomial), (k * k).coef.round(6), k.deriv().coef, k.integ().coef.round(6))
    print(k.roots().round(6), k.linspace(3)[1], kind.basis(2), kind.cast(Polynomial([1, 2, 3])).coef, k // kind([1, 1]), k % kind([1, 1]))
    print(kind.fromroots([1, 2]), kind.identity(), k.trim(), k.truncate(2), k.cutdeg(1), k.copy() == k, k.degree(), len(k), list(k))
print(divmod(c, Chebyshev([1, 1])), c.has_samecoef(c), c.has_samedomain(c), c.has_samewindow(c), c.has_sametype(Legendre([1])))
print(c.mapparms(), Chebyshev([1, 2], domain=[0, 1]), Chebyshev([1, 2], domain=[0, 4], symbol='t'), c == Chebyshev([1, 2]), c != c)
for call in (lambda: c + Legendre([1]), lambda: Chebyshev([1], domain=[1]), lambda: Chebyshev([1, 2], [0, 1]) + c, lambda: c / c,
             lambda: Chebyshev([1], symbol='1'), lambda: Chebyshev([1], symbol='t') + c, lambda: Chebyshev([]), lambda: c // 0,
             lambda: c.truncate(0), lambda: Chebyshev.basis(-1), lambda: f'{c:latex}', lambda: c ** -1):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error)[:90])
