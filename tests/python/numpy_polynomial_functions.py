# The functions of numpy.polynomial's modules.
import numpy as np
from numpy.polynomial import chebyshev as ch, hermite, hermite_e, laguerre, legendre, polynomial as pl, polyutils as pu

print(ch.chebval([0, .5], [1, 2]), ch.chebvander([0, .5], 2), ch.chebadd([1, 2], [1]), ch.chebmul([1, 2], [1, 2]), ch.chebsub([1], [1, 2]))
print(ch.cheb2poly([1, 2, 3]), ch.poly2cheb([1, 2, 3]), ch.chebfit([0, 1, 2], [1, 2, 3], 1).round(6), ch.chebline(1, 2), ch.chebtrim([1, 0]))
print(ch.chebx, ch.chebone, ch.chebzero, ch.chebdomain, ch.chebpow([1, 1], 2), ch.chebder([1, 2, 3]), ch.chebint([1, 2]), ch.chebmulx([1, 2]))
print(ch.chebfromroots([1, 2]), ch.chebroots([1, 2, 3]).round(6), ch.chebcompanion([1, 2, 3]).round(6), ch.chebdiv([1, 2, 3], [1, 1]))
print(ch.chebweight(0.5), ch.chebval2d(1, 2, [[1, 2], [3, 4]]), ch.chebgrid2d([1, 2], [1], [[1, 2], [3, 4]]), ch.chebvander2d([1], [2], [1, 1]))
print(ch.chebval3d(1, 2, 3, np.ones((2, 2, 2))), ch.chebgrid3d([1], [2], [3], np.ones((2, 2, 2))), ch.chebvander3d([1], [2], [3], [1, 1, 1]).shape)
for x, w in (ch.chebgauss(3), legendre.leggauss(3), hermite.hermgauss(2), hermite_e.hermegauss(2), laguerre.laggauss(2)):
    print(x.round(6), w.round(6))
print(legendre.legval(0.5, [1, 2, 3]), hermite.hermval(0.5, [1, 2, 3]), hermite_e.hermeval(0.5, [1, 2, 3]), laguerre.lagval(0.5, [1, 2, 3]))
print(legendre.leg2poly([1, 2, 3]), hermite.poly2herm([1, 2, 3]), hermite_e.herme2poly([1, 2, 3]), laguerre.poly2lag([1, 2, 3]))
print(legendre.legweight(0.5), hermite.hermweight(1), hermite_e.hermeweight(1), laguerre.lagweight(1), legendre.legder([[1, 2], [3, 4]], axis=1))
print(pl.polyval([1, 2], [1, 2, 3]), pl.polyfit([0, 1, 2], [1, 2, 3], 1).round(6), pl.polyfromroots([1, 2, 3]), pl.polyder([1, 2, 3]), pl.polyint([1, 2], 2, k=[1]))
print(pl.polymul([1, 2], [1, 2]), pl.polydiv([1, 2, 3], [1, 1]), pl.polyroots([6, -5, 1]), pl.polyvander([1, 2], 2), pl.polyadd([1], [1, 2]))
print(pl.polysub([1], [1, 2]), pl.polypow([1, 1], 3), pl.polytrim([1, 0, 0]), pl.polyvalfromroots(3, [1, 2]), pl.polyline(1, 2), pl.polymulx([1, 2]))
print(pl.polycompanion([1, 2, 3]), pl.polyval2d(1, 2, [[1, 2], [3, 4]]), pl.polygrid2d([1], [2], [[1, 2], [3, 4]]), pl.polyroots([1, 0, 1]))
print(pu.trimseq([1, 2, 0]), pu.as_series([[1, 2]]), pu.trimcoef([1, 2, 1e-9], 1e-6), pu.getdomain([1, 5, 3]), pu.mapparms((0, 1), (-1, 1)), pu.mapdomain([0, 1], (0, 1), (-1, 1)))
np.polynomial.set_default_printstyle('ascii')
print(pl.Polynomial([1, 2, 3]), ch.Chebyshev([1, 2, 3]))
for call in (lambda: pl.polydiv([1], [0]), lambda: ch.chebder([1, 2], -1), lambda: ch.chebint([1], 1, k=[1, 2]), lambda: pl.polyval2d([1, 2], [1], [[1]]),
             lambda: pu.as_series([[]]), lambda: ch.chebfit([], [], 1), lambda: ch.chebgauss(0), lambda: ch.chebpow([1, 1], -1), lambda: ch.chebcompanion([1])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error)[:90])
